import { toArticle, type Article } from './article.js';
import { toComment, type Comment } from './comment.js';
import { NewsError } from './news-error.js';
import { get, isRecord, list } from './record.js';

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all, where the source says so. */
  readonly total?: number;
  /** Opaque: hand it back to the adapter for the next page. Missing on the last page. */
  readonly next?: string;
  /** Sources, of several, that did not answer: what they have is missing here. */
  readonly missing?: readonly MissingSource[];
}

/** A source that is down while others are not. */
export interface MissingSource {
  readonly name: string;
  /** Why; never shown, but said on the console. */
  readonly error: NewsError;
}

/** No list is longer in one answer; what is over stays with the source. */
export const MAX_ITEMS = 5000;

/** Keeps what can be normalised. One broken record never takes the others with it; if all are broken, that is an error. */
export function normaliseAll<T>(records: readonly unknown[], normalise: (record: unknown) => T): T[] {
  const items: T[] = [];
  let failure: unknown;
  for (const record of records.slice(0, MAX_ITEMS)) {
    try {
      items.push(normalise(record));
    } catch (error) {
      failure = error;
    }
  }
  if (failure && items.length === 0) throw failure;
  return items;
}

/** What a page hands to `related-news` inline: an array of stories, or `{items: […]}`. */
export function toArticlePage(input: unknown, base?: string): Page<Article> {
  const records = Array.isArray(input) ? input : get(input, 'items');
  if (!Array.isArray(records))
    throw new NewsError('parse', 'A list of stories was expected: an array, or {"items": […]}.');
  return { items: normaliseAll(records, (record) => toArticle(record, base)) };
}

/** What a page hands to `comment-thread` inline: an array of comments, or `{items: […]}`; `replies` may nest. */
export function toCommentPage(input: unknown, base?: string): Page<Comment> {
  const records = Array.isArray(input) ? input : get(input, 'items');
  if (!Array.isArray(records)) {
    throw new NewsError('parse', 'A list of comments was expected: an array, or {"items": […]}.');
  }
  const flat: unknown[] = [];
  const waiting: { record: unknown; parentId?: unknown }[] = records.map((record) => ({ record })).reverse();
  while (waiting.length > 0 && flat.length < MAX_ITEMS) {
    const { record, parentId } = waiting.pop()!;
    flat.push(isRecord(record) && parentId !== undefined ? { ...record, parentId } : record);
    for (const reply of [...list(get(record, 'replies'))].reverse()) {
      waiting.push({ record: reply, parentId: get(record, 'id') });
    }
  }
  const items = normaliseAll(flat, (record) => toComment(record, base));
  return { items, total: new Set(items.map(({ id }) => id)).size };
}
