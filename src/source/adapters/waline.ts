import { toComment, type Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import { MAX_ITEMS, normaliseAll, type Page } from '../../model/page.js';
import type { CommentDraft, Posting } from '../../model/posting.js';
import { count, get, identifier, isRecord, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { escapeMarkdown } from './common/markdown-text.js';

/**
 * Waline, a comment server that knows threads by the path of the page: 1.x with the API below `/api/` and the older one
 * without. Source: https://waline.js.org/en/reference/server/api.html
 */
export const adapter: Adapter = { comments, posting, addComment };

/** Waline gives 100 comments of the top level at most, each with all that answers it: less stays below any limit. */
const PER_PAGE = 50;
const MOST_PER_PAGE = 100;
/** So many pages are searched for the comment that is answered. */
const MOST_PAGES = 40;
/** A column holds 65,535 bytes in MySQL; a character takes up to four, and a backslash before it one more. */
const MAX_LENGTH = 10_000;

interface Thread {
  /** `…/api/comment`, or `…/comment` as the page gave it. */
  readonly endpoint: string;
  readonly path: string;
  /** The author's own parameters. */
  readonly params: URLSearchParams;
  readonly perPage: number;
  /** Address of the story, where the path is one. */
  readonly page: string | undefined;
}

/** @throws NewsError `unsupported` when `src` names no thread */
function readAddress(src: string): Thread {
  const url = safeUrl(src, undefined, 'media');
  const { origin, pathname, searchParams: params } = new URL(url ?? 'https://invalid.invalid');
  const path = params.get('path') ?? params.get('url');
  if (!url || !path) {
    throw new NewsError('unsupported', 'Waline needs the path of the page: …/api/comment?path=/my-story', {
      url: src,
    });
  }
  const wanted = Number(params.get('pageSize') || PER_PAGE);
  for (const own of ['path', 'url', 'type', 'page', 'pageSize', 'sortBy', 'count']) params.delete(own);
  const folder = pathname.replace(/\/+$/, '');
  return {
    endpoint: origin + (/\/comment$/.test(folder) ? folder : `${folder}/api/comment`),
    path,
    params,
    perPage: Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, MOST_PER_PAGE) : PER_PAGE,
    page: safeUrl(path, undefined, 'media'),
  };
}

async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const thread = readAddress(query.src);
  const number = Number(query.next ?? 1);
  const { records, more, total } = await readPage(thread, number, query.order, io);
  const items = normaliseAll(records, (record) => toWalineComment(record, thread));
  return { items, total, next: more ? String(number + 1) : undefined };
}

async function readPage(thread: Thread, number: number, order: CommentsQuery['order'], io: Io) {
  const params = new URLSearchParams(thread.params);
  params.set('path', thread.path);
  params.set('pageSize', String(thread.perPage));
  params.set('page', String(number));
  params.set('sortBy', order === 'newest' ? 'insertedAt_desc' : 'insertedAt_asc');
  const answer = await io.json(`${thread.endpoint}?${params}`).catch(refuse);
  const data = dataOf(answer);
  const roots = get(data, 'data');
  if (!Array.isArray(roots)) {
    throw new NewsError('parse', 'A page of comments was expected.', { url: answer.url });
  }
  const pages = count(get(data, 'totalPages')) ?? 0;
  return {
    records: roots.flatMap(withAnswers).slice(0, MAX_ITEMS),
    more: roots.length > 0 && number < pages,
    total: count(get(data, 'count')),
  };
}

/** The record of a top-level comment, and those below it: they come in no order. */
function withAnswers(root: unknown): unknown[] {
  const time = (record: unknown) => count(get(record, 'time')) ?? 0;
  const children = list(get(root, 'children'));
  const answers = [...children].sort((a, b) => time(a) - time(b));
  const known = new Set([root, ...answers].map((record) => identifier(get(record, 'objectId'))));
  const rootId = get(root, 'objectId');
  // `rid` is the top, `pid` what is answered. What was deleted is gone; what answered it stays below the top.
  const placed = answers.map((record) => {
    if (!isRecord(record)) return record;
    return known.has(identifier(get(record, 'pid'))) ? record : { ...record, pid: rootId };
  });
  return [root, ...placed];
}

function toWalineComment(record: unknown, { page }: Thread): Comment {
  const id = identifier(get(record, 'objectId'));
  const time = count(get(record, 'time'));
  const status = get(record, 'status');
  return toComment({
    id,
    parentId: get(record, 'pid'),
    author: {
      name: get(record, 'nick'),
      url: linkOf(get(record, 'link')),
      avatar: get(record, 'avatar'),
      badge: get(record, 'type') === 'administrator' ? 'staff' : undefined,
    },
    // `orig`, what was typed, is never shown: it has not been sanitised.
    body: { format: 'html', value: get(record, 'comment') },
    published: time === undefined ? undefined : new Date(time),
    status: status === 'waiting' ? 'pending' : 'published',
    score: get(record, 'like'),
    pinned: Boolean(get(record, 'sticky')),
    url: page && id && `${page.replace(/#.*$/s, '')}#${id}`,
  });
}

/** Readers type a host without a scheme, too. */
function linkOf(link: unknown): unknown {
  return typeof link === 'string' && link && !/^https?:\/\//i.test(link) ? `https://${link}` : link;
}

/** Whether Waline wants a login (`LOGIN=force`) or a captcha shows only when one tries. */
async function posting({ src }: { readonly src: string }): Promise<Posting> {
  const { page } = readAddress(src);
  return { how: 'anonymous', fields: ['name', 'comment'], maxLength: MAX_LENGTH, url: page };
}

async function addComment({ src }: { readonly src: string }, draft: CommentDraft, io: Io): Promise<Comment> {
  const thread = readAddress(src);
  const record = {
    url: thread.path,
    comment: escapeMarkdown(draft.comment, true),
    nick: draft.name || undefined,
    mail: draft.email || undefined,
    ...(draft.parentId === undefined ? {} : await placeBelow(draft.parentId, thread, io)),
  };
  const params = new URLSearchParams(thread.params);
  params.set('lang', 'en'); // refusals are told apart by their words
  const answer = await io.postJson(`${thread.endpoint}?${params}`, record).catch(refuse);
  const stored = dataOf(answer);
  if (get(stored, 'status') === 'spam') {
    throw new NewsError('forbidden', 'The site put this comment aside.', { url: answer.url });
  }
  return toWalineComment(stored, thread);
}

/** Waline does not look for the top of a thread itself: an answer without `rid` would stand beside what it answers. */
async function placeBelow(parentId: string, thread: Thread, io: Io) {
  for (let number = 1, more = true; more && number <= MOST_PAGES; number++) {
    const page = await readPage(thread, number, 'newest', io);
    const parent = page.records.find((record) => identifier(get(record, 'objectId')) === parentId);
    if (parent !== undefined) {
      const pid = get(parent, 'objectId');
      const rid = get(parent, 'rid');
      // The old path writes the name before the text, as Markdown: no address in it becomes a link.
      const name = cleanText(get(parent, 'nick')).replaceAll('://', ': //') || 'Anonymous';
      // As they came: a database of numbers is asked for numbers.
      return { pid, rid: identifier(rid) ? rid : pid, at: escapeMarkdown(name, true) };
    }
    more = page.more;
  }
  throw new NewsError('not-found', 'The comment that this one answers is gone.', { url: thread.endpoint });
}

/** What an answer carries. The old path sends it bare. @throws NewsError what it says instead, with status 200 */
function dataOf(answer: Answer<unknown>): unknown {
  const { value, url, status } = answer;
  const code = get(value, 'errno');
  if (code === undefined) return value;
  if (code === 0) return get(value, 'data');
  const words = get(value, 'errmsg');
  // Of what is missing, a record by field; all else is a sentence.
  const fields = isRecord(words) ? fieldErrors(words) : {};
  const message = isRecord(words) ? Object.values(words).map(plainText).join(' ') : plainText(words);
  throw new NewsError(kindOf(code, message), message || 'Waline refused.', {
    url,
    status,
    code: identifier(code),
    fields,
    retryAfter: /too fast/i.test(message) ? 60 : undefined,
  });
}

function kindOf(code: unknown, message: string): NewsErrorKind {
  if (/^duplicate/i.test(message)) return 'duplicate';
  if (/too fast/i.test(message)) return 'flood';
  if (code === 1001) return 'validation';
  // A hook of the site refuses with words of its own.
  return code === 1000 ? 'forbidden' : 'server';
}

const FIELDS: Readonly<Record<string, string>> = { nick: 'name', mail: 'email', comment: 'comment' };

function fieldErrors(words: Readonly<Record<string, unknown>>): Record<string, string> {
  const known = Object.entries(words).filter(([field]) => Object.hasOwn(FIELDS, field));
  return Object.fromEntries(known.map(([field, message]) => [FIELDS[field], plainText(message)]));
}

/** A refusal with a status of its own carries its words in `errmsg`. */
function refuse(error: unknown): never {
  const words = error instanceof NewsError ? plainText(get(error.answer, 'errmsg')) : '';
  if (!(error instanceof NewsError) || !words) throw error;
  const { kind, status, url, retryAfter } = error;
  throw new NewsError(kind, words, { status, url, retryAfter, code: identifier(get(error.answer, 'errno')) });
}
