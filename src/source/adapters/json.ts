import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { MAX_ITEMS, normaliseAll, type Page } from '../../model/page.js';
import { count, get, list } from '../../model/record.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Io } from '../io.js';
import { checkFields } from '../mapping/fields.js';
import { LIST_PLACES, toMapping, type Mapping } from '../mapping/mapping.js';
import { readPage, type Place } from '../mapping/pages.js';
import { readPath } from '../mapping/path.js';
import { names, storyRecord } from '../mapping/story-record.js';
import { fill, itemOf, srcTemplate } from '../mapping/template.js';
import { selectArticle, selectArticles } from './feed-selection.js';
import { addComment, posting } from './json-posting.js';

/**
 * Any API that answers with JSON, by the description that a page gives of it.
 *
 * @throws NewsError `unsupported` for a description that is wrong
 */
export function mappedAdapter(input: unknown): Adapter {
  const mapping = toMapping(input);
  const adapter: Adapter = {};
  if (mapping.item) {
    adapter.article = (query, io) => article(mapping, query, io);
    adapter.articles = (query, io) => articles(mapping, query, io);
  }
  if (mapping.comments) adapter.comments = (query, io) => comments(mapping, query, io);
  if (mapping.posting) adapter.posting = ({ src }, io) => posting(mapping, src, io);
  if (mapping.posting?.request)
    adapter.addComment = ({ src }, draft, io) => addComment(mapping, src, draft, io);
  return adapter;
}

/** How many pages are read at once to find a story, or to fill a list. */
const MOST_PAGES = 5;

async function article(mapping: Mapping, query: ArticleQuery, io: Io): Promise<Article> {
  const { item, src } = query;
  const { request } = mapping.item!;
  if (item) {
    const named = /^https?:/.test(item) ? request && itemOf(request, item) : item;
    const own = srcTemplate(src, LIST_PLACES);
    if (named && request) return story(mapping, fill(request, { item: named }, src), io);
    if (named && own.names.includes('item')) return story(mapping, fill(own, { item: named }, src), io);
    const found: Article[] = [];
    let place: Place | undefined;
    for (let asked = 0; asked < MOST_PAGES && (asked === 0 || place); asked++) {
      const page = await readPage(mapping.stories, { src, values: {}, place }, io);
      found.push(...toStories(mapping, page));
      if (found.some(({ id, url }) => id === item || url === item)) break;
      place = page.next;
    }
    return selectArticle(found, query);
  }
  return story(mapping, src, io);
}

async function story(mapping: Mapping, src: string, io: Io): Promise<Article> {
  const { record, url } = await storyRecord(mapping, src, io);
  checkFields([record], mapping.item!, 'item.title', url);
  return toArticle(mapping.item!.read(record), url);
}

function toStories(
  { item }: Mapping,
  page: { records: readonly unknown[]; url: string },
): readonly Article[] {
  checkFields(page.records, item!, 'item.title', page.url);
  return normaliseAll(page.records, (record) => toArticle(item!.read(record), page.url));
}

/** Page after page until there are enough. `next` also says how many of a page were given, where the API sends more than that. */
async function articles(mapping: Mapping, query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const { src, limit, since } = query;
  const items: Article[] = [];
  let total: number | undefined;
  let { place, skip } = readNext(query.next);
  for (let asked = 0; asked < MOST_PAGES; asked++) {
    let page;
    try {
      page = await readPage(mapping.stories, { src, values: { since }, limit, place }, io);
    } catch (error) {
      // A later page that is broken takes nothing away from those before it.
      if (items.length === 0 || !(error instanceof NewsError)) throw error;
      return { items, total };
    }
    total ??= page.total;
    const chosen = selectArticles(toStories(mapping, page), { ...query, limit: MAX_ITEMS }).items;
    const more = chosen.slice(skip, skip + limit - items.length);
    items.push(...more);
    if (skip + more.length < chosen.length) {
      return { items, total, next: writeNext(place, skip + more.length) };
    }
    skip = 0;
    place = page.next;
    if (!place || items.length >= limit) break;
  }
  return { items, total, next: place && writeNext(place, 0) };
}

const writeNext = (place: Place | undefined, skip: number) => JSON.stringify([place?.at, place?.seen, skip]);

/** @throws NewsError `parse` for what is no `next` of ours */
function readNext(next = '[]'): { place: Place | undefined; skip: number } {
  let parts: readonly unknown[];
  try {
    parts = list(JSON.parse(next));
  } catch {
    throw new NewsError('parse', 'This is no place to go on from.');
  }
  const [at, seen, skip] = parts;
  return {
    place: typeof at === 'string' ? { at, seen: count(seen) ?? 0 } : undefined,
    skip: count(skip) ?? 0,
  };
}

async function comments(mapping: Mapping, query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { src, order, next } = query;
  const own = mapping.comments!;
  const values = {
    ...(await names(mapping, own.part.request?.names ?? [], src, io)),
    order: own.order[order],
  };
  const page = await readPage(own.part, { src, values, place: readNext(next).place }, io);
  checkFields(page.records, own, 'comments.id', page.url);
  const flat = flattened(page.records, mapping);
  return {
    items: normaliseAll(flat, (entry) => {
      const { record, parentId } = entry as Flat;
      const fields = own.read(record);
      return toComment({ ...fields, parentId: fields.parentId ?? parentId }, page.url);
    }),
    total: page.total,
    next: page.next && writeNext(page.next, 0),
  };
}

interface Flat {
  readonly record: unknown;
  readonly parentId?: unknown;
}

/** Answers that stand inside what they answer, behind it. Walked by hand: the source decides how deep it goes. */
function flattened(records: readonly unknown[], { comments: own }: Mapping): readonly Flat[] {
  const { replies, read } = own!;
  if (!replies) return records.map((record) => ({ record }));
  const flat: Flat[] = [];
  const waiting: Flat[] = records.map((record) => ({ record })).reverse();
  for (let here = waiting.pop(); here && flat.length < MAX_ITEMS; here = waiting.pop()) {
    flat.push(here);
    const inner = [...list(readPath(here.record, replies))].reverse();
    const parentId = inner.length > 0 ? get(read(here.record), 'id') : undefined;
    for (const record of inner) waiting.push({ record, parentId });
  }
  return flat;
}
