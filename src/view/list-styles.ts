import { css } from 'lit';

export const listStyles = css`
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
    gap: 1.25rem 2rem;
  }
  .list > li + li {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_border);
  }
  @container (inline-size >= 48rem) {
    .list.card {
      grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
    }
    .list.card > li + li {
      padding-block-start: 0;
      border-block-start: 0;
    }
  }
`;
