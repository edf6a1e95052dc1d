import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import type { Page } from '../../model/page.js';
import { count, get, identifier, list } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import type { ArticleQuery, ArticlesQuery } from '../adapter.js';
import { articleOf, orderArticles, selectArticle } from './feed-selection.js';

/** One document of a feed: its stories, and where it goes on. */
export interface FeedDocument {
  readonly articles: readonly Article[];
  readonly next?: string;
}
export type ReadDocument = (url: string) => Promise<FeedDocument>;

/** Documents that one question reads at most. */
const MOST_AT_ONCE = 5;
/** A feed that goes on for ever is left after so many documents. */
export const MOST_DOCUMENTS = 50;

/**
 * Where a list goes on. Stories that go with the current one come first, so what was given is no part of one document: the
 * cursor names the documents that were put in order together, and how many of their stories have been given.
 */
interface Cursor {
  readonly start: string;
  /** How many documents from there on belong together; not known before they were read. */
  readonly documents?: number;
  readonly given: number;
  /** Documents that are done with. */
  readonly before: readonly string[];
}

/** The newest story, or the one that is meant, which may stand further on. */
export async function readArticle(query: ArticleQuery, read: ReadDocument): Promise<Article> {
  const { item } = query;
  const found: Article[] = [];
  const seen: string[] = [];
  for (let url: string | undefined = query.src; url && !seen.includes(url) && seen.length < MOST_AT_ONCE;) {
    seen.push(url);
    const { articles, next } = await read(url);
    found.push(...articles);
    if (item ? articleOf(articles, item) : articles.length > 0) break;
    url = next;
  }
  return selectArticle(found, query);
}

/** Stories, as many as are wanted, from as many documents as it takes. */
export async function readArticles(query: ArticlesQuery, read: ReadDocument): Promise<Page<Article>> {
  const { src, limit, since } = query;
  if (limit < 1) return { items: [] };
  const cursor = query.next === undefined ? { start: src, given: 0, before: [] } : toCursor(query.next, src);
  const seen = [...cursor.before];
  const found: Article[] = [];
  let next: string | undefined = cursor.start;
  let documents = 0;
  let ordered: readonly Article[] = [];
  while (next && !seen.includes(next) && seen.length < MOST_DOCUMENTS) {
    if (documents >= (cursor.documents ?? MOST_AT_ONCE)) break;
    if (!cursor.documents && ordered.length >= cursor.given + limit) break;
    let document: FeedDocument;
    try {
      document = await read(next);
    } catch (error) {
      // A later one that is broken takes nothing away from those before it.
      if (documents === 0 || !(error instanceof NewsError)) throw error;
      break;
    }
    seen.push(next);
    documents++;
    // When a story is published meanwhile, the last one of a document is the first one of the next.
    const known = new Set(found.map(({ id }) => id));
    found.push(...document.articles.filter(({ id }) => !known.has(id)));
    ordered = orderArticles(found, query);
    next = since && isOlder(document.articles, since) ? undefined : document.next;
  }
  const items = ordered.slice(cursor.given, cursor.given + limit);
  const given = cursor.given + items.length;
  const isMore = next && !seen.includes(next) && seen.length < MOST_DOCUMENTS;
  if (given < ordered.length) {
    return withNext(items, { start: cursor.start, documents, given, before: cursor.before });
  }
  return isMore ? withNext(items, { start: next!, given: 0, before: seen }) : { items };
}

/** Where a document goes on. Only on its own host: the page that shows it named no other. */
export function nextDocument(next: unknown, url: string, src: string): string | undefined {
  const address = safeUrl(next, url, 'media');
  return address && isOwn(address, url, src) ? address : undefined;
}

function isOwn(address: string, ...known: readonly string[]): boolean {
  const { origin } = new URL(address);
  return known.some((own) => new URL(own).origin === origin);
}

function withNext(items: readonly Article[], cursor: Cursor): Page<Article> {
  return { items, next: JSON.stringify(cursor) };
}

/** @throws NewsError `parse` for what is no cursor of ours */
function toCursor(text: string, src: string): Cursor {
  let cursor: unknown;
  try {
    cursor = JSON.parse(text);
  } catch {
    // Said below.
  }
  const start = safeUrl(get(cursor, 'start'), undefined, 'media');
  if (!start) throw new NewsError('parse', 'This is no place to go on from.', { url: src });
  const before = list(get(cursor, 'before')).flatMap((url) => identifier(url) ?? []);
  return {
    start,
    documents: count(get(cursor, 'documents')) || undefined,
    given: count(get(cursor, 'given')) ?? 0,
    before,
  };
}

/** Whether a document, newest first as they are, has nothing more from the time that is wanted. */
function isOlder(articles: readonly Article[], since: string): boolean {
  const dated = articles.flatMap(({ published }) => published ?? []);
  return dated.length > 0 && dated.every((published) => published < since);
}
