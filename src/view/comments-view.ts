import { html, nothing, type TemplateResult } from 'lit';
import { formatList, formatNumber } from '../i18n/format.js';
import type { Language } from '../i18n/language.js';
import type { NewsErrorKind } from '../model/news-error.js';
import type { MissingSource } from '../model/page.js';
import type { Posting } from '../model/posting.js';
import type { ThreadOrder } from '../model/thread.js';
import { outLink } from './meta-view.js';
import { noteView, problemView } from './status-view.js';
import { heading, MAX_NAME, shorten } from './text-view.js';

export interface CommentsOptions {
  readonly language: Language;
  readonly headingLevel: number;
  /** Missing where the source does not tell. */
  readonly total: number | undefined;
  readonly order: ThreadOrder;
  /** Missing where the source did not tell. */
  readonly posting: Posting | undefined;
  /** Whether the page has put house rules into their slot. */
  readonly hasRules: boolean;
  /** Whether readers are told that a moderator sees comments first. */
  readonly screened: boolean;
  /** What has just happened, for everybody to read and for screen readers to say. */
  readonly announcement: string;
  /** The same, for screen readers only. */
  readonly spoken: string;
  /** The form for the top level. */
  readonly form: TemplateResult;
  /** Missing where there are no comments yet. */
  readonly thread: TemplateResult | undefined;
  /** Sources that are down while others are not. */
  readonly missing: readonly MissingSource[];
  /** Whether they are being asked again. */
  readonly asking: boolean;
  /** The button for the next page; missing on the last one. */
  readonly more?: {
    readonly left: number | undefined;
    readonly busy: boolean;
    /** Why it did not come. */
    readonly error: NewsErrorKind | undefined;
    load(): void;
  };
  onOrder(order: ThreadOrder): void;
  onSlotChange(): void;
  /** Asks for everything again. */
  onRetry(): void;
}

/** Everything around the thread: heading, order, house rules, form, next page. */
export function commentsView(options: CommentsOptions): TemplateResult {
  const { language, headingLevel, total, announcement, hasRules, onSlotChange } = options;
  const { strings, locale } = language;
  const count = total ? html` <span class="total">${formatNumber(total, locale)}</span>` : nothing;
  return html`<section class="comments" part="comments" aria-labelledby="heading">
    <div class="bar">
      ${heading(headingLevel, 'heading', html`${strings.comments}${count}`, { id: 'heading' })}
      ${orderView(options)}
    </div>
    <div class="rules" part="rules" ?hidden=${!hasRules}>
      <slot name="rules" @slotchange=${onSlotChange}></slot>
    </div>
    ${writeView(options)}
    <p class="announce" part="announcement" role="status">${announcement}</p>
    ${missingView(options)} ${options.thread ?? emptyView(options)} ${moreView(options)}
    <p class="hidden-text" role="status">${options.spoken}</p>
  </section>`;
}

function orderView({
  language: { strings },
  total,
  order,
  onOrder,
}: CommentsOptions): TemplateResult | typeof nothing {
  if (total !== undefined && total < 2) return nothing;
  const choose = (event: Event) => onOrder((event.target as HTMLSelectElement).value as ThreadOrder);
  return html`<label class="sort"
    >${strings.sortBy}
    <select part="sort" @change=${choose}>
      <option value="newest" ?selected=${order === 'newest'}>${strings.newestFirst}</option>
      <option value="oldest" ?selected=${order === 'oldest'}>${strings.oldestFirst}</option>
    </select></label
  >`;
}

function writeView(options: CommentsOptions): TemplateResult | typeof nothing {
  const { language, posting, screened, form, onRetry } = options;
  const { strings } = language;
  if (!posting) return problemView(strings.formUnavailable, strings, onRetry);
  switch (posting.how) {
    case 'anonymous':
      return html`${
        screened
          ? html`<p class="screened" part="notice"><slot name="notice">${strings.screened}</slot></p>`
          : nothing
      }
      ${form}`;
    case 'closed':
      return html`<p class="status" part="status">${strings.commentsClosed}</p>`;
    case 'link':
      return html`<p class="status" part="status">
        ${
          posting.origin
            ? strings.answeredOn(`\u2068${shorten(posting.origin.name, MAX_NAME)}\u2069`)
            : strings.commentsElsewhere
        }
        ${
          posting.url
            ? outLink(posting.url, posting.origin ? strings.answerThere : strings.openOnSite, 'more')
            : nothing
        }
      </p>`;
    default:
      return nothing;
  }
}

/** Which comments are not here because their source is down. */
function missingView({ missing, asking, language, onRetry }: CommentsOptions): TemplateResult {
  // The region is there before its words: otherwise they are not said.
  if (missing.length === 0) return html`<div role="status"></div>`;
  const names = formatList(
    missing.map(({ name }) => `\u2068${shorten(name, MAX_NAME)}\u2069`),
    language.locale,
  );
  return html`<div role="status">
    ${problemView(language.strings.sourceMissing(names), language.strings, onRetry, asking)}
  </div>`;
}

/** That comments are closed says enough, and so does that a source is down. */
function emptyView({
  posting,
  missing,
  language: { strings },
}: CommentsOptions): TemplateResult | typeof nothing {
  if (posting?.how === 'closed' || missing.length > 0) return nothing;
  return noteView(posting?.how === 'anonymous' ? strings.beFirst : strings.noComments);
}

function moreView({ language: { strings }, more }: CommentsOptions): TemplateResult | typeof nothing {
  if (!more) return nothing;
  return html`<div role="status">
      ${more.error ? problemView(strings.readErrors[more.error], strings) : nothing}
    </div>
    <button
      class="button more-comments"
      part="button"
      type="button"
      aria-disabled=${more.busy}
      @click=${() => !more.busy && more.load()}
    >
      ${more.busy ? strings.loading : strings.moreComments(more.left)}
    </button>`;
}
