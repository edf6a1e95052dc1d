import { css } from 'lit';

export const formStyles = css`
  .form,
  .hand-over {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
    max-inline-size: var(--news-measure, 42rem);
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  li > .form,
  li > .hand-over,
  .form + .hand-over {
    margin-block-start: 0.75rem;
  }
  .legend {
    font-weight: 700;
  }
  .legend,
  label,
  .hint,
  .field-error,
  .problem {
    unicode-bidi: plaintext;
  }
  @media print {
    .form,
    .hand-over {
      display: none;
    }
  }
  .writer {
    display: grid;
    gap: 0.875rem;
  }
  @container (inline-size >= 32rem) {
    .writer {
      grid-template-columns: 1fr 1fr;
    }
  }
  .field {
    display: grid;
    gap: 0.25rem;
    align-content: start;
  }
  label {
    font-size: 0.875em;
    font-weight: 600;
  }
  input,
  textarea {
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--news-color-input, transparent);
    color: inherit;
    font: inherit;
    /* Under 16 px, phones zoom the page in when a field gets the focus. */
    font-size: max(1em, 16px);
    line-height: 1.4;
  }
  textarea {
    min-block-size: 6.5rem;
    resize: vertical;
    field-sizing: content;
    max-block-size: 24rem;
  }
  input:focus-visible,
  textarea:focus-visible,
  select:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
    border-width: 2px;
  }
  .field-error,
  .problem {
    color: var(--_error);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .field-error::before,
  .problem::before {
    content: '⚠ ';
    content: '⚠ ' / '';
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
