import { css } from 'lit';

/** Text that came as HTML: whatever tags it has, it must stay inside its column. */
export const proseStyles = css`
  .prose {
    overflow-wrap: anywhere;
  }
  .prose > * + * {
    margin-block-start: 0.9em;
  }
  .prose h1,
  .prose h2,
  .prose h3,
  .prose h4,
  .prose h5,
  .prose h6 {
    margin-block-start: 1.5em;
    font-family: var(--news-font-heading, inherit);
    font-size: 1.1875em;
    line-height: 1.25;
  }
  .prose ul,
  .prose ol {
    padding-inline-start: 1.5em;
    list-style: disc;
  }
  .prose ol {
    list-style: decimal;
  }
  .prose li + li {
    margin-block-start: 0.25em;
  }
  .prose blockquote {
    margin: 1.25em 0;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_accent);
    color: var(--_muted);
  }
  .prose blockquote > * + * {
    margin-block-start: 0.5em;
  }
  .prose img,
  .prose video {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
  }
  .prose audio {
    inline-size: 100%;
  }
  .prose figure {
    margin-block: 1.5em;
  }
  .prose figcaption {
    margin-block-start: 0.5em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .prose pre {
    overflow-x: auto;
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    background: var(--_tint);
    overflow-wrap: normal;
  }
  .prose code,
  .prose kbd,
  .prose samp {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }
  .prose table {
    display: block;
    max-inline-size: 100%;
    overflow-x: auto;
    border-collapse: collapse;
  }
  .prose th,
  .prose td {
    padding: 0.375em 0.75em;
    border: 1px solid var(--_border);
    text-align: start;
  }
  .prose hr {
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
`;
