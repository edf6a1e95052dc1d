import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { CommentDraft, Posting } from '../../model/posting.js';
import { get } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import type { CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { escapeLines } from './common/html-writer.js';
import { withParents } from './common/missing-parents.js';
import { isYes, withoutHeld } from './common/moderation.js';
import { endpoint, nextUrl, paging, recordsOf, type StrapiAddress } from './strapi-address.js';

/*
 * Comments of `strapi-plugin-comments`, versions 1 to 3.
 * Source: https://github.com/VirtusLab-Open-Source/strapi-plugin-comments
 */

/** Guests are told apart by their e-mail address, without which nothing is taken. */
export const POSTING: Posting = { how: 'anonymous', fields: ['name', 'email', 'comment'] };

/** The flat list: the tree comes ten threads at a time, without a total, and as deep as people answer. */
export async function comments(
  address: StrapiAddress,
  { order, next }: CommentsQuery,
  io: Io,
): Promise<Page<Comment>> {
  const first = endpoint(address, `comments/${address.plugin}/flat`, [
    ['sort', `createdAt:${order === 'newest' ? 'desc' : 'asc'}`],
    ['pagination[page]', '1'],
    ['pagination[pageSize]', '100'],
    ['omit[]', 'related'],
  ]);
  const url = next ? nextUrl(next, address) : first;
  const answer = await io.json(url);
  const blocked = new Set<string>();
  const read = (from: Answer<unknown>) =>
    normaliseAll(recordsOf(from), (record) => {
      const comment = toPluginComment(record, from.url);
      if (isYes(get(record, 'blockedThread'))) blocked.add(comment.id);
      if (comment.parentId && isYes(get(record, 'threadOf', 'blockedThread'))) blocked.add(comment.parentId);
      return comment;
    });
  const page = withoutHeld(read(answer));
  // Also from the oldest on: whether a branch is blocked may have been said on a page before.
  const all = await withParents(page, async (ids) => {
    const filters = ids.map((id, index) => [`filters[id][$in][${index}]`, id] as const);
    return read(await io.json(endpoint(address, `comments/${address.plugin}/flat`, filters)));
  });
  const shown = withoutBlocked(withoutHeld(all), blocked);
  const own = new Set(page.map(({ id }) => id));
  return {
    items: order === 'newest' ? shown : shown.filter(({ id }) => own.has(id)),
    ...paging(answer, url),
  };
}

/** Whole branches can be blocked: that is said of the comment at their root only. */
function withoutBlocked(comments: readonly Comment[], roots: ReadonlySet<string>): readonly Comment[] {
  const replies = new Map<string, string[]>();
  for (const { id, parentId = '' } of comments) {
    const known = replies.get(parentId);
    if (known) known.push(id);
    else replies.set(parentId, [id]);
  }
  const blocked = new Set(roots);
  // What is added meanwhile is visited as well.
  for (const id of blocked) for (const reply of replies.get(id) ?? []) blocked.add(reply);
  return comments.map((comment) =>
    comment.status === 'published' && blocked.has(comment.id)
      ? toComment({ ...comment, status: 'hidden' })
      : comment,
  );
}

function toPluginComment(record: unknown, base: string): Comment {
  const author = get(record, 'author');
  const avatar = get(author, 'avatar');
  const status = get(record, 'approvalStatus');
  const isHidden = isYes(get(record, 'blocked')) || status === 'REJECTED';
  return toComment(
    {
      id: get(record, 'id'),
      parentId: get(record, 'threadOf', 'id') ?? get(record, 'threadOf'),
      author: {
        name: get(author, 'name'),
        avatar: typeof avatar === 'string' ? avatar : get(avatar, 'url'),
        badge: get(record, 'isAdminComment') === true ? 'staff' : undefined,
      },
      // The plugin lets a few tags through and escapes the rest.
      body: { format: 'html', value: get(record, 'content') },
      published: get(record, 'createdAt'),
      status: isYes(get(record, 'removed')) ? 'deleted' : isHidden ? 'hidden' : stateOf(status),
    },
    base,
  );
}

/** Nothing is said where comments need no approval. */
const stateOf = (status: unknown) => ((status ?? 'APPROVED') === 'APPROVED' ? 'published' : 'pending');

export async function addComment(address: StrapiAddress, draft: CommentDraft, io: Io): Promise<Comment> {
  const locale = address.params.get('locale');
  const value = {
    // Any id will do; it is shown to everybody, so it must not be the e-mail address.
    author: { id: draft.name, name: draft.name, email: draft.email },
    // Stored as HTML: what a reader typed stays text, and its lines stay lines.
    content: escapeLines(draft.comment),
    ...(draft.parentId && {
      threadOf: /^\d+$/.test(draft.parentId) ? Number(draft.parentId) : draft.parentId,
    }),
    ...(locale && { locale }),
  };
  const bare = { ...address, params: new URLSearchParams() };
  try {
    const answer = await io.postJson(endpoint(bare, `comments/${address.plugin}`, []), value);
    return toPluginComment(answer.value, answer.url);
  } catch (error) {
    throw error instanceof NewsError ? refusal(error) : error;
  }
}

const FIELDS = { 'author.name': 'name', 'author.email': 'email', content: 'comment' } as const;

/** Its own refusals are JSON in the message of Strapi's, with a line for each field. */
function refusal(error: NewsError): NewsError {
  const { status, retryAfter, url } = error;
  const lines = ownMessage(get(error.answer, 'error', 'message')).slice(0, 4096);
  const message = plainText(lines) || error.message;
  const fields: Record<string, string> = {};
  for (const line of lines.split('\n')) {
    const [, path, problem] = /^Path: (\S{0,80}) .{0,200}?Message: (.+)$/.exec(line) ?? [];
    const field = Object.entries(FIELDS).find(([name]) => name === path)?.[1];
    if (field) fields[field] = plainText(problem);
  }
  if (/bad language/i.test(message)) fields['comment'] = message;
  const isGone = /^thread does not exist|field "related" does not exist/i.test(message);
  const isUnknown = /recognise author/i.test(message);
  const kind = isGone ? 'not-found' : isUnknown ? 'login-required' : error.kind;
  const words = Object.values(fields).join(' ') || message;
  return new NewsError(kind, words, { status, retryAfter, url, fields });
}

function ownMessage(message: unknown): string {
  if (typeof message !== 'string') return '';
  try {
    const own = get(JSON.parse(message) as unknown, 'message');
    return typeof own === 'string' ? own : '';
  } catch {
    return message;
  }
}
