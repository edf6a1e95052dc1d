import { html, nothing, type TemplateResult } from 'lit';
import type { Article, Term } from '../model/article.js';
import type { NewsSource } from '../model/news-source.js';
import { formatDay, formatList } from '../i18n/format.js';
import type { Language } from '../i18n/language.js';
import { foreign, MAX_NAME, shorten } from './text-view.js';

/** A link out of the widget, when there is somewhere to go; otherwise just the words. */
export function outLink(
  url: string | undefined,
  content: unknown,
  part: string,
  rel = 'noopener',
): TemplateResult {
  return url
    ? html`<a class=${part} part=${part} href=${url} rel=${rel}>${content}</a>`
    : html`<span class=${part} part=${part}>${content}</span>`;
}

/** "Published on 23 November 2026" */
export function publishedView(
  iso: string | undefined,
  { locale, strings }: Language,
): TemplateResult | typeof nothing {
  if (!iso) return nothing;
  return html`<time class="date" part="date" datetime=${iso}
    >${strings.publishedOn(formatDay(iso, locale))}</time
  >`;
}

/** The bare day, where a sentence is too much. */
export function dayView(iso: string | undefined, { locale }: Language): TemplateResult | typeof nothing {
  if (!iso) return nothing;
  return html`<time class="date" part="date" datetime=${iso}>${formatDay(iso, locale)}</time>`;
}

/** Said only when it was changed on a later day than it was published. */
export function updatedView(
  article: Article,
  { locale, strings }: Language,
): TemplateResult | typeof nothing {
  const { published, updated } = article;
  if (!published || !updated || Date.parse(updated) - Date.parse(published) < 86_400_000) return nothing;
  return html`<time class="date" datetime=${updated}>${strings.updatedOn(formatDay(updated, locale))}</time>`;
}

export function sourceView(source: NewsSource | undefined): TemplateResult | typeof nothing {
  return source ? outLink(source.url, foreign(source.name), 'source') : nothing;
}

export function authorsView(
  article: Article,
  { locale, strings }: Language,
): TemplateResult | typeof nothing {
  if (article.authors.length === 0) return nothing;
  // Each name isolated by characters, since the list is one string made by the language's own rules.
  const names = article.authors.slice(0, 8).map((author) => `\u2068${shorten(author.name, MAX_NAME)}\u2069`);
  return html`<span class="authors" part="authors">${strings.by(formatList(names, locale))}</span>`;
}

/** At most three: the first ones are the ones an editor put first. */
export function categoriesView(terms: readonly Term[], linked: boolean): TemplateResult | typeof nothing {
  if (terms.length === 0) return nothing;
  return html`<p class="categories">
    ${terms.slice(0, 3).map((term) => outLink(linked ? term.url : undefined, foreign(term.name), 'category'))}
  </p>`;
}
