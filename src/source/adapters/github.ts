import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { Posting } from '../../model/posting.js';
import { count, get, isRecord } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, CommentsQuery } from '../adapter.js';
import { nextLink } from './common/link-header.js';
import type { Answer, Io } from '../io.js';

/**
 * GitHub: an issue or pull request as a story, and its comments. REST API, version 2022-11-28.
 * Source: https://docs.github.com/en/rest/issues/comments
 */
export const adapter: Adapter = {
  async article({ src }, io) {
    const place = readAddress(src);
    const { value, url } = await read(place.issue, io);
    return toStory(value, place, url);
  },
  comments,
  posting,
  origin: ({ src }) => ({ name: 'GitHub', url: placeOf(src)?.page }),
};

/** With `body_html` beside the Markdown. One safelisted header: no preflight. */
const ACCEPT = 'application/vnd.github.full+json';
const PER_PAGE = 100;
/** Nobody reads so many; a number beyond it is no number of comments. */
const MOST_COMMENTS = 100_000;
/** Pages at the end that are empty, because comments were deleted since they were counted. */
const MOST_EMPTY = 3;

interface Place {
  /** URL of the issue in the API. */
  readonly issue: string;
  /** Its page, where one can answer. */
  readonly page: string;
  readonly repository: string;
  /** The author's own filters of the comments, such as `since`. */
  readonly params: URLSearchParams;
}

const PATH = /^(\/api\/v3)?(\/repos)?\/([\w.-]+)\/([\w.-]+)\/(?:issues|pulls?)\/(\d+)(?:\/|$)/;

/** `github.com/o/r/issues/7`, `api.github.com/repos/o/r/issues/7/comments`, and the same on an Enterprise Server. */
function placeOf(src: string): Place | undefined {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const match = url && PATH.exec(url.pathname);
  if (!url || !match) return undefined;
  const [, , isApi, owner, repository, number] = match;
  const isCloud = /^(?:api\.|www\.)?github\.com$/.test(url.host);
  const api = isCloud ? 'https://api.github.com' : `${url.origin}/api/v3`;
  const site = isCloud ? 'https://github.com' : url.origin;
  const params = new URLSearchParams(isApi ? url.search : '');
  for (const ours of ['page', 'per_page']) params.delete(ours);
  return {
    issue: `${api}/repos/${owner}/${repository}/issues/${number}`,
    page: `${site}/${owner}/${repository}/issues/${number}`,
    repository: `${site}/${owner}/${repository}`,
    params,
  };
}

/** @throws NewsError `unsupported` */
function readAddress(src: string): Place {
  const place = placeOf(src);
  if (place) return place;
  const form = 'https://github.com/OWNER/REPOSITORY/issues/7';
  throw new NewsError('unsupported', `The URL of an issue is needed: ${form}`, { url: src });
}

async function read(url: string, io: Io): Promise<Answer<unknown>> {
  try {
    return await io.json(url, { accept: ACCEPT });
  } catch (error) {
    // Besides the hourly allowance there are limits that only the words of a refusal tell.
    const isLimit =
      error instanceof NewsError && error.kind === 'forbidden' && /rate limit/i.test(error.message);
    if (!isLimit) throw error;
    const { message, status, retryAfter, url: asked } = error;
    throw new NewsError('rate-limited', message, { status, retryAfter, url: asked });
  }
}

async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const place = readAddress(query.src);
  // Who opened it, and how many comments there are. Without it there are comments all the same.
  const issue = await read(place.issue, io).then(
    ({ value }) => value,
    (error: unknown) => {
      if (error instanceof NewsError && error.kind !== 'not-found' && error.kind !== 'rate-limited')
        return undefined;
      throw error;
    },
  );
  const known = place.params.toString() ? undefined : count(get(issue, 'comments'));
  const total = known !== undefined && known <= MOST_COMMENTS ? known : undefined;
  // The API only counts from the oldest on: the newest are on its last page.
  const backwards = query.order === 'newest' && total !== undefined;
  let page = pageNumber(query.next) ?? (backwards ? Math.max(1, Math.ceil(total / PER_PAGE)) : 1);
  let answer = await commentsPage(place, page, io);
  for (let empty = 0; backwards && page > 1 && listed(answer).length === 0 && empty < MOST_EMPTY; empty++) {
    answer = await commentsPage(place, --page, io);
  }
  const records = listed(answer);
  const items = normaliseAll(records, (record) => toGitHubComment(record, issue, answer.url));
  const more = backwards ? page > 1 && records.length > 0 : hasNext(answer);
  return { items, total, next: more ? String(backwards ? page - 1 : page + 1) : undefined };
}

function commentsPage(place: Place, page: number, io: Io): Promise<Answer<unknown>> {
  const params = new URLSearchParams(place.params);
  params.set('per_page', String(PER_PAGE));
  params.set('page', String(page));
  return read(`${place.issue}/comments?${params}`, io);
}

function pageNumber(next: string | undefined): number | undefined {
  const page = Number(next);
  return Number.isSafeInteger(page) && page > 0 ? page : undefined;
}

function listed(answer: Answer<unknown>): readonly unknown[] {
  if (Array.isArray(answer.value)) return answer.value;
  throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
}

/** Past a proxy that takes the header away, a full page means that there may be another one. */
function hasNext(answer: Answer<unknown>): boolean {
  const links = answer.header('Link');
  const full = listed(answer).length >= PER_PAGE;
  return links ? nextLink(links) !== undefined && listed(answer).length > 0 : full;
}

async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const place = readAddress(src);
  const { value, url } = await read(place.issue, io);
  const page = safeUrl(get(value, 'html_url'), url, 'media') ?? place.page;
  const locked = get(value, 'locked') === true;
  return { how: locked ? 'closed' : 'link', fields: [], url: locked ? page : `${page}#issuecomment-new` };
}

function toStory(issue: unknown, place: Place, base: string): Article {
  const locked = get(issue, 'locked');
  const labels = get(issue, 'labels');
  return toArticle(
    {
      id: get(issue, 'number'),
      url: get(issue, 'html_url'),
      title: get(issue, 'title'),
      body: toBody(issue),
      authors: [toUser(get(issue, 'user'), base)],
      // `updated_at` moves with every comment and label: it says nothing about the text.
      published: get(issue, 'created_at'),
      tags: Array.isArray(labels) ? labels.map((label) => get(label, 'name') ?? label) : [],
      source: { name: 'GitHub', url: place.repository },
      commentCount: get(issue, 'comments'),
      commentsOpen: typeof locked === 'boolean' ? !locked : undefined,
    },
    base,
  );
}

function toGitHubComment(record: unknown, issue: unknown, base: string): Comment {
  const user = get(record, 'user');
  const [created, updated] = [get(record, 'created_at'), get(record, 'updated_at')];
  const minimized = get(record, 'minimized');
  return toComment(
    {
      id: get(record, 'id'),
      author: { ...toUser(user, base), badge: badgeOf(record, issue) },
      body: toBody(record),
      published: created,
      edited: updated === created ? undefined : updated,
      status: isRecord(minimized) ? 'hidden' : 'published',
      warning: cleanText(get(minimized, 'reason')).toLowerCase().replaceAll('_', '-'),
      score: get(record, 'reactions', 'total_count'),
      pinned: isRecord(get(record, 'pin')),
      url: get(record, 'html_url'),
    },
    base,
  );
}

function toBody(record: unknown): unknown {
  const html = get(record, 'body_html');
  return typeof html === 'string' && html
    ? { format: 'html', value: html }
    : { format: 'markdown', value: get(record, 'body') };
}

/** An account that was deleted is nobody: GitHub itself shows its texts as those of `ghost`. */
function toUser(user: unknown, base: string) {
  if (!isRecord(user)) return { name: 'ghost', url: safeUrl('/ghost', 'https://github.com') };
  return {
    id: get(user, 'id'),
    name: get(user, 'login'),
    url: safeUrl(get(user, 'html_url'), base),
    avatar: get(user, 'avatar_url'),
  };
}

const STAFF = ['OWNER', 'MEMBER', 'COLLABORATOR'];

function badgeOf(record: unknown, issue: unknown): string | undefined {
  const writer = get(record, 'user', 'id');
  if (get(record, 'user', 'type') === 'Bot') return 'bot';
  if (typeof writer === 'number' && writer === get(issue, 'user', 'id')) return 'author';
  return STAFF.some((role) => role === get(record, 'author_association')) ? 'staff' : undefined;
}
