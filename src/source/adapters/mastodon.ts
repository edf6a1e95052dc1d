import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, identifier, list } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { nextLink } from './common/link-header.js';
import { readAddress, statusId, type StatusAddress } from './mastodon-address.js';
import { pageOf, toMastodonArticle, toMastodonComment } from './mastodon-fields.js';
import { selectArticles } from './feed-selection.js';

/**
 * Mastodon 3.5 and later, and servers with the same API that let guests read. A post and its replies are a thread, the
 * posts of an account or of a hashtag are stories. Writing needs a login there, so it is a link.
 * Source: https://docs.joinmastodon.org/methods/statuses/ and https://docs.joinmastodon.org/methods/accounts/#statuses
 */
export const adapter: Adapter = {
  article,
  articles,
  comments,
  async posting(query, io) {
    const answer = await io.json(oneStatus(query.src).status);
    return { how: 'link', fields: [], url: safeUrl(pageOf(answer.value)) ?? query.src };
  },
  origin: ({ src }) => ({ name: new URL(src).host, url: safeUrl(src) }),
};

/** The most statuses of a timeline in one answer. */
const PER_PAGE = 40;
/** Guests get 60 replies, less those that are left out afterwards, and 20 levels. */
const NEARLY_FULL = 50;
const DEEPEST = 20;
/** Branches that are waiting to be asked for. */
const MOST_BRANCHES = 50;

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(query.src);
  const id = query.item ? statusId(query.item) : undefined;
  if (address.kind === 'status' || id) {
    const answer = await io.json(id ? address.endpoint(`statuses/${id}`) : oneStatus(query.src).status);
    return toMastodonArticle(answer.value, answer.url);
  }
  const [first] = (await articles({ src: query.src, limit: 1 }, io)).items;
  if (!first || query.item) throw new NewsError('not-found', 'No such post here.', { url: query.src });
  return first;
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  if (address.kind === 'status') {
    throw new NewsError('unsupported', 'Stories need an account (…/@name) or a hashtag.', { url: query.src });
  }
  const params = new URLSearchParams(address.params);
  const path = address.name
    ? `accounts/${await accountId(address.name, address, io)}/statuses`
    : address.path;
  if (path.startsWith('accounts/')) {
    for (const name of ['exclude_replies', 'exclude_reblogs']) {
      if (!params.has(name)) params.set(name, 'true');
    }
  }
  // One more where one will be left out.
  const wanted = Math.min(query.limit + (query.relatedTo ? 1 : 0), PER_PAGE);
  params.set('limit', String(wanted));
  if (query.next) params.set('max_id', query.next);
  const answer = await io.json(address.endpoint(path, params));
  const statuses = listed(answer.value, answer);
  const relatedTo = query.relatedTo && (statusId(query.relatedTo) ?? query.relatedTo);
  const found: Article[] = [];
  let last: string | undefined;
  let isOld = false;
  for (const status of statuses) {
    if (found.filter(({ id }) => id !== relatedTo).length >= query.limit) break;
    last = identifier(get(status, 'id')) ?? last;
    const [story] = normaliseQuietly(status, answer.url);
    isOld = (story?.published ?? '~') < (query.since ?? '');
    if (isOld) break;
    if (story) found.push(story);
  }
  if (found.length === 0 && statuses.length > 0 && !last) {
    throw new NewsError('parse', 'These are no posts.', { url: answer.url });
  }
  const isWhole = statuses.length >= wanted || nextLink(answer.header('Link')) !== undefined;
  return { ...selectArticles(found, { ...query, relatedTo }), next: isWhole && !isOld ? last : undefined };
}

function normaliseQuietly(status: unknown, base: string): readonly Article[] {
  try {
    return [toMastodonArticle(status, base)];
  } catch {
    return [];
  }
}

async function accountId(
  name: string,
  address: { endpoint: StatusAddress['endpoint'] },
  io: Io,
): Promise<string> {
  const answer = await io.json(address.endpoint('accounts/lookup', { acct: name }));
  const id = identifier(get(answer.value, 'id'));
  if (id && /^[\w-]+$/.test(id)) return id;
  throw new NewsError('parse', 'No account came.', { url: answer.url });
}

/**
 * The whole thread in one flat answer, depth first. It is cut after so many replies and below so many levels: what a cut
 * branch still has comes with the branch's own thread, as a page of its own.
 */
async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { id: rootId, status, endpoint } = oneStatus(query.src);
  const [asked = rootId, ...waiting] = query.next?.split(',').filter((id) => statusId(id)) ?? [];
  const [root, context] = await Promise.all([
    io.json(status),
    io.json(asked === rootId ? oneStatus(query.src).context : endpoint(`statuses/${asked}/context`)),
  ]);
  const statuses = listed(get(context.value, 'descendants'), context);
  const branches = new Branches(statuses, asked);
  const more = branches.cut();
  const authorId = get(root.value, 'account', 'id');
  const items = normaliseAll(statuses, (reply) => {
    const id = identifier(get(reply, 'id')) ?? '';
    const moreReplies = more.includes(id) ? 0 : branches.missing(id);
    return toMastodonComment(reply, { rootId, authorId, moreReplies }, context.url);
  });
  const next = [...waiting, ...more].slice(0, MOST_BRANCHES).join();
  const inAll = (count(get(root.value, 'replies_count')) ?? 0) <= branches.loaded(rootId);
  const isWhole = !query.next && !next && inAll && items.every(({ moreReplies }) => !moreReplies);
  return { items, total: isWhole ? items.length : undefined, next: next || undefined };
}

/** Which replies came, and which did not. */
class Branches {
  readonly #parents = new Map<string, string>();
  readonly #children = new Map<string, string[]>();
  readonly #counts = new Map<string, number>();
  readonly #top: string;

  constructor(statuses: readonly unknown[], top: string) {
    this.#top = top;
    for (const status of statuses) {
      const id = identifier(get(status, 'id'));
      const parent = identifier(get(status, 'in_reply_to_id'));
      if (id === undefined || parent === undefined || this.#parents.has(id)) continue;
      this.#parents.set(id, parent);
      this.#counts.set(id, count(get(status, 'replies_count')) ?? 0);
      const siblings = this.#children.get(parent);
      if (siblings) siblings.push(id);
      else this.#children.set(parent, [id]);
    }
  }

  loaded(id: string): number {
    return this.#children.get(id)?.length ?? 0;
  }

  missing(id: string): number {
    return Math.max(0, (this.#counts.get(id) ?? 0) - this.loaded(id));
  }

  /** Ids of those whose own thread has more: the deepest ones, and the last branch of an answer that is full. */
  cut(): readonly string[] {
    const incomplete = [...this.#parents.keys()].filter((id) => this.missing(id) > 0 && statusId(id));
    const last = this.#parents.size >= NEARLY_FULL ? this.#lastBranch() : [];
    const cutShort = last.find((id) => incomplete.includes(id));
    const tooDeep = incomplete.filter((id) => !last.includes(id) && this.#depth(id) >= DEEPEST);
    return [...(cutShort ? [cutShort] : []), ...tooDeep].slice(0, MOST_BRANCHES);
  }

  /** The server walks through replies by their ids: the greatest of each level is what it came to last. */
  #lastBranch(): readonly string[] {
    const branch: string[] = [];
    for (let here = this.#top; branch.length < DEEPEST;) {
      const next = this.#children.get(here)?.reduce((a, b) => (isGreater(b, a) ? b : a));
      if (!next) break;
      branch.push((here = next));
    }
    return branch;
  }

  #depth(id: string): number {
    let depth = 0;
    for (let here: string | undefined = id; here && here !== this.#top && depth < DEEPEST; depth++) {
      here = this.#parents.get(here);
    }
    return depth;
  }
}

const isGreater = (a: string, b: string) => (a.length === b.length ? a > b : a.length > b.length);

function oneStatus(src: string): StatusAddress {
  const address = readAddress(src);
  if (address.kind === 'status') return address;
  throw new NewsError('unsupported', 'Comments need the address of one post (…/@name/123).', { url: src });
}

function listed(value: unknown, answer: Answer<unknown>): readonly unknown[] {
  if (Array.isArray(value)) return list(value);
  throw new NewsError('parse', 'A list of posts was expected, but something else came.', { url: answer.url });
}
