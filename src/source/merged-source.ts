import { toComment, type Comment } from '../model/comment.js';
import { asNewsError, NewsError } from '../model/news-error.js';
import type { NewsSource } from '../model/news-source.js';
import { normaliseAll, type MissingSource, type Page } from '../model/page.js';
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
 * `missing`; only when all are down is that an error.
 *
 * What one writes goes to the first source that takes it, and that is decided once: a source that stumbles later must
 * not send a reader's words somewhere else.
 */
export function mergedAdapter(parts: readonly Part[]): Adapter {
  const prefixes = parts.map(({ src }, index) => (index === 0 ? '' : `${hashOf(src)} `));
  const origins = originsOf(parts);
  const sources = parts.map((part, index) =>
    'error' in part
      ? { error: part.error, origin: origins[index]! }
      : new Source(part, index, prefixes, origins[index]!),
  );
  /** Those that were down from the beginning, until everything is loaded again. */
  let downFromStart: readonly MissingSource[] = [];
  let written: Promise<Written | undefined> | undefined;
  let chosen: Source | undefined;
  const writtenTo = (io: Io) =>
    (written ??= decide(sources, io).then((found) => {
      chosen = found?.source;
      return found;
    }));
  return {
    async comments({ order, next }, io) {
      const cursors = next === undefined ? undefined : readCursors(next);
      const asked = sources.filter((_, index) => !cursors || cursors[index] !== undefined);
      const results = await Promise.all(
        asked.map(async (source): Promise<Result> => {
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
      const page = merge(results, cursors);
      const missing = [...(cursors ? downFromStart : []), ...(page.missing ?? [])];
      if (!cursors) downFromStart = missing;
      return { ...page, missing: missing.length > 0 ? missing : undefined };
    },
    async posting(_query, io) {
      const found = await writtenTo(io);
      if (found) return { ...found.posting, origin: found.source.origin };
      const able = sources.filter((source) => source instanceof Source);
      const told = await Promise.all(able.map((source) => source.posting(io).catch(quietly(io))));
      return (
        told.find((posting) => posting?.how === 'link') ?? told.find(Boolean) ?? { how: 'none', fields: [] }
      );
    },
    async addComment(_query, draft, io) {
      const found = await writtenTo(io);
      if (!found) throw new NewsError('unsupported', 'None of the sources takes comments here.');
      return found.source.addComment(draft, io);
    },
    classicForm: (_query, draft) => chosen?.classicForm(draft),
  };
}

interface Written {
  readonly source: Source;
  readonly posting: Posting;
}

/** @throws NewsError when one does not tell that would come before all that take comments */
async function decide(
  sources: readonly (Source | { readonly error: NewsError })[],
  io: Io,
): Promise<Written | undefined> {
  const asked = sources.map((source) =>
    source instanceof Source ? source.posting(io) : Promise.reject(source.error),
  );
  await Promise.allSettled(asked); // so that none of them fails unheard
  for (const [index, source] of sources.entries()) {
    try {
      const posting = await asked[index];
      if (source instanceof Source && source.isWritable && posting?.how === 'anonymous')
        return { source, posting };
    } catch (reason) {
      // That there is no such story is an answer; of all else nobody knows what it would have been.
      if (!(reason instanceof NewsError) || reason.kind !== 'not-found') throw reason;
    }
  }
  return undefined;
}

const quietly = (io: Io) => (reason: unknown) => {
  io.signal.throwIfAborted();
  if (reason instanceof NewsError) return undefined;
  throw reason;
};

/** What readers call each source; two of the same name are told apart by their addresses. */
function originsOf(parts: readonly Part[]): readonly NewsSource[] {
  const told = parts.map((part) => {
    const origin = 'error' in part ? undefined : part.adapter.origin?.({ src: part.src });
    return { ...(origin ?? { name: addressOf(part.src).host }), id: hashOf(part.src) };
  });
  return told.map((origin, index) => {
    const isShared = told.some(({ name }, other) => other !== index && name === origin.name);
    const { host, path } = addressOf(parts[index]!.src);
    return isShared ? { ...origin, name: `${host}${path}` } : origin;
  });
}

function addressOf(src: string): { readonly host: string; readonly path: string } {
  if (!URL.canParse(src)) return { host: src.slice(0, 100), path: '' };
  const { host, pathname, search } = new URL(src);
  return { host: host.replace(/^www\./, '') || src.slice(0, 100), path: `${pathname}${search}`.slice(0, 60) };
}

class Source {
  readonly index: number;
  readonly src: string;
  readonly origin: NewsSource;
  readonly #adapter: Adapter;
  /** What stands before the ids of each source; nothing before those of the first. */
  readonly #prefixes: readonly string[];

  constructor({ adapter, src }: FoundSource, index: number, prefixes: readonly string[], origin: NewsSource) {
    this.index = index;
    this.origin = origin;
    this.src = src;
    this.#adapter = adapter;
    this.#prefixes = prefixes;
  }

  get isWritable(): boolean {
    return this.#adapter.addComment !== undefined;
  }

  async comments(query: Omit<CommentsQuery, 'src'>, io: Io): Promise<Page<Comment>> {
    if (!this.#adapter.comments) {
      throw new NewsError('unsupported', 'This source has no comments.', { url: this.src });
    }
    const page = await this.#adapter.comments({ ...query, src: this.src }, io);
    return { ...page, items: normaliseAll(page.items, (comment) => this.#ours(comment as Comment)) };
  }

  async posting(io: Io): Promise<Posting | undefined> {
    return this.#adapter.posting?.({ src: this.src }, io);
  }

  async addComment(draft: CommentDraft, io: Io): Promise<Comment> {
    return this.#ours(await this.#adapter.addComment!({ src: this.src }, this.#theirs(draft), io));
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
      origin: { ...(comment.origin ?? this.origin), id: this.origin.id },
    });
  }

  /** @throws NewsError `not-found` for an answer to a comment that lives elsewhere */
  #theirs(draft: CommentDraft): CommentDraft {
    const { parentId } = draft;
    if (parentId === undefined) return draft;
    const isOurs = this.#prefix
      ? parentId.startsWith(this.#prefix)
      : !this.#prefixes.some((prefix) => prefix && parentId.startsWith(prefix));
    if (!isOurs) throw new NewsError('not-found', 'The comment that this one answers lives elsewhere.');
    return { ...draft, parentId: parentId.slice(this.#prefix.length) };
  }

  get #prefix(): string {
    return this.#prefixes[this.index]!;
  }
}

/** Short, and the same on every visit, whatever other sources there are: FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

type Result =
  | { readonly source: Source; readonly page: Page<Comment> }
  | { readonly source: { readonly origin: NewsSource }; readonly error: NewsError };

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
    name: source.origin.name,
    error,
  }));
  return {
    items: Object.freeze(pages.flatMap(({ page }) => page.items)),
    // A sum says something only when all are in it.
    total:
      !before && failed.length === 0 && totals.every((total) => total !== undefined)
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
