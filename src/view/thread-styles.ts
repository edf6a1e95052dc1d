import { css } from 'lit';

export const threadStyles = css`
  /* As paragraphs and headings have it, so that nothing sticks together where nobody has styled anything. */
  :host {
    margin-block: 1.5rem;
  }
  /* Columns that never follow their content: what a device remembers of its width must not survive a turn of it. */
  .comments,
  .thread,
  .replies {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .comments {
    gap: 1.25rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding-block-end: 0.625rem;
    border-block-end: 2px solid var(--_accent);
  }
  .bar .heading {
    font-size: 1.3125em;
  }
  .bar .total {
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .sort {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    font-size: 0.875em;
  }
  select {
    min-block-size: 2rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  /* The list that opens is drawn by the system, on its own ground. */
  option {
    background: Canvas;
    color: CanvasText;
  }
  .thread {
    gap: 1.25rem;
  }
  .replies {
    gap: 1rem;
    margin-block-start: 1rem;
    margin-inline-start: 0.5rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 1px solid var(--_border);
  }
  .thread > li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 10rem;
    /* Containment would cut off focus rings at the edges. */
    padding: 0.25rem;
    margin: -0.25rem;
  }
  .comment {
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
  }
  .comment > :not(.avatar) {
    grid-column: 2;
  }
  .comment:focus {
    outline: none;
  }
  .comment:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: var(--_radius);
  }
  .avatar {
    display: grid;
    grid-row: 1 / span 2;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    place-content: center;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
    overflow: hidden;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: baseline;
  }
  .name {
    font-weight: 700;
  }
  .when,
  .in-reply-to,
  .waiting,
  .gone {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .when {
    display: inline-block;
    min-block-size: 1.5rem;
    text-decoration-line: none;
  }
  .when,
  .sort,
  .screened,
  .announce,
  .in-reply-to,
  .waiting,
  .gone,
  .badge,
  .quiet {
    unicode-bidi: plaintext;
  }
  @media print {
    .sort,
    .screened {
      display: none;
    }
  }
  a.when:hover {
    text-decoration-line: underline;
  }
  .in-reply-to::before {
    content: '↳ ';
    content: '↳ ' / '';
  }
  .badge {
    padding: 0 0.5em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    font-size: 0.75em;
    font-weight: 600;
  }
  .badge[part~='origin'] {
    max-inline-size: 16rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 400;
  }
  .warned > summary {
    padding-block: 0.25rem;
    color: var(--_muted);
    cursor: pointer;
    unicode-bidi: plaintext;
  }
  .warned > summary:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .warned[open] > summary {
    margin-block-end: 0.5rem;
  }
  .elsewhere {
    min-block-size: 1.5rem;
    font-size: 0.875em;
    unicode-bidi: plaintext;
  }
  .badge.fresh {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .comment .prose {
    max-inline-size: var(--news-measure, 42rem);
  }
  .comment.pending {
    padding: 0.75rem;
    border: 1px dashed var(--_control);
    border-radius: var(--_radius);
  }
  .waiting {
    font-style: italic;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin-block-start: 0.125rem;
  }
  .quiet {
    min-block-size: 1.75rem;
    padding: 0.125rem 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-size: 0.875em;
    font-weight: 600;
    cursor: pointer;
  }
  .quiet:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .fold {
    color: var(--_muted);
    font-weight: 400;
  }
  .more-comments {
    justify-self: center;
  }
  .rules {
    max-inline-size: var(--news-measure, 42rem);
    padding-inline-start: 0.875rem;
    border-inline-start: 4px solid var(--_accent);
    font-size: 0.9375em;
  }
  ::slotted([slot='rules']) {
    margin-block: 0;
  }
  .screened {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .announce {
    padding: 0.75rem var(--_space);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  /* Out of sight, but there: screen readers only say what changes in a place that they know. */
  .announce:empty {
    position: absolute;
    padding: 0;
    border: 0;
  }
  @container (inline-size >= 44rem) {
    .replies {
      margin-inline-start: 1.0625rem;
      padding-inline-start: 1.25rem;
    }
  }
  @container (inline-size < 26rem) {
    .replies {
      margin-inline-start: 0;
      padding-inline-start: 0.5rem;
    }
    /* Beside the name only: the words get the whole width. */
    .comment {
      grid-template-columns: 1.5rem minmax(0, 1fr);
      gap: 0.25rem 0.5rem;
    }
    .avatar {
      grid-row: 1;
      inline-size: 1.5rem;
      block-size: 1.5rem;
      font-size: 0.625rem;
    }
    .comment > :not(.avatar, .by) {
      grid-column: 1 / -1;
    }
  }
`;
