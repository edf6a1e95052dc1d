import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../model/article.js';
import type { Language } from '../i18n/language.js';
import { categoriesView, dayView, publishedView, sourceView } from './meta-view.js';
import { pictureView } from './picture-view.js';
import { heading, MAX_TITLE, shorten, titleText } from './text-view.js';

/** `card`: picture above; `row`: picture beside; `compact`: words only; `lead`: the story of the day. */
export const CARD_LAYOUTS = ['card', 'row', 'compact', 'lead'] as const;
export type CardLayout = (typeof CARD_LAYOUTS)[number];

export interface CardOptions {
  readonly layout: CardLayout;
  readonly headingLevel: number;
  readonly language: Language;
  /** Whether a "Read more" link is drawn under the excerpt. */
  readonly readMore: boolean;
  /** Told before a link is followed; it may stop that. */
  onSelect(click: MouseEvent, article: Article): void;
}

const SIZES: Record<CardLayout, string> = {
  card: 'auto, (min-width: 40rem) 24rem, 100vw',
  row: 'auto, 12rem',
  compact: '1px',
  lead: 'auto, (min-width: 40rem) 40rem, 100vw',
};

/** A teaser of a story. */
export function cardView(article: Article, options: CardOptions): TemplateResult {
  const { layout, language, readMore } = options;
  const select = (click: MouseEvent) => options.onSelect(click, article);
  const showPicture = article.image && layout !== 'compact';
  return html`<article class="card ${layout} ${showPicture ? 'illustrated' : ''}" part="card">
    ${showPicture ? html`<div class="media">${pictureView(article.image!, SIZES[layout], true)}</div>` : nothing}
    <div class="words">
      ${layout === 'compact' ? nothing : categoriesView(article.categories.slice(0, 1), false)}
      ${heading(options.headingLevel, 'title', titleLink(article, language, select), { lang: article.lang })}
      ${
        article.excerpt && layout !== 'compact'
          ? html`<p class="excerpt" part="excerpt" lang=${article.lang ?? nothing} dir="auto">
              ${shorten(article.excerpt, MAX_TITLE)}
            </p>`
          : nothing
      }
      <p class="meta" part="meta">
        ${sourceView(article.source)}
        ${layout === 'lead' ? publishedView(article.published, language) : dayView(article.published, language)}
      </p>
      ${readMore && article.url && layout !== 'compact' ? readMoreLink(article, language, select) : nothing}
    </div>
  </article>`;
}

function titleLink(
  article: Article,
  { strings }: Language,
  select: (click: MouseEvent) => void,
): TemplateResult {
  const words = titleText(article.title || article.excerpt || strings.untitled);
  if (!article.url) return words;
  return html`<a class="link" part="link" href=${article.url} @click=${select}>${words}</a>`;
}

/** Named in full, since a list of links that all say "Read more" tells nothing. */
function readMoreLink(
  article: Article,
  { strings }: Language,
  select: (click: MouseEvent) => void,
): TemplateResult {
  const name = strings.readMoreAbout(article.title || strings.untitled);
  return html`<a class="more" part="more" href=${article.url!} aria-label=${name} @click=${select}
    >${strings.readMore}</a
  >`;
}
