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
export function errorView(kind: NewsErrorKind, strings: Strings, retry?: () => void): TemplateResult {
  return html`<div class="status" part="error" role="status">
    <p>${strings.readErrors[kind]}</p>
    ${
      retry && WORTH_ANOTHER_TRY.includes(kind)
        ? html`<button class="button" part="button" type="button" @click=${retry}>
            ${strings.tryAgain}
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
