import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, list, type UnknownRecord } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticlesQuery } from '../adapter.js';
import type { Io } from '../io.js';
import { MOST_DOCUMENTS, nextDocument, readArticles, type FeedDocument } from './feed-pages.js';
import { articleOf, isSameAddress } from './feed-selection.js';
import { addressOf, LinkedData } from './json-ld.js';
import { canonicalOf, pageFields } from './open-graph.js';
import { commentFields } from './schema-comments.js';
import { commentCountOf, findStories, storyAddress, storyFields, type FoundStory } from './schema-story.js';

/**
 * Web pages, by what they tell search engines and social networks about themselves: schema.org as JSON-LD, Open Graph. A page
 * that lists nothing may still name a feed.
 * Sources: https://schema.org/Article, https://ogp.me/
 */
export const adapter: Adapter = {
  async article({ src, item }, io) {
    const page = await readPage(src, io);
    if (item && !page.addresses.some((address) => isSameAddress(address, item))) {
      const found = articleOf(othersOf(page), item);
      if (found) return found;
      throw new NewsError('not-found', 'The page has no such story.', { url: page.url });
    }
    return ownStory(page);
  },
  async articles(query, io) {
    const feed = query.next === undefined ? undefined : readFeedCursor(query.next);
    if (feed) return fromFeed(feed, { ...query, next: feed.next }, io);
    if (query.next === undefined) {
      const page = await readPage(query.src, io);
      const found = page.hasList || othersOf(page).length > 0 ? undefined : feedOf(page);
      if (found) return fromFeed(found, query, io);
      if (!page.hasList && othersOf(page).length === 0) {
        throw new NewsError(
          'unsupported',
          'The page neither lists stories in JSON-LD nor names a feed here.',
          {
            url: page.url,
          },
        );
      }
    }
    return readArticles(query, (url) => readList(url, query.src, io));
  },
  async comments({ src, next }, io) {
    const [, turn, start] = /^(\d{1,3}) (.+)$/.exec(next ?? '') ?? [];
    const page = await readPage(start ?? src, io);
    const records = commentFields(page.story?.thing, page.data, page.base);
    if (!page.story && records.length === 0) {
      throw new NewsError('unsupported', 'The page says nothing about comments in JSON-LD.', {
        url: page.url,
      });
    }
    const items = normaliseAll(records, (record) => toComment(record, page.base));
    const said = count(commentCountOf(page.story?.thing, page.data));
    const further = nextOfThread(page);
    const number = Number(turn ?? 1) + 1;
    const isMore = further && records.length > 0 && number <= MOST_DOCUMENTS;
    return {
      items,
      total: isMore || start ? said : Math.max(said ?? 0, items.length),
      next: isMore ? `${number} ${further}` : undefined,
    } satisfies Page<Comment>;
  },
  async posting({ src }, io) {
    const page = await readPage(src, io);
    const discussion = safeUrl(addressOf(get(page.story?.thing, 'discussionUrl')), page.base);
    return { how: 'link', fields: [], url: discussion ?? ownStory(page).url };
  },
  origin: ({ src }) => ({ name: new URL(src).host.replace(/^www\./, ''), url: src }),
};

interface WebPage {
  readonly document: Document;
  readonly data: LinkedData;
  readonly url: string;
  readonly src: string;
  /** What relative addresses are relative to. */
  readonly base: string;
  /** Those under which the page is known. */
  readonly addresses: readonly string[];
  readonly stories: readonly FoundStory[];
  /** The one that the page is about, where JSON-LD has one. */
  readonly story: FoundStory | undefined;
  readonly hasList: boolean;
  readonly fields: UnknownRecord;
}

async function readPage(src: string, io: Io): Promise<WebPage> {
  const { value: document, url } = await io.document(src, 'text/html');
  // The inert parser renames `base`, see there.
  const own = document.querySelector('basefont[href], base[href]')?.getAttribute('href');
  const base = safeUrl(own, url, 'media') ?? url;
  const data = new LinkedData(document);
  const fields = pageFields(document, base);
  const { stories, hasList } = findStories(data);
  const addresses = [url, src, canonicalOf(document, base), addressOf(fields['url'])].flatMap(
    (address) => address ?? [],
  );
  const isOfPage = ({ thing }: FoundStory) =>
    addresses.some((address) => isSameAddress(storyAddress(thing, base), address));
  const alone = stories.filter(({ isListed }) => !isListed);
  const only = alone.length === 1 || fields['isStory'] ? alone[0] : undefined;
  const story = alone.find(isOfPage) ?? stories.find(isOfPage) ?? only;
  return { document, data, url, src, base, addresses, stories, story, hasList, fields };
}

/** JSON-LD first; what it leaves out, the head of the page may say. */
function ownStory(page: WebPage): Article {
  const { story, fields, base, url } = page;
  const own = story ? storyFields(story.thing, page.data, base) : {};
  const merged: UnknownRecord = { ...fields };
  for (const [name, value] of Object.entries(own)) if (!isEmpty(value)) merged[name] = value;
  const picture = own['image'];
  if (picture && get(picture, 'src') === get(fields['image'], 'src')) {
    merged['image'] = { ...(fields['image'] as UnknownRecord), ...withoutEmpty(picture) };
  }
  const isTold = page.stories.length > 0 || fields['isTold'];
  if (!isTold || (!merged['title'] && !merged['excerpt'])) {
    throw new NewsError('parse', 'The page says nothing about a story.', { url });
  }
  const address = merged['url'] ?? url;
  return toArticle({ ...merged, url: address, id: address }, base);
}

function isEmpty(value: unknown): boolean {
  const isNothing = value === undefined || value === '' || value === 'public';
  return isNothing || (Array.isArray(value) && value.length === 0) || get(value, 'value') === '';
}

function withoutEmpty(record: unknown): UnknownRecord {
  return Object.fromEntries(Object.entries(record as UnknownRecord).filter(([, value]) => value));
}

/** The stories of a page but its own. */
function othersOf({ stories, story, data, base, fields }: WebPage): readonly Article[] {
  const others = stories.filter((other) => other !== story);
  return normaliseAll(others, (other) => {
    const own = storyFields((other as FoundStory).thing, data, base);
    return toArticle(
      { ...own, source: own['source'] ?? fields['source'], lang: own['lang'] ?? fields['lang'] },
      base,
    );
  });
}

async function readList(address: string, src: string, io: Io): Promise<FeedDocument> {
  const page = await readPage(address, io);
  return { articles: othersOf(page), next: nextDocument(nextLink(page), page.base, src) };
}

function nextLink({ document }: WebPage): string | null | undefined {
  return document.querySelector('link[rel~="next" i][href], a[rel~="next" i][href]')?.getAttribute('href');
}

/** A thread goes on below its own address; blogs name with the same word the story that was published next. */
function nextOfThread(page: WebPage): string | undefined {
  const next = nextDocument(nextLink(page), page.base, page.src);
  const path = (address: string) => `${new URL(address).pathname.replace(/\/+$/, '')}/`;
  return next && next !== page.url && path(next).startsWith(path(page.src)) ? next : undefined;
}

interface NamedFeed {
  readonly feed: string;
  readonly isJson: boolean;
  readonly next?: string;
}

/** The first feed of stories that the page names, on its own host only. */
function feedOf({ document, base, src, url }: WebPage): NamedFeed | undefined {
  const links = [...document.querySelectorAll('link[rel~="alternate" i][type][href]')].slice(0, 50);
  const feeds = links.flatMap((link) => {
    const type = link.getAttribute('type')!.trim().toLowerCase();
    const feed = nextDocument(link.getAttribute('href'), base, src);
    const isJson = type === 'application/feed+json';
    const isFeed = isJson || /^application\/(?:rss|atom|rdf)\+xml/.test(type);
    return isFeed && feed && new URL(feed).origin === new URL(url).origin ? [{ feed, isJson }] : [];
  });
  return feeds.find(({ feed }) => !/\bcomments?\b/.test(feed)) ?? feeds[0];
}

async function fromFeed({ feed, isJson }: NamedFeed, query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const code = isJson ? import('./json-feed.js') : import('./rss.js');
  const page = await (await code).adapter.articles!({ ...query, src: feed }, io);
  return page.next === undefined ? page : { ...page, next: JSON.stringify([feed, isJson, page.next]) };
}

/** A list of the page's own goes on by an object, a feed that it names by a list. */
function readFeedCursor(text: string): NamedFeed | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const [feed, isJson, next] = list(JSON.parse(text));
    if (typeof feed === 'string' && typeof next === 'string') return { feed, isJson: isJson === true, next };
  } catch {
    // Said by whoever reads it.
  }
  return undefined;
}
