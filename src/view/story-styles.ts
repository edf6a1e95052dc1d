import { css } from 'lit';

export const storyStyles = css`
  /* As paragraphs and headings have it, so that nothing sticks together where nobody has styled anything. */
  :host {
    margin-block: 1.5rem;
  }
  .story {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }
  .head {
    display: grid;
    gap: 0.75rem;
  }
  .story > .head,
  .story > .body,
  .story > .mark,
  .story > .tags,
  .story > .notice,
  .story > .excerpt {
    inline-size: 100%;
    max-inline-size: var(--news-measure, 42rem);
  }
  .story .title {
    font-size: clamp(1.625em, 1rem + 3cqi, 2.75em);
    letter-spacing: -0.015em;
  }
  .hero .picture {
    max-block-size: 36rem;
    object-fit: cover;
  }
  .hero .caption {
    margin-block-start: 0.5rem;
  }
  .credit {
    opacity: 0.9;
  }
  .caption .credit:not(:first-child)::before {
    content: ' ';
  }
  .body {
    font-size: var(--news-size-body, 1.0625em);
    line-height: 1.65;
  }
  .notice {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    font-size: 0.875em;
  }
  .tag {
    display: inline-block;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_border);
    border-radius: 2em;
    text-decoration-line: none;
  }
  a.tag:hover {
    background: var(--_tint);
    text-decoration-line: underline;
  }
`;
