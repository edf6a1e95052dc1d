import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import type { NewsSource } from '../../model/news-source.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { Posting } from '../../model/posting.js';
import { count, get, identifier, list } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import type { CommentsQuery } from '../adapter.js';
import type { Io } from '../io.js';
import { ask, askContent, listed, nextPage, readAddress, type GhostAddress } from './ghost-address.js';

/** Comments of a page at the top level; each may cost a request of its own for its replies. */
const ROOTS = 20;
const REPLIES = 100;
/** A branch that is longer is read on the site. */
const REPLY_PAGES = 5;

/**
 * Two levels, of which Ghost sends the first three replies of each branch; the rest is fetched. A reply to a reply
 * stands beside it and says whom it answers.
 */
export async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const address = readAddress(query.src);
  const id = await postId(address, query.src, io);
  const direction = query.order === 'newest' ? 'desc' : 'asc';
  const params = new URLSearchParams({
    limit: String(ROOTS),
    page: query.next ?? '1',
    // By id as well: within one second the order would change from page to page.
    order: `created_at ${direction}, id ${direction}`,
  });
  const api = `${address.site}members/api/comments/`;
  const answer = await ask(`${api}post/${id}/?${params}`, io);
  const roots = listed(answer, 'comments').slice(0, ROOTS);
  const branches = await Promise.all(roots.map((root) => branchOf(root, api, io)));
  const items = normaliseAll(branches.flat(), (comment) => toComment(comment, answer.url));
  const next = nextPage(answer);
  if (query.next) return { items, next };
  const all = next ? await totalOf(id, api, io) : items.filter(({ status }) => status === 'published').length;
  return { items, total: all, next };
}

/** A comment of the top level and its replies, as `toComment()` takes them. */
async function branchOf(root: unknown, api: string, io: Io): Promise<unknown[]> {
  const rootId = identifier(get(root, 'id'));
  const sent = list(get(root, 'replies'));
  const promised = count(get(root, 'count', 'replies')) ?? 0;
  const found =
    rootId && /^\w+$/.test(rootId) && promised > sent.length
      ? await repliesOf(rootId, sent, promised, api, io)
      : { replies: sent, missing: 0 };
  const known = new Set(found.replies.map((reply) => identifier(get(reply, 'id'))));
  const replies = found.replies.map((reply) => {
    const answered = identifier(get(reply, 'in_reply_to_id'));
    // What was hidden meanwhile is not sent: then it answers the branch.
    return toFields(reply, answered && known.has(answered) ? answered : rootId);
  });
  return [{ ...toFields(root), moreReplies: found.missing }, ...replies];
}

interface Replies {
  readonly replies: readonly unknown[];
  readonly missing: number;
}

/** All replies of a branch, from the oldest on. That it cannot be had takes nothing away from what is there. */
async function repliesOf(
  id: string,
  sent: readonly unknown[],
  promised: number,
  api: string,
  io: Io,
): Promise<Replies> {
  const replies: unknown[] = [];
  try {
    let page: string | undefined = '1';
    for (let turn = 0; page && turn < REPLY_PAGES; turn++) {
      const params = new URLSearchParams({
        limit: String(REPLIES),
        page,
        order: 'created_at asc, id asc',
      });
      const answer = await ask(`${api}${id}/replies/?${params}`, io);
      replies.push(...listed(answer, 'comments'));
      page = nextPage(answer);
    }
    return { replies, missing: page ? Math.max(0, promised - replies.length) : 0 };
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    const best = replies.length > sent.length ? replies : sent;
    return { replies: best, missing: promised - best.length };
  }
}

function toFields(comment: unknown, parentId?: string): Record<string, unknown> {
  const member = get(comment, 'member');
  return {
    id: get(comment, 'id'),
    parentId,
    // Without a member: one who has left.
    author: { id: get(member, 'id'), name: get(member, 'name'), avatar: get(member, 'avatar_image') },
    body: { format: 'html', value: get(comment, 'html') },
    published: get(comment, 'created_at'),
    edited: get(comment, 'edited_at'),
    status: get(comment, 'status'),
    score: get(comment, 'count', 'likes'),
  };
}

/** Of all levels: what the list counts is the top level. */
async function totalOf(id: string, api: string, io: Io): Promise<number | undefined> {
  try {
    const answer = await ask(`${api}counts/?${new URLSearchParams({ ids: id })}`, io);
    return count(get(answer.value, id));
  } catch (error) {
    if (error instanceof NewsError) return undefined;
    throw error;
  }
}

/** @throws NewsError `unsupported` when `src` is a list */
async function postId(address: GhostAddress, src: string, io: Io): Promise<string> {
  if (address.id) return address.id;
  const id = identifier(get(await postOf(address, src, io), 'id'));
  if (id && /^\w+$/.test(id)) return id;
  throw new NewsError('not-found', 'There is no such story.', { url: src });
}

async function postOf(address: GhostAddress, src: string, io: Io): Promise<unknown> {
  if (!address.story) {
    throw new NewsError('unsupported', 'Comments need the URL of one post (…/posts/slug/<slug>/).', {
      url: src,
    });
  }
  const ours = { fields: undefined, formats: undefined, include: undefined };
  return listed(await askContent(address, address.story, ours, io), address.resource)[0];
}

/** Only members may write, and only on the site itself: their session is a cookie of that site. */
export async function posting(query: { readonly src: string }, io: Io): Promise<Posting> {
  const address = readAddress(query.src);
  // The comments alone do not tell where the story is.
  if (!address.params.has('key')) return { how: 'link', fields: [], url: address.site };
  const post = await postOf(address, query.src, io);
  const url = safeUrl(get(post, 'url'), address.site) ?? address.site;
  // Without access it is `false` whatever the site allows.
  const isOff = get(post, 'comments') === false && get(post, 'access') === true;
  return isOff ? { how: 'none', fields: [], url } : { how: 'link', fields: [], url: `${url}#ghost-comments` };
}

/** The site, whose name no answer tells. */
export function origin({ src }: { readonly src: string }): NewsSource {
  const site = /^https?:\/\/.*?\/(?=(?:ghost|members)\/api\/)/.exec(src)?.[0];
  return { name: site ? new URL(site).host.replace(/^www\./, '') : '', url: site };
}
