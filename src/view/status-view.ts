import { html, nothing, type TemplateResult } from 'lit';
import type { NewsErrorKind } from '../model/news-error.js';
import type { Strings } from '../i18n/strings.js';

/** Asking again makes sense for what may be over in a minute, not for what the source has decided. */
const WORTH_ANOTHER_TRY: readonly NewsErrorKind[] = [
  'unreachable',
  'timeout',
  'rate-limited',
  'flood',
  'server',
  'parse',
];

/** One quiet sentence about what happened, and a way to try again where that can help. */
export function errorView(
  kind: NewsErrorKind,
  strings: Strings,
  retry?: () => void,
  busy = false,
): TemplateResult {
  return problemView(
    strings.readErrors[kind],
    strings,
    WORTH_ANOTHER_TRY.includes(kind) ? retry : undefined,
    busy,
  );
}

/** A sentence, and a button where one can try again. It is for whoever shows it to have it said by screen readers. */
export function problemView(
  sentence: string,
  strings: Strings,
  retry?: () => void,
  busy = false,
): TemplateResult {
  return html`<div class="status" part="error">
    <p>${sentence}</p>
    ${
      retry
        ? html`<button
            class="button"
            part="button"
            type="button"
            aria-disabled=${busy}
            @click=${() => !busy && retry()}
          >
            ${busy ? strings.loading : strings.tryAgain}
          </button>`
        : nothing
    }
  </div>`;
}

export function noteView(sentence: string): TemplateResult {
  return html`<p class="status" part="status">${sentence}</p>`;
}

/** Grey shapes where words will be; a screen reader hears one word instead. */
export function skeletonView(
  shape: 'card' | 'row' | 'story' | 'thread',
  strings: Strings,
  times = 1,
): TemplateResult {
  const one = html`<div class="skeleton ${shape}" aria-hidden="true">
    <div class="bone picture"></div>
    <div class="lines">
      <div class="bone title"></div>
      <div class="bone"></div>
      <div class="bone"></div>
      <div class="bone short"></div>
    </div>
  </div>`;
  return html`<p class="hidden-text">${strings.loading}</p>
    ${Array.from({ length: times }, () => one)}`;
}
