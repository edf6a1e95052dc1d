import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { MAX_ITEMS, normaliseAll, type Page } from '../../model/page.js';
import type { NewsSource } from '../../model/news-source.js';
import type { Posting } from '../../model/posting.js';
import { count, get, identifier, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, CommentsQuery } from '../adapter.js';
import type { Io } from '../io.js';

/**
 * Remark42, a comment server that knows threads by the address of the page; 1.x. Read only: writing needs its
 * login. Source: https://remark42.com/docs/contributing/api/
 */
export const adapter: Adapter = { comments, posting, origin };

/** Comments of one answer. Versions that know no limit send all of them. */
const PER_PAGE = 500;
/** What a server calls its only site, unless told otherwise. */
const USUAL_SITE = 'remark';

interface Thread {
  /** Address of the story. */
  readonly page: string;
  find(params: Readonly<Record<string, string>>): string;
}

/** Reads `…/api/v1/find?site=…&url=…`, and the frame that shows it: `…/web/iframe.html?site_id=…&url=…`. */
function readAddress(src: string): Thread {
  const url = safeUrl(src, undefined, 'media');
  const { origin: host, pathname, searchParams } = new URL(url ?? 'https://invalid.invalid');
  const page = safeUrl(searchParams.get('url'), undefined, 'media');
  if (!url || !page) {
    throw new NewsError(
      'unsupported',
      'Remark42 needs the address of the story: …/api/v1/find?site=…&url=https://…',
      { url: src },
    );
  }
  const folder = pathname.replace(/\/(?:api\/v1|web)(?:\/.*)?$/, '').replace(/\/+$/, '');
  const site = searchParams.get('site') || searchParams.get('site_id') || USUAL_SITE;
  // As the author wrote it: the server compares it with what its script on the page sent.
  const ours = { site, url: searchParams.get('url')! };
  const format = searchParams.get('format') === 'tree' ? 'tree' : 'plain';
  return {
    page: page.replace(/#.*$/s, ''),
    find: (params) => `${host}${folder}/api/v1/find?${new URLSearchParams({ ...ours, format, ...params })}`,
  };
}

async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const thread = readAddress(query.src);
  const answer = await io.json(
    thread.find({
      sort: query.order === 'newest' ? '-time' : '+time',
      limit: String(PER_PAGE),
      ...(query.next ? { offset_id: query.next } : {}),
    }),
  );
  const records = flat(get(answer.value, 'comments'), answer.url);
  const info = get(answer.value, 'info');
  const last = identifier(get(info, 'last_comment'));
  const isMore = records.length > 0 && Boolean(count(get(info, 'count_left'))) && last !== query.next;
  return {
    items: normaliseAll(records, (record) => toRemarkComment(record, thread, answer.url)),
    total: count(get(info, 'count')),
    next: isMore ? last : undefined,
  };
}

/** Comments one after the other, also out of a tree: parents before what answers them. */
function flat(comments: unknown, url: string): unknown[] {
  if (!Array.isArray(comments)) throw new NewsError('parse', 'A list of comments was expected.', { url });
  const found: unknown[] = [];
  const waiting = [...comments].reverse();
  while (waiting.length > 0 && found.length < MAX_ITEMS) {
    const node: unknown = waiting.pop();
    found.push(get(node, 'comment') ?? node);
    waiting.push(...[...list(get(node, 'replies'))].reverse());
  }
  return found;
}

function toRemarkComment(record: unknown, { page }: Thread, base: string): Comment {
  const id = identifier(get(record, 'id'));
  const user = get(record, 'user');
  const isDeleted = get(record, 'delete') === true;
  // A comment that its writer's account was wiped with.
  const isNobody = isDeleted && get(user, 'id') === 'deleted';
  return toComment(
    {
      id,
      parentId: get(record, 'pid'),
      author: {
        id: get(user, 'id'),
        name: isNobody ? '' : plainText(get(user, 'name')),
        avatar: get(user, 'picture') || undefined,
        badge: get(user, 'admin') === true ? 'staff' : undefined,
      },
      // Not `orig`, what was typed: Remark42 sanitises `text` only.
      body: { format: 'html', value: get(record, 'text') },
      published: get(record, 'time'),
      edited: get(record, 'edit', 'time'),
      status: isDeleted ? 'deleted' : get(user, 'block') === true ? 'hidden' : 'published',
      score: isDeleted ? undefined : get(record, 'score'),
      pinned: get(record, 'pin'),
      url: id && `${page}#remark42__comment-${id}`,
    },
    base,
  );
}

/** Guests and members alike write on the page of the story, where Remark42 can log them in. */
async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const thread = readAddress(src);
  const { value } = await io.json(thread.find({ limit: '1' }));
  const isReadOnly = get(value, 'info', 'read_only') === true;
  return { how: isReadOnly ? 'closed' : 'link', fields: [], url: `${thread.page}#remark42` };
}

function origin({ src }: { readonly src: string }): NewsSource {
  const { page } = readAddress(src);
  return { name: cleanText(new URL(page).host.replace(/^www\./, '')), url: `${page}#remark42` };
}
