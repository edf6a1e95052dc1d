import { html, nothing, type TemplateResult } from 'lit';
import type { SafeHtml } from '../content/safe-html.js';
import type { Article } from '../model/article.js';
import type { Language } from '../i18n/language.js';
import { authorsView, categoriesView, outLink, publishedView, sourceView, updatedView } from './meta-view.js';
import { pictureView } from './picture-view.js';
import { safeHtml } from './safe-html-directive.js';
import { foreign, heading, titleText } from './text-view.js';

export interface StoryOptions {
  readonly headingLevel: number;
  readonly language: Language;
  /** The sanitised body, where there is one. */
  readonly body: SafeHtml | undefined;
}

const HERO_SIZES = 'auto, (min-width: 60rem) 60rem, 100vw';

/** A whole story: category, title, who and when, banner, body. */
export function storyView(article: Article, { headingLevel, language, body }: StoryOptions): TemplateResult {
  const { strings } = language;
  const title = article.title || strings.untitled;
  return html`<article class="story" part="story">
    <header class="head">
      ${categoriesView(article.categories, true)}
      ${heading(headingLevel, 'title', titleText(title), { lang: article.lang })}
      <p class="meta" part="meta">
        ${publishedView(article.published, language)} ${updatedView(article, language)}
        ${authorsView(article, language)}
        ${
          article.source
            ? html`<span class="origin">${strings.source} ${sourceView(article.source)}</span>`
            : nothing
        }
      </p>
    </header>
    ${heroView(article, language)} ${bodyView(article, body, language)} ${tagsView(article)}
  </article>`;
}

function heroView({ image, lang }: Article, { strings }: Language): TemplateResult | typeof nothing {
  if (!image) return nothing;
  const credit = image.credit ? html`<bdi class="credit">${strings.photo(image.credit)}</bdi>` : nothing;
  return html`<figure class="hero" part="hero">
    <div class="media">${pictureView(image, HERO_SIZES, false)}</div>
    ${
      image.caption || image.credit
        ? html`<figcaption class="caption" part="caption" dir="auto">
            <span lang=${lang ?? nothing}>${image.caption}</span> ${credit}
          </figcaption>`
        : nothing
    }
  </figure>`;
}

function bodyView(article: Article, body: SafeHtml | undefined, { strings }: Language): TemplateResult {
  const lang = article.lang ?? nothing;
  const own = article.url ? html` ${outLink(article.url, strings.openStory, 'more')}` : nothing;
  if (article.access === 'protected' && !body) {
    return html`<p class="notice" part="notice">${strings.protectedStory}${own}</p>`;
  }
  if (!body)
    return html`${article.excerpt ? html`<p class="excerpt" lang=${lang} dir="auto">${article.excerpt}</p>` : nothing}${own}`;
  return html`<div class="body prose ${body.plain ? 'plain' : ''}" part="body" lang=${lang} dir="auto">
      ${safeHtml(body)}
    </div>
    ${body.plain ? html`<p class="mark">${strings.shownAsText}</p>` : nothing}`;
}

function tagsView({ tags }: Article): TemplateResult | typeof nothing {
  if (tags.length === 0) return nothing;
  return html`<ul class="tags" part="tags" role="list">
    ${tags.slice(0, 12).map((tag) => html`<li>${outLink(tag.url, foreign(tag.name), 'tag')}</li>`)}
  </ul>`;
}
