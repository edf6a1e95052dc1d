import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import type { Language } from '../i18n/language.js';
import { toArticle, type Article } from '../model/article.js';
import { NewsError } from '../model/news-error.js';
import type { Adapter } from '../source/adapter.js';
import type { Io } from '../source/io.js';
import { baseStyles } from '../view/base-styles.js';
import { CARD_LAYOUTS, cardView, type CardLayout } from '../view/card-view.js';
import { cardStyles } from '../view/card-styles.js';
import { skeletonStyles } from '../view/skeleton-styles.js';
import { skeletonView } from '../view/status-view.js';
import { toHeadingLevel } from '../view/text-view.js';
import { NewsLoadEvent } from './events.js';
import { NewsElement } from './news-element.js';
import { selectStory } from './select-story.js';
import { withSource } from './source-attributes.js';

/**
 * A teaser of one story: picture, category, title, excerpt, source and date.
 *
 * @tag article-card
 * @summary A teaser of one story from any content API.
 *
 * @attr {string} src - URL of the story, or of a list whose first story is meant.
 * @attr {string} adapter - Name of the adapter, one of the table in the README or one that the page registered; found by
 *   itself when left out.
 * @attr {"lazy"|"eager"} loading - When to load. Default: `lazy`, when the element comes near the visible part of the page.
 *
 * @slot - The fallback: shown before, while first loading, on error, and without JavaScript. A child
 *   `<script type="application/json">` gives the story without a request.
 *
 * @fires {NewsLoadEvent} news-load - The story is on screen; `content` is the `Article`.
 * @fires {NewsErrorEvent} news-error - The story could not be shown; `error` is a `NewsError`.
 * @fires {NewsSelectEvent} news-select - A reader chose the story; cancelable.
 *
 * @csspart card - All of it.
 * @csspart image - The picture.
 * @csspart category - The category.
 * @csspart title - The heading.
 * @csspart link - The link in the heading.
 * @csspart excerpt - The first words.
 * @csspart meta - Source and date.
 * @csspart date - The date.
 * @csspart source - The news source.
 * @csspart error - The sentence about what went wrong.
 * @csspart button - The button to try again.
 *
 * @cssstate loading - The story is on its way.
 * @cssstate ready - The story is on screen.
 * @cssstate error - The story could not be loaded.
 */
export class ArticleCard extends NewsElement<Article> {
  static override properties: PropertyDeclarations = {
    item: {},
    layout: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    sourceName: { attribute: 'source-name' },
    sourceUrl: { attribute: 'source-url' },
  };
  static override styles: CSSResultGroup = [baseStyles, skeletonStyles, cardStyles];

  /** Id or URL of the story, where `src` is a list. Default: the first one. */
  declare item: string;
  /** `card` (default): picture above; `row`: picture beside; `compact`: words only; `lead`: the story of the day. */
  declare layout: CardLayout;
  /** Level of the heading, 1 to 6. Default: 3. */
  declare headingLevel: number;
  /** Name of the news source, where the content API does not tell. */
  declare sourceName: string;
  /** Address of the news source. */
  declare sourceUrl: string;

  constructor() {
    super();
    this.item = '';
    this.layout = 'card';
    this.headingLevel = 3;
    this.sourceName = '';
    this.sourceUrl = '';
  }

  protected override async load(adapter: Adapter, src: string, io: Io): Promise<Article> {
    if (!adapter.article) throw new NewsError('unsupported', 'This source has no stories.', { url: src });
    return adapter.article({ src, item: this.item || undefined }, io);
  }

  protected override normalise(data: unknown, base: string): Article {
    return toArticle(data, base);
  }

  protected override loadKey(): unknown {
    return this.item;
  }

  protected override onLoaded(article: Article): void {
    this.dispatchEvent(new NewsLoadEvent(article));
  }

  protected override isEmpty(): boolean {
    return false;
  }

  protected override view(article: Article, language: Language): TemplateResult {
    return cardView(withSource(article, this.sourceName, this.sourceUrl), {
      layout: this.#layout,
      headingLevel: toHeadingLevel(this.headingLevel, 3),
      language,
      readMore: false,
      onSelect: (click, chosen) => selectStory(this, click, chosen),
    });
  }

  protected override skeleton({ strings }: Language): TemplateResult {
    return skeletonView(this.#layout === 'row' ? 'row' : 'card', strings);
  }

  get #layout(): CardLayout {
    return CARD_LAYOUTS.includes(this.layout) ? this.layout : 'card';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-card': ArticleCard;
  }
}
