import { css } from 'lit';

export const listStyles = css`
  /* As paragraphs and headings have it, so that nothing sticks together where nobody has styled anything. */
  :host {
    margin-block: 1.5rem;
  }
  .heading {
    margin-block-end: 0.75rem;
    padding-block-end: 0.5rem;
    border-block-end: 2px solid var(--_accent);
    font-family: var(--news-font-heading, inherit);
    font-size: 1.3125em;
    font-weight: var(--news-weight-heading, 700);
    line-height: 1.2;
  }
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem 2rem;
  }
  .list > li + li {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_border);
  }
  @container (inline-size >= 32rem) {
    .list.card {
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 45%), 1fr));
      row-gap: 2rem;
    }
    .list.card > li {
      max-inline-size: 30rem;
    }
    .list.card > li + li {
      padding-block-start: 0;
      border-block-start: 0;
    }
  }
  @container (inline-size >= 56rem) {
    .list.row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 3rem;
    }
    .list.row > li:nth-child(2) {
      padding-block-start: 0;
      border-block-start: 0;
    }
  }
`;
