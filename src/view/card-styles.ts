import { css } from 'lit';

export const cardStyles = css`
  .card {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  .card .words {
    display: grid;
    gap: 0.375rem;
    align-content: start;
  }
  .card .media {
    overflow: hidden;
    border-radius: var(--_radius);
  }
  .card .picture {
    aspect-ratio: var(--news-image-ratio, 16 / 9);
    object-fit: cover;
  }
  .card .title {
    font-size: 1.1875em;
  }
  .card .link {
    text-decoration-line: none;
  }
  /* The whole card is the link's target; other links in it lie above. */
  .card .link::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .card .link:focus-visible {
    outline: none;
  }
  .card .link:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .card:hover .link {
    text-decoration-line: underline;
  }
  .card .meta a,
  .card .more {
    position: relative;
    z-index: 1;
  }
  .card .excerpt {
    display: -webkit-box;
    overflow: hidden;
    color: var(--_muted);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .card .more {
    justify-self: start;
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .row.illustrated {
    grid-template-columns: minmax(0, 1fr) minmax(5rem, min(30%, 11rem));
  }
  .row .media {
    order: 1;
    align-self: start;
  }
  .row .media[hidden] + .words {
    grid-column: 1 / -1;
  }
  .row .picture {
    aspect-ratio: var(--news-image-ratio, 4 / 3);
  }
  .row .title {
    font-size: 1.0625em;
  }
  .compact .title {
    font-size: 1em;
  }
  .lead .title {
    font-size: clamp(1.375em, 1rem + 2.5cqi, 2.25em);
    letter-spacing: -0.01em;
  }
  .lead .excerpt {
    font-size: 1.0625em;
    -webkit-line-clamp: 6;
  }
  @container (inline-size >= 44rem) {
    .lead.illustrated {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: 1.5rem;
    }
    .lead .media[hidden] + .words {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size < 22rem) {
    .row .excerpt {
      -webkit-line-clamp: 2;
    }
  }
  /* Two columns of a few letters each help nobody. */
  @container (inline-size < 16rem) {
    .row.illustrated {
      grid-template-columns: minmax(0, 1fr);
    }
    .row .media {
      order: 0;
    }
    .row .picture {
      aspect-ratio: var(--news-image-ratio, 16 / 9);
    }
  }
`;
