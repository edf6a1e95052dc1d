import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import type { SafeHtml } from '../content/safe-html.js';
import type { Language } from '../i18n/language.js';
import { toArticle, type Article } from '../model/article.js';
import { NewsError } from '../model/news-error.js';
import type { Adapter } from '../source/adapter.js';
import type { Io } from '../source/io.js';
import { baseStyles } from '../view/base-styles.js';
import { proseStyles } from '../view/prose-styles.js';
import { skeletonStyles } from '../view/skeleton-styles.js';
import { skeletonView } from '../view/status-view.js';
import { storyStyles } from '../view/story-styles.js';
import { storyView } from '../view/story-view.js';
import { toHeadingLevel } from '../view/text-view.js';
import { loadContentDoor } from './content-door.js';
import { NewsLoadEvent } from './events.js';
import { NewsElement } from './news-element.js';
import { withSource } from './source-attributes.js';

interface Story {
  readonly article: Article;
  readonly body: SafeHtml | undefined;
}

/**
 * A whole story: category, title, "Published on" date, authors, source with link, banner with caption and credit,
 * sanitised body, tags.
 *
 * @tag article-view
 * @summary A whole story from any content API.
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
 *
 * @csspart story - All of it.
 * @csspart category - A category.
 * @csspart title - The heading.
 * @csspart meta - Dates, authors, source.
 * @csspart date - The date of publication.
 * @csspart authors - Who wrote it.
 * @csspart source - The news source.
 * @csspart hero - The banner with its caption.
 * @csspart image - The picture of the banner.
 * @csspart caption - Caption and credit of the banner.
 * @csspart body - The text.
 * @csspart notice - The note on a story that is protected by a password.
 * @csspart tags - The list of tags.
 * @csspart tag - A tag.
 * @csspart more - The link to the story's own page, where the text is not shown.
 * @csspart error - The sentence about what went wrong.
 * @csspart button - The button to try again.
 *
 * @cssstate loading - The story is on its way.
 * @cssstate ready - The story is on screen.
 * @cssstate error - The story could not be loaded.
 */
export class ArticleView extends NewsElement<Story> {
  static override properties: PropertyDeclarations = {
    item: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    sourceName: { attribute: 'source-name' },
    sourceUrl: { attribute: 'source-url' },
  };
  static override styles: CSSResultGroup = [baseStyles, skeletonStyles, proseStyles, storyStyles];

  /** Id or URL of the story, where `src` is a list. Default: the first one. */
  declare item: string;
  /** Level of the title, 1 to 6; headings in the text come below it. Default: 2. */
  declare headingLevel: number;
  /** Name of the news source, where the content API does not tell. */
  declare sourceName: string;
  /** Address of the news source. */
  declare sourceUrl: string;

  constructor() {
    super();
    this.item = '';
    this.headingLevel = 2;
    this.sourceName = '';
    this.sourceUrl = '';
  }

  protected override async load(adapter: Adapter, src: string, io: Io): Promise<Story> {
    if (!adapter.article) throw new NewsError('unsupported', 'This source has no stories.', { url: src });
    // The sanitiser comes over the network while the story does.
    const [article] = await Promise.all([
      adapter.article({ src, item: this.item || undefined }, io),
      loadContentDoor(),
    ]);
    return this.#toStory(article, src);
  }

  protected override normalise(data: unknown, base: string): Promise<Story> {
    return this.#toStory(toArticle(data, base), base);
  }

  protected override loadKey(): unknown {
    return [this.item, this.headingLevel];
  }

  protected override onLoaded({ article }: Story): void {
    this.dispatchEvent(new NewsLoadEvent(article));
  }

  protected override isEmpty(): boolean {
    return false;
  }

  protected override view({ article, body }: Story, language: Language): TemplateResult {
    const sourced = withSource(article, this.sourceName, this.sourceUrl);
    return storyView(sourced, { headingLevel: this.#level, language, body });
  }

  protected override skeleton({ strings }: Language): TemplateResult {
    return skeletonView('story', strings);
  }

  async #toStory(article: Article, src: string): Promise<Story> {
    if (!article.body) return { article, body: undefined };
    const { prepareFor, renderBody } = await loadContentDoor();
    await prepareFor([article.body]);
    const base = article.url ?? src;
    const body = renderBody(article.body, {
      purpose: 'article',
      base,
      imageHosts: mediaHosts(article, base, src),
      headingLevel: this.#level,
    });
    return { article, body };
  }

  get #level(): number {
    return toHeadingLevel(this.headingLevel, 2);
  }
}

/** The story's own hosts: nothing else is requested because a text says so. */
function mediaHosts(article: Article, ...urls: readonly string[]): string[] {
  const known = article.image ? [...urls, article.image.src] : urls;
  return [...new Set(known.flatMap((url) => (/^https?:/.test(url) ? [new URL(url).host] : [])))];
}

declare global {
  interface HTMLElementTagNameMap {
    'article-view': ArticleView;
  }
}
