import { toComment, type Comment } from '../model/comment.js';
import { asNewsError, NewsError } from '../model/news-error.js';
import type { NewsSource } from '../model/news-source.js';
import type { MissingSource, Page } from '../model/page.js';
import type { CommentDraft, Posting } from '../model/posting.js';
import { get, isRecord } from '../model/record.js';
import type { Adapter, CommentsQuery } from './adapter.js';
import type { Io } from './io.js';
import type { FoundSource } from './registry.js';

/** One of the sources of a thread: found, or not to be found. */
export type Part = FoundSource | { readonly src: string; readonly error: NewsError };

/**
 * Several sources as one thread: the comments of all, each with the name of the place where it lives. Ids of the first
 * source stay as they are, so that adding another one to a page loses nobody's draft. One that is down is named in
 * `missing`; only when all are down is that an error. What one writes goes to the first source that takes it.
 */
export function mergedAdapter(parts: readonly Part[]): Adapter {
  const taken = new Set<string>();
  const sources = parts.map((part, index) => ('error' in part ? part : new Source(part, index, taken)));
  const able = sources.filter((source): source is Source => source instanceof Source);
  const writable = async (io: Io) => {
    for (const source of able) {
      const posting = await source.posting(io);
      if (posting?.how === 'anonymous') return { source, posting };
    }
    return undefined;
  };
  return {
    async comments({ order, next }, io) {
      const cursors = next === undefined ? undefined : readCursors(next);
      const asked = sources.filter((_, index) => !cursors || cursors[index] !== undefined);
      const pages = await Promise.all(
        asked.map(async (source) => {
          if (!(source instanceof Source)) return { source, error: source.error };
          try {
            const page = await source.comments({ order, next: cursors?.[source.index] }, io);
            return { source, page };
          } catch (reason) {
            io.signal.throwIfAborted();
            return { source, error: asNewsError(reason) };
          }
        }),
      );
      return merge(pages, cursors);
    },
    async posting(_query, io) {
      const found = await writable(io);
      if (found) return { ...found.posting, origin: found.source.origin };
      const told = await Promise.all(able.map((source) => source.posting(io)));
      return told.find((posting) => posting?.how === 'link') ?? told[0] ?? { how: 'none', fields: [] };
    },
    async addComment(_query, draft, io) {
      const found = await writable(io);
      if (!found) throw new NewsError('unsupported', 'None of the sources takes comments here.');
      return found.source.addComment(draft, io);
    },
    classicForm: (_query, draft) => able.map((source) => source.classicForm(draft)).find(Boolean),
  };
}

class Source {
  readonly index: number;
  readonly src: string;
  readonly origin: NewsSource;
  readonly #adapter: Adapter;
  /** Before the ids of all but the first source. */
  readonly #prefix: string;

  constructor({ adapter, src }: FoundSource, index: number, taken: Set<string>) {
    this.index = index;
    this.src = src;
    this.#adapter = adapter;
    this.origin = adapter.origin?.({ src }) ?? { name: hostOf(src) };
    const name = this.origin.name.replaceAll(/\s/g, '');
    this.#prefix = index === 0 ? '' : taken.has(name) ? `${name}#${index} ` : `${name} `;
    taken.add(name);
  }

  async comments(query: Omit<CommentsQuery, 'src'>, io: Io): Promise<Page<Comment>> {
    if (!this.#adapter.comments) {
      throw new NewsError('unsupported', 'This source has no comments.', { url: this.src });
    }
    const page = await this.#adapter.comments({ ...query, src: this.src }, io);
    return { ...page, items: page.items.map((comment) => this.#ours(comment)) };
  }

  /** That one source does not tell whether one may write there keeps nobody from writing in another. */
  async posting(io: Io): Promise<Posting | undefined> {
    try {
      return await this.#adapter.posting?.({ src: this.src }, io);
    } catch (reason) {
      io.signal.throwIfAborted();
      if (reason instanceof NewsError) return undefined;
      throw reason;
    }
  }

  async addComment(draft: CommentDraft, io: Io): Promise<Comment> {
    if (!this.#adapter.addComment)
      throw new NewsError('unsupported', 'Comments are not taken here.', { url: this.src });
    return this.#ours(await this.#adapter.addComment({ src: this.src }, this.#theirs(draft), io));
  }

  classicForm(draft: CommentDraft) {
    return this.#adapter.classicForm?.({ src: this.src }, this.#theirs(draft));
  }

  #ours(comment: Comment): Comment {
    const { id, parentId } = comment;
    return toComment({
      ...comment,
      id: this.#prefix + id,
      parentId: parentId === undefined ? undefined : this.#prefix + parentId,
      origin: comment.origin ?? this.origin,
    });
  }

  #theirs(draft: CommentDraft): CommentDraft {
    return { ...draft, parentId: draft.parentId?.slice(this.#prefix.length) };
  }
}

type Result =
  | { readonly source: Source; readonly page: Page<Comment> }
  | { readonly source: { readonly src: string; readonly origin?: NewsSource }; readonly error: NewsError };

type Cursors = Readonly<Record<number, string>>;

function merge(results: readonly Result[], before: Cursors | undefined): Page<Comment> {
  const pages = results.flatMap((result) => ('page' in result ? [result] : []));
  const failed = results.flatMap((result) => ('error' in result ? [result] : []));
  if (pages.length === 0 && failed[0]) throw failed[0].error;
  // A page that did not come is asked for again with the next one.
  const cursors: Record<number, string> = {};
  for (const { source } of failed) {
    if (source instanceof Source && before?.[source.index] !== undefined) {
      cursors[source.index] = before[source.index]!;
    }
  }
  for (const { source, page } of pages) if (page.next !== undefined) cursors[source.index] = page.next;
  const totals = pages.map(({ page }) => page.total);
  const missing = failed.map(({ source, error }): MissingSource => ({
    name: source.origin?.name ?? hostOf(source.src),
    kind: error.kind,
  }));
  return {
    items: Object.freeze(pages.flatMap(({ page }) => page.items)),
    // A sum says something only when all are in it.
    total:
      !before && totals.every((total) => total !== undefined)
        ? totals.reduce((sum, total) => sum + total!, 0)
        : undefined,
    next: Object.keys(cursors).length > 0 ? JSON.stringify(cursors) : undefined,
    missing: missing.length > 0 ? missing : undefined,
  };
}

function readCursors(next: string): Cursors {
  let cursors: unknown;
  try {
    cursors = JSON.parse(next);
  } catch {
    cursors = undefined;
  }
  if (!isRecord(cursors)) throw new NewsError('parse', 'This is no page of this thread.');
  return Object.fromEntries(Object.keys(cursors).map((index) => [index, String(get(cursors, index))]));
}

function hostOf(src: string): string {
  try {
    return new URL(src).host;
  } catch {
    return src.slice(0, 100);
  }
}
