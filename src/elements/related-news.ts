import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.js';
import type { Article } from '../model/article.js';
import { before } from '../model/date.js';
import { NewsError } from '../model/news-error.js';
import { toArticlePage, type Page } from '../model/page.js';
import type { Adapter, RelatedBy } from '../source/adapter.js';
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
import { isThisPage, pageKey } from './page-address.js';
import { selectStory } from './select-story.js';
import {
  joinLists,
  leaveLists,
  placesBefore,
  shownBefore,
  tellListsAfter,
  type StoryList,
} from './story-lists.js';

/** Most stories that are asked for. */
const CANDIDATES = 100;
const RELATED_BY: readonly RelatedBy[] = ['category', 'tag', 'source'];

/**
 * A list of other stories, such as "This week": each with title, excerpt, date and "Read more" (`compact`: title and
 * date). The story that the page itself shows is left out, and so is what a list before it on the page shows.
 *
 * @tag related-news
 * @summary A list of other stories from any content API.
 *
 * @attr {string} src - URL of a list of stories.
 * @attr {string} adapter - Name of the adapter, one of the table in the README or one that the page registered; found by
 *   itself when left out.
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
    by: {},
    exclude: {},
    repeat: { type: Boolean },
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
  /** Id or URL of the current story: left out, and those that go with it come first. */
  declare relatedTo: string;
  /**
   * What makes stories go with it: the same `category`, the same `tag`, the API's own list (`source`), or the words that
   * they share (`similarity`: BM25, worked out in the browser). Default: what the API does best.
   */
  declare by: RelatedBy | 'similarity' | '';
  /** Ids or URLs of stories to leave out, separated by white space. */
  declare exclude: string;
  /** Whether stories that a list before it on the page shows may be shown again. */
  declare repeat: boolean;
  /** How a story looks: `row` (default), `card`, `compact`. */
  declare layout: CardLayout;

  #shown: readonly Article[] = [];
  readonly #list: StoryList = {
    element: this,
    limit: () => this.#limit,
    shown: () => this.#shown,
    update: () => this.requestUpdate(),
  };

  constructor() {
    super();
    this.headingLevel = 2;
    this.since = '';
    this.limit = 5;
    this.relatedTo = '';
    this.by = '';
    this.exclude = '';
    this.repeat = false;
    this.layout = 'row';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    joinLists(this.#list);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leaveLists(this.#list);
  }

  protected override async load(adapter: Adapter, src: string, io: Io): Promise<Page<Article>> {
    if (!adapter.articles)
      throw new NewsError('unsupported', 'This source has no list of stories.', { url: src });
    const { by } = this;
    const relatedTo = this.#relatedTo;
    const ranked = by === 'similarity';
    // More than shown: one may be the story of this page, and some may stand in a list before this one.
    const spare = 1 + this.#excluded.length + (this.repeat ? 0 : placesBefore(this.#list));
    const page = await adapter.articles(
      {
        src,
        limit: ranked ? CANDIDATES : Math.min(this.#limit + spare, CANDIDATES),
        since: this.#since,
        relatedTo: ranked ? undefined : relatedTo,
        by: RELATED_BY.find((way) => way === by),
      },
      io,
    );
    if (!ranked) return this.#candidates(page);
    const { bySimilarity } = await import('./similar-stories.js');
    return this.#candidates({ items: await bySimilarity(page.items, relatedTo, adapter, src, io) });
  }

  protected override normalise(data: unknown, base: string): Page<Article> {
    return this.#candidates(toArticlePage(data, base));
  }

  protected override loadKey(): unknown {
    return [this.since, this.limit, this.relatedTo, this.by, this.exclude];
  }

  protected override onLoaded(page: Page<Article>): void {
    this.dispatchEvent(new NewsLoadEvent({ ...page, items: this.#shown }));
  }

  protected override isEmpty(): boolean {
    return this.#shown.length === 0;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const before = this.#shown;
    const isElsewhere = this.repeat ? () => false : shownBefore(this.#list);
    const left = this.loader.value?.items.filter((article) => !isElsewhere(article)) ?? [];
    this.#shown = left.slice(0, this.#limit);
    const same = before.length === this.#shown.length && before.every((story, i) => story === this.#shown[i]);
    if (!same) tellListsAfter(this.#list);
  }

  protected override view(_page: Page<Article>, language: Language): TemplateResult {
    return html`${this.#heading(language)}
    ${listView(this.#shown, {
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

  /** All that may be shown here, the best first. */
  #candidates({ items, ...rest }: Page<Article>): Page<Article> {
    const since = this.#since;
    const left = new Set([this.#relatedTo, ...this.#excluded].flatMap((named) => namesOf(named, this)));
    const others = items.filter(
      ({ id, url, published }) =>
        !left.has(id) &&
        !(url && left.has(pageKey(url))) &&
        !isThisPage(url) &&
        (!since || !published || published >= since),
    );
    return { ...rest, items: others };
  }

  get #excluded(): readonly string[] {
    return this.exclude ? String(this.exclude).split(/\s+/).filter(Boolean).slice(0, 100) : [];
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

/** An id, or an address however it is written: with a last slash or without, relative to the page. */
function namesOf(named: string | undefined, { ownerDocument }: Element): readonly string[] {
  if (!named) return [];
  const isAddress = /[/:]/.test(named) && URL.canParse(named, ownerDocument.baseURI);
  return isAddress ? [named, pageKey(new URL(named, ownerDocument.baseURI).href)] : [named];
}

declare global {
  interface HTMLElementTagNameMap {
    'related-news': RelatedNews;
  }
}
