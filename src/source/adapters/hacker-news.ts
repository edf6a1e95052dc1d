import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { MAX_ITEMS, normaliseAll, type Page } from '../../model/page.js';
import { count, get, identifier, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import { firstWords } from './common/first-words.js';
import type { Answer, Io } from '../io.js';
import { itemPage, placeOf, SITE, userPage, type HackerNewsPlace } from './hacker-news-address.js';

/**
 * Hacker News, through the search service that has it whole (API v1): stories, and the thread of one in one answer.
 * Read only. Source: https://hn.algolia.com/api
 */
export const adapter: Adapter = {
  article,
  articles,
  comments,
  posting: async ({ src }) => ({ how: 'link', fields: [], url: itemPage(itemOf(src).item) }),
  origin({ src }) {
    const item = placeOf(src)?.item;
    return { name: 'Hacker News', url: item ? itemPage(item) : SITE };
  },
};

/** Hits of one request for a thread that is too large for one answer: each is sent twice, with its matches marked. */
const HITS = 300;
/** Requests for one page of such a thread. */
const ROUNDS = 4;

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const place = readAddress(query.src);
  const item = (query.item && (placeOf(query.item)?.item ?? /^\d+$/.exec(query.item)?.[0])) || place.item;
  if (item) {
    const { value, url } = await io.json(`${place.api}/items/${item}`);
    return toStory(value, url);
  }
  const params = new URLSearchParams(place.params);
  params.set('hitsPerPage', query.item ? '100' : '1');
  const answer = await io.json(`${place.api}/${place.list}?${params}`);
  const stories = hitsOf(answer).map((hit) => toStory(hit, answer.url));
  const found = query.item ? stories.find(({ url }) => url === query.item) : stories[0];
  if (found) return found;
  throw new NewsError('not-found', 'No story of this list matches.', { url: answer.url });
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const place = readAddress(query.src);
  if (place.item)
    throw new NewsError('unsupported', 'A list is needed, but this is one story.', { url: query.src });
  const params = new URLSearchParams(place.params);
  const page = count(Number(query.next)) ?? 0; // the first one is 0
  params.set('page', String(page));
  params.set('hitsPerPage', String(Math.min(query.limit, 100)));
  if (query.since) {
    const since = `created_at_i>=${Math.floor(Date.parse(query.since) / 1000)}`;
    params.set('numericFilters', [params.get('numericFilters'), since].filter(Boolean).join());
  }
  const answer = await io.json(`${place.api}/${place.list}?${params}`);
  const hits = hitsOf(answer);
  const { relatedTo } = query;
  const current = relatedTo && (placeOf(relatedTo)?.item ?? relatedTo);
  const stories = normaliseAll(hits, (hit) => toStory(hit, answer.url));
  const more = hits.length > 0 && page + 1 < (count(get(answer.value, 'nbPages')) ?? 0);
  return {
    items: stories.filter(({ id, url }) => id !== current && url !== relatedTo).slice(0, query.limit),
    total: count(get(answer.value, 'nbHits')),
    next: more ? String(page + 1) : undefined,
  };
}

async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const place = itemOf(query.src);
  if (query.next !== undefined) return search(place, io, query.next);
  try {
    const { value, url } = await io.json(`${place.api}/items/${place.item}`);
    if (!isRecord(value)) throw new NewsError('parse', 'This is no thread.', { url });
    return thread(value, url);
  } catch (error) {
    if (!(error instanceof NewsError) || error.kind !== 'too-large') throw error;
    // Very long and very deep threads: the same comments, as a flat list.
    const page = await search(place, io);
    if (page.items.length === 0) throw error;
    return page;
  }
}

/** The whole tree as a list, parents first. Of deleted comments only those that hold replies together are kept. */
function thread(story: unknown, base: string): Page<Comment> {
  const flat: { record: unknown; parent: number }[] = [];
  const waiting = [...list(get(story, 'children'))].reverse().map((record) => ({ record, parent: -1 }));
  while (waiting.length > 0 && flat.length < MAX_ITEMS) {
    const { record, parent } = waiting.pop()!;
    const place = flat.push({ record, parent }) - 1;
    for (const child of [...list(get(record, 'children'))].reverse())
      waiting.push({ record: child, parent: place });
  }
  const kept = new Set<number>();
  for (const [place, { record, parent }] of [...flat.entries()].reverse()) {
    if (!isDeleted(record)) kept.add(place);
    if (kept.has(place)) kept.add(parent);
  }
  const shown = flat.filter((_, place) => kept.has(place));
  const items = normaliseAll(shown, (node) => {
    const parent = flat[Number(get(node, 'parent'))]?.record;
    return toHackerNewsComment(get(node, 'record'), get(parent, 'id'), story, base);
  });
  return { items, total: items.filter(({ status }) => status === 'published').length };
}

const isDeleted = (record: unknown): boolean => !get(record, 'author') && !get(record, 'text');

/** The newest first, as the search has them, each request from where the one before it ended; given the oldest first. */
async function search({ api, item }: HackerNewsPlace, io: Io, before?: string): Promise<Page<Comment>> {
  const found = new Map<string, Comment>();
  let [next, total] = [before, undefined as number | undefined];
  for (let round = 0; round < ROUNDS; round++) {
    const params = new URLSearchParams({ tags: `comment,story_${item}`, hitsPerPage: String(HITS) });
    if (next !== undefined && /^\d+$/.test(next)) params.set('numericFilters', `created_at_i<=${next}`);
    const answer = await io.json(`${api}/search_by_date?${params}`);
    const hits = hitsOf(answer);
    if (before === undefined) total ??= count(get(answer.value, 'nbHits'));
    const size = found.size;
    for (const comment of normaliseAll(hits, (hit) => toHit(hit, item!, answer.url)))
      found.set(comment.id, comment);
    const oldest = identifier(get(hits.at(-1), 'created_at_i'));
    // All in one second, or nothing new: there is no way on.
    const stuck = oldest === next || found.size === size;
    next = hits.length < HITS || stuck ? undefined : oldest;
    if (next === undefined) break;
  }
  return { items: [...found.values()].reverse(), total, next };
}

function toHit(hit: unknown, item: string, base: string): Comment {
  const parent = identifier(get(hit, 'parent_id'));
  const record = {
    id: get(hit, 'objectID'),
    author: get(hit, 'author'),
    text: get(hit, 'comment_text'),
    points: get(hit, 'points'),
    created_at: get(hit, 'created_at'),
  };
  return toHackerNewsComment(record, parent === item ? undefined : parent, undefined, base);
}

function toHackerNewsComment(record: unknown, parentId: unknown, story: unknown, base: string): Comment {
  const name = get(record, 'author');
  const isAuthor = typeof name === 'string' && name !== '' && name === get(story, 'author');
  const id = identifier(get(record, 'id'));
  return toComment(
    {
      id,
      parentId,
      author: { name, url: writerPage(name), badge: isAuthor ? 'author' : undefined },
      body: { format: 'html', value: get(record, 'text') },
      published: get(record, 'created_at'),
      status: isDeleted(record) ? 'deleted' : 'published',
      score: get(record, 'points'),
      url: id && itemPage(id),
    },
    base,
  );
}

/** A story of `items/…`, or a hit of a search. */
function toStory(record: unknown, base: string): Article {
  const id = identifier(get(record, 'objectID') ?? get(record, 'id'));
  const author = get(record, 'author');
  const page = id && itemPage(id);
  const link = safeUrl(get(record, 'url'), undefined, 'media');
  const text = get(record, 'text') ?? get(record, 'story_text') ?? get(record, 'comment_text');
  return toArticle(
    {
      id,
      url: link ?? (isRecord(record) ? page : undefined),
      title: plainText(get(record, 'title') ?? get(record, 'story_title')),
      excerpt: firstWords(plainText(text), 240),
      body: { format: 'html', value: text },
      authors: [{ name: author, url: writerPage(author) }],
      published: get(record, 'created_at'),
      source: link
        ? { name: new URL(link).host.replace(/^www\./, ''), url: link }
        : { name: 'Hacker News', url: page },
      commentCount: get(record, 'num_comments'),
    },
    base,
  );
}

const writerPage = (name: unknown) =>
  typeof name === 'string' && name ? userPage(name.slice(0, 100)) : undefined;

function hitsOf(answer: Answer<unknown>): readonly unknown[] {
  const hits = get(answer.value, 'hits');
  if (Array.isArray(hits)) return hits;
  throw new NewsError('parse', 'A list of hits was expected, but something else came.', { url: answer.url });
}

/** @throws NewsError `unsupported` */
function readAddress(src: string): HackerNewsPlace {
  const place = placeOf(src);
  if (place) return place;
  throw new NewsError('unsupported', `Not of Hacker News: ${src}`, { url: src });
}

function itemOf(src: string): HackerNewsPlace & { readonly item: string } {
  const place = readAddress(src);
  if (place.item) return { ...place, item: place.item };
  throw new NewsError('unsupported', `Comments need one story: ${SITE}/item?id=…`, { url: src });
}
