import { css } from 'lit';

/**
 * Theme tokens (`--news-*`) are read here, once, with fallbacks that come from the page: its font, its text colour,
 * and shades of that colour. So an unthemed element looks like the page it stands on, light or dark. Tokens are never
 * declared; what is derived from them has names that begin with `--_`.
 */
export const baseStyles = css`
  :host {
    display: block;
    /* In a flex box or a grid, a widget is as narrow as its column. */
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  /* A page's rules for all elements reach the host and are inherited from there: what makes text unreadable stops here. */
  .frame {
    --_muted: var(--news-color-muted, color-mix(in srgb, currentColor 82%, transparent));
    --_border: var(--news-color-border, color-mix(in srgb, currentColor 20%, transparent));
    --_control: var(--news-color-control, color-mix(in srgb, currentColor 58%, transparent));
    --_tint: var(--news-color-tint, color-mix(in srgb, currentColor 6%, transparent));
    --_accent: var(--news-color-accent, currentColor);
    --_error: var(--news-color-error, currentColor);
    --_radius: var(--news-radius, 0.375rem);
    --_space: var(--news-space, 1rem);
    container-type: inline-size;
    contain-intrinsic-inline-size: 20rem;
    contain: layout;
    overflow: clip;
    overflow-clip-margin: 0.5rem;
    box-sizing: border-box;
    padding: var(--news-padding, 0);
    background: var(--news-color-surface, transparent);
    border-radius: var(--_radius);
    color: var(--news-color-text, inherit);
    font-family: var(--news-font, inherit);
    font-size: max(var(--news-font-size, 1em), 13px);
    line-height: 1.5;
    font-style: normal;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    overflow-wrap: anywhere;
    cursor: auto;
    pointer-events: auto;
    user-select: text;
  }
  .frame:focus {
    outline: none;
  }
  .frame *,
  .frame ::before,
  .frame ::after {
    box-sizing: border-box;
  }
  p,
  ol,
  ul,
  figure,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  [hidden] {
    display: none !important;
  }
  .title,
  .heading {
    font-family: var(--news-font-heading, inherit);
    font-weight: var(--news-weight-heading, 700);
    line-height: 1.2;
    text-wrap: balance;
  }
  a {
    color: inherit;
    text-decoration-line: underline;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.15em;
  }
  a:focus-visible,
  button:focus-visible,
  summary:focus-visible,
  [tabindex]:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .meta,
  .caption,
  .hint {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 1.25em;
    /* Leaves room for a focus ring, and cuts off the dot of what begins a line. */
    clip-path: inset(-0.375em);
  }
  /* A dot between the facts, in the gap before each: no line begins or ends with one. */
  .meta > * {
    position: relative;
  }
  .meta > ::before {
    content: '·';
    content: '·' / '';
    position: absolute;
    inset-inline-start: -0.75em;
  }
  .category {
    color: var(--_accent);
    font-size: 0.8125em;
    font-weight: 600;
    letter-spacing: 0.02em;
    text-decoration-line: none;
  }
  a.category:hover {
    text-decoration-line: underline;
  }
  .category + .category {
    margin-inline-start: 0.75em;
  }
  .picture {
    display: block;
    inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
    padding: 0.75rem var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .button {
    min-block-size: 2.25rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_tint);
  }
  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.7;
  }
  .primary {
    border-color: var(--_accent);
    background: var(--news-color-accent, transparent);
    color: var(--news-color-on-accent, inherit);
  }
  .primary:hover {
    background: var(--news-color-accent, var(--_tint));
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .mark {
    margin-block-start: 0.25rem;
    color: var(--_muted);
    font-size: 0.8125em;
    font-style: italic;
  }
  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Our own words may be of another direction than the page, until it has them in its own language. */
  .meta > *,
  .status,
  .status > p,
  .button {
    unicode-bidi: plaintext;
  }
  @media print {
    button,
    .more {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .primary {
      border-width: 2px;
    }
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
