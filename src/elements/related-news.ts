import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.js';
import type { Article } from '../model/article.js';
import { before } from '../model/date.js';
import { NewsError } from '../model/news-error.js';
import { toArticlePage, type Page } from '../model/page.js';
import type { Adapter } from '../source/adapter.js';
import type { Io } from '../source/io.js';
import { baseStyles } from '../view/base-styles.js';
import { cardStyles } from '../view/card-styles.js';
import { CARD_LAYOUTS, type CardLayout } from '../view/card-view.js';
import { listStyles } from '../view/list-styles.js';
import { listView } from '../view/list-view.js';
import { skeletonStyles } from '../view/skeleton-styles.js';
import { noteView, skeletonView } from '../view/status-view.js';
import { heading, toHeadingLevel } from '../view/text-view.js';
import { NewsLoadEvent } from './events.js';
import { NewsElement } from './news-element.js';
import { isThisPage } from './page-address.js';
import { selectStory } from './select-story.js';

/**
 * A list of other stories, such as "This week": each with title, excerpt, date and "Read more" (`compact`: title and date). The story that the
 * page itself shows is left out.
 *
 * @tag related-news
 * @summary A list of other stories from any content API.
 *
 * @attr {string} src - URL of a list of stories.
 * @attr {string} adapter - `wordpress`, `json-feed`, `rss`, or one that the page registered; found by itself when left out.
 * @attr {"lazy"|"eager"} loading - When to load. Default: `lazy`, when the element comes near the visible part of the page.
 *
 * @slot - The fallback: shown before, while first loading, on error, when there is nothing to list, and without
 *   JavaScript. A child `<script type="application/json">` gives the stories without a request.
 *
 * @fires {NewsLoadEvent} news-load - The list is on screen; `content` is a `Page` of `Article`.
 * @fires {NewsErrorEvent} news-error - The list could not be shown; `error` is a `NewsError`.
 * @fires {NewsSelectEvent} news-select - A reader chose a story; cancelable.
 *
 * @csspart heading - The heading of the list.
 * @csspart list - The list.
 * @csspart card - One story.
 * @csspart image - Its picture.
 * @csspart category - Its category.
 * @csspart title - Its heading.
 * @csspart link - The link in its heading.
 * @csspart excerpt - Its first words.
 * @csspart meta - Its source and date.
 * @csspart date - Its date.
 * @csspart source - Its news source.
 * @csspart more - Its "Read more" link.
 * @csspart status - The sentence that there is nothing to list.
 * @csspart error - The sentence about what went wrong.
 * @csspart button - The button to try again.
 *
 * @cssstate loading - The list is on its way.
 * @cssstate ready - The list is on screen.
 * @cssstate empty - There is nothing to list.
 * @cssstate error - The list could not be loaded.
 */
export class RelatedNews extends NewsElement<Page<Article>> {
  static override properties: PropertyDeclarations = {
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    since: {},
    limit: { type: Number },
    relatedTo: { attribute: 'related-to' },
    layout: {},
  };
  static override styles: CSSResultGroup = [baseStyles, skeletonStyles, cardStyles, listStyles];

  /** Heading of the list. Default: "More news" in the language of the page; an empty string for none. */
  declare heading: string | undefined;
  /** Level of that heading, 1 to 5; the stories' own headings are one below. Default: 2. */
  declare headingLevel: number;
  /** Only stories that are younger than this ISO 8601 duration, such as `P7D` or `PT12H`. Default: any. */
  declare since: string;
  /** Most stories, 1 to 50. Default: 5. */
  declare limit: number;
  /** Id of the current story: left out, and stories of its categories come first where the API can. */
  declare relatedTo: string;
  /** How a story looks: `row` (default), `card`, `compact`. */
  declare layout: CardLayout;

  constructor() {
    super();
    this.headingLevel = 2;
    this.since = '';
    this.limit = 5;
    this.relatedTo = '';
    this.layout = 'row';
  }

  protected override async load(adapter: Adapter, src: string, io: Io): Promise<Page<Article>> {
    if (!adapter.articles)
      throw new NewsError('unsupported', 'This source has no list of stories.', { url: src });
    // One more than shown, since one of them may be the story of this page.
    const query = { src, limit: this.#limit + 1, since: this.#since, relatedTo: this.#relatedTo };
    return this.#chosen(await adapter.articles(query, io));
  }

  protected override normalise(data: unknown, base: string): Page<Article> {
    return this.#chosen(toArticlePage(data, base));
  }

  protected override loadKey(): unknown {
    return [this.since, this.limit, this.relatedTo];
  }

  protected override onLoaded(page: Page<Article>): void {
    this.dispatchEvent(new NewsLoadEvent(page));
  }

  protected override isEmpty({ items }: Page<Article>): boolean {
    return items.length === 0;
  }

  protected override view({ items }: Page<Article>, language: Language): TemplateResult {
    return html`${this.#heading(language)}
    ${listView(items, {
      layout: this.#layout,
      headingLevel: Math.min(this.#level + 1, 6),
      language,
      readMore: true,
      onSelect: (click, chosen) => selectStory(this, click, chosen),
    })}`;
  }

  protected override emptyView(_page: Page<Article>, language: Language): TemplateResult {
    return html`${this.#heading(language)} ${noteView(language.strings.noStories)}`;
  }

  protected override skeleton(language: Language): TemplateResult {
    const shape = this.#layout === 'card' ? 'card' : 'row';
    return html`${this.#heading(language)} ${skeletonView(shape, language.strings, Math.min(this.#limit, 3))}`;
  }

  #heading({ strings }: Language): TemplateResult | typeof nothing {
    const words = this.heading ?? strings.relatedHeading;
    return words ? heading(this.#level, 'heading', words) : nothing;
  }

  #chosen({ items, ...rest }: Page<Article>): Page<Article> {
    const relatedTo = this.#relatedTo;
    const since = this.#since;
    const others = items.filter(
      ({ id, url, published }) =>
        (relatedTo === undefined || (id !== relatedTo && url !== relatedTo)) &&
        !isThisPage(url) &&
        (!since || !published || published >= since),
    );
    return { ...rest, items: others.slice(0, this.#limit) };
  }

  /** As text: a page may set the number that its content API has. */
  get #relatedTo(): string | undefined {
    return this.relatedTo ? String(this.relatedTo) : undefined;
  }

  get #since(): string | undefined {
    return this.since ? before(this.since) : undefined;
  }

  get #limit(): number {
    return Number.isInteger(this.limit) ? Math.min(Math.max(this.limit, 1), 50) : 5;
  }

  get #level(): number {
    return toHeadingLevel(this.headingLevel, 2);
  }

  get #layout(): CardLayout {
    return CARD_LAYOUTS.includes(this.layout) ? this.layout : 'row';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'related-news': RelatedNews;
  }
}
