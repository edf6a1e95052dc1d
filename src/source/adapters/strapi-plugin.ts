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
  const items = toComments(answer);
  const parents = async (ids: readonly string[]) => {
    const filters = ids.map((id, index) => [`filters[id][$in][${index}]`, id] as const);
    return toComments(await io.json(endpoint(address, `comments/${address.plugin}/flat`, filters)));
  };
  return {
    items: order === 'newest' ? await withParents(items, parents) : items,
    ...paging(answer, url),
  };
}

/** Whole branches can be blocked: that is said of the comment at their root only. */
function toComments(answer: Answer<unknown>): readonly Comment[] {
  const records = recordsOf(answer).filter((record) => get(record, 'approvalStatus') !== 'PENDING');
  const blocked = new Set<unknown>();
  // Parents were written before their replies.
  for (const record of [...records].sort((a, b) => Number(get(a, 'id')) - Number(get(b, 'id')))) {
    const parent = get(record, 'threadOf');
    const isUnder = get(parent, 'blockedThread') === true || blocked.has(get(parent, 'id'));
    if (isUnder || get(record, 'blockedThread') === true) blocked.add(get(record, 'id'));
  }
  return normaliseAll(records, (record) =>
    toPluginComment(record, blocked.has(get(record, 'id')), answer.url),
  );
}

function toPluginComment(record: unknown, isBlocked: boolean, base: string): Comment {
  const author = get(record, 'author');
  const avatar = get(author, 'avatar');
  const status = get(record, 'approvalStatus');
  const isHidden = isBlocked || get(record, 'blocked') === true || status === 'REJECTED';
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
      status: get(record, 'removed') === true ? 'deleted' : isHidden ? 'hidden' : stateOf(status),
    },
    base,
  );
}

const stateOf = (status: unknown) => (status === 'PENDING' ? 'pending' : 'published');

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
    return toPluginComment(answer.value, false, answer.url);
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
