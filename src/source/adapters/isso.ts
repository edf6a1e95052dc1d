import { toComment, type Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { CommentDraft, Posting } from '../../model/posting.js';
import { count, get, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, CommentsQuery } from '../adapter.js';
import type { Io } from '../io.js';
import { isMoment, readCursor, writeCursor, type Branch } from './isso-cursor.js';
import { escapeMarkdown } from './common/markdown-text.js';

/**
 * Isso, a comment server that knows threads by the path of the page, with two levels; 0.12 to 0.14.
 * Source: https://isso-comments.de/docs/reference/server-api/
 */
export const adapter: Adapter = { comments, posting, addComment };

/** Of the top level in one answer, and of the answers below each: the rest comes with the next pages. */
const ROOTS = 50;
const REPLIES = 50;
const MOST = 100;
/** 65,535 are taken, and every escape is one of them. */
const MAX_LENGTH = 32_000;

interface Thread {
  readonly uri: string;
  /** The author's own parameters. */
  readonly params: URLSearchParams;
  readonly roots: number;
  readonly replies: number;
  /** What Isso shall call a thread that it cannot fetch the page of. */
  readonly title: string | undefined;
  /** Address of the story, where `uri` is one. */
  readonly page: string | undefined;
  endpoint(path: string, params?: Readonly<Record<string, string>>): string;
}

/** @throws NewsError `unsupported` when `src` names no thread */
function readAddress(src: string): Thread {
  const url = safeUrl(src, undefined, 'media');
  const { origin, pathname, searchParams: params } = new URL(url ?? 'https://invalid.invalid');
  const uri = params.get('uri');
  if (!url || !uri) {
    throw new NewsError('unsupported', 'Isso needs the path of the page: https://…/?uri=/my-story/', {
      url: src,
    });
  }
  const size = (name: string, usual: number) => {
    const wanted = Number(params.get(name) || usual);
    // Of one alone, nobody sees in which order it came.
    return Number.isInteger(wanted) && wanted > 1 ? Math.min(wanted, MOST) : usual;
  };
  const [roots, replies] = [size('limit', ROOTS), size('nested_limit', REPLIES)];
  const title = params.get('title') || undefined;
  for (const own of OWN) params.delete(own);
  const folder = pathname.replace(/\/(?:new|feed|count|config)?$/, '');
  return {
    uri,
    params,
    roots,
    replies,
    title,
    page: safeUrl(uri, undefined, 'media'),
    endpoint(path, query = {}) {
      const all = new URLSearchParams(params);
      for (const [name, value] of Object.entries(query)) all.set(name, value);
      const search = all.toString();
      return `${origin}${folder}/${path}${search && `?${search}`}`;
    },
  };
}

const OWN = ['uri', 'title', 'limit', 'nested_limit', 'parent', 'after', 'offset', 'sort', 'plain'];

/** Threads with the first answers to each; then, page by page, the answers that were left out, and further threads. */
async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const thread = readAddress(query.src);
  const { branches: waiting, roots } = readCursor(query.next);
  const branch = waiting[0];
  if (branch) {
    const { items, next } = await readBranch(thread, branch, io);
    const branches = next ? [next, ...waiting.slice(1)] : waiting.slice(1);
    return { items, next: writeCursor({ branches, roots }) };
  }
  const params: Record<string, string> = {
    uri: thread.uri,
    limit: String(thread.roots),
    nested_limit: String(thread.replies),
    ...(query.order === 'newest' ? { sort: 'newest' } : {}),
    ...roots,
  };
  const { value, url } = await io.json(thread.endpoint('', params)).catch(refuse);
  const replies = repliesIn(value, url);
  const records = replies.flatMap((reply) => [reply, ...list(get(reply, 'replies'))]);
  const next = {
    branches: replies.flatMap((reply) => branchOf(reply)),
    roots: furtherRoots(value, thread, roots),
  };
  return {
    items: normaliseAll(records, (record) => toIssoComment(record, thread)),
    total: count(get(value, 'total_replies')),
    next: writeCursor(next),
  };
}

/** The answers below one comment come from the oldest on, in every version and whatever `sort` says. */
async function readBranch(thread: Thread, { parent, after }: Branch, io: Io) {
  const limit = MOST;
  const params = { uri: thread.uri, parent, limit: String(limit), ...(after ? { after } : {}) };
  const { value, url } = await io.json(thread.endpoint('', params)).catch(refuse);
  const replies = repliesIn(value, url);
  const last = get(replies.at(-1), 'created');
  // `hidden_replies` counts those before `after` as well.
  const isMore = replies.length >= limit && isMoment(last) && String(last) !== after;
  const items = normaliseAll(replies, (record) => toIssoComment(record, thread));
  return { items, next: isMore ? { parent, after: String(last) } : undefined };
}

/** The rest of the answers below a comment, where some were left out. */
function branchOf(root: unknown): Branch[] {
  const parent = count(get(root, 'id'));
  const last = get(list(get(root, 'replies')).at(-1), 'created');
  if (parent === undefined || !count(get(root, 'hidden_replies'))) return [];
  return [{ parent: String(parent), after: isMoment(last) ? String(last) : undefined }];
}

/** How to ask for the next threads: what came before 0.14 knows neither `sort` nor `offset`, but `after`. */
function furtherRoots(
  value: unknown,
  thread: Thread,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> | undefined {
  const replies = list(get(value, 'replies'));
  const first = get(replies[0], 'created');
  const last = get(replies.at(-1), 'created');
  if (replies.length < thread.roots || !isMoment(first) || !isMoment(last)) return undefined;
  const { after, offset } = before;
  // Isso counts what came before `after` as hidden, too.
  if (after === undefined && !count(get(value, 'hidden_replies'))) return undefined;
  const isAscending = offset === undefined && first < last;
  if (!isAscending) return { offset: String(Number(offset ?? 0) + replies.length) };
  return String(last) === after ? undefined : { after: String(last) };
}

function repliesIn(value: unknown, url: string): readonly unknown[] {
  const replies = get(value, 'replies');
  if (Array.isArray(replies)) return replies;
  throw new NewsError('parse', 'A thread was expected.', { url });
}

function toIssoComment(record: unknown, { page }: Thread): Comment {
  const id = count(get(record, 'id'));
  const mode = get(record, 'mode');
  const likes = (count(get(record, 'likes')) ?? 0) - (count(get(record, 'dislikes')) ?? 0);
  return toComment({
    id,
    parentId: get(record, 'parent'),
    author: {
      // Escaped as for HTML.
      name: plainText(get(record, 'author')),
      url: plainText(get(record, 'website')),
      avatar: get(record, 'gravatar_image'),
    },
    body: { format: 'html', value: get(record, 'text') },
    published: toDate(get(record, 'created')),
    edited: toDate(get(record, 'modified')),
    status: mode === 4 ? 'deleted' : mode === 2 ? 'pending' : 'published',
    score: mode === 4 ? undefined : likes,
    url: page && id !== undefined ? `${page.replace(/#.*$/s, '')}#isso-${id}` : undefined,
  });
}

/** Seconds, with a fraction. */
function toDate(moment: unknown): Date | undefined {
  return isMoment(moment) ? new Date(moment * 1000) : undefined;
}

/** What Isso asks guests for. Versions before 0.13 do not tell. */
async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const thread = readAddress(src);
  const config = await io.json(thread.endpoint('config')).then(
    ({ value }) => get(value, 'config'),
    (error: unknown) => {
      if (error instanceof NewsError && error.kind === 'not-found') return undefined;
      return refuse(error);
    },
  );
  const needsEmail = get(config, 'require-email') === true;
  return {
    how: 'anonymous',
    fields: needsEmail ? ['name', 'email', 'comment'] : ['name', 'comment'],
    maxLength: MAX_LENGTH,
    url: thread.page,
  };
}

async function addComment({ src }: { readonly src: string }, draft: CommentDraft, io: Io): Promise<Comment> {
  const thread = readAddress(src);
  const parent = draft.parentId === undefined ? undefined : Number(draft.parentId);
  const record = {
    text: escapeMarkdown(draft.comment),
    author: draft.name || undefined,
    email: draft.email || undefined,
    parent: Number.isInteger(parent) ? parent : undefined,
    title: thread.title,
  };
  // JSON only: Isso takes a form for a forgery.
  const answer = await io.postJson(thread.endpoint('new', { uri: thread.uri }), record).catch(refuse);
  if (!isRecord(answer.value)) throw new NewsError('parse', 'A comment was expected.', { url: answer.url });
  return toIssoComment(answer.value, thread);
}

interface Refusal {
  readonly words: RegExp;
  readonly kind: NewsErrorKind;
  readonly field?: string;
  readonly retryAfter?: number;
}

/** Isso has no codes: it says what is wrong in one paragraph of English. */
const REFUSALS: readonly Refusal[] = [
  { words: /too short|text is missing/, kind: 'validation', field: 'comment' },
  { words: /too long/, kind: 'too-large', field: 'comment' },
  { words: /rfc5321|email address required/, kind: 'validation', field: 'email' },
  { words: /author address required/, kind: 'validation', field: 'name' },
  { words: /ratelimit exceeded/, kind: 'flood', retryAfter: 60 },
  // No answer to oneself while one can still edit: 15 minutes, unless the site says otherwise.
  { words: /edit time frame/, kind: 'flood', retryAfter: 900 },
  { words: /not accessible/, kind: 'not-found' },
];

/** A refusal in Isso's own words, which come as a page of HTML. */
function refuse(error: unknown): never {
  if (!(error instanceof NewsError) || typeof error.answer !== 'string') throw error;
  const begin = error.answer.indexOf('<p>');
  const end = error.answer.indexOf('</p>', begin);
  const message = begin >= 0 && end >= 0 ? plainText(error.answer.slice(begin + '<p>'.length, end)) : '';
  if (!message) throw error;
  const { status, url } = error;
  const known = REFUSALS.find(({ words }) => words.test(message));
  const fields = known?.field ? { [known.field]: message } : {};
  throw new NewsError(known?.kind ?? error.kind, message, {
    status,
    url,
    retryAfter: known?.retryAfter,
    fields,
  });
}
