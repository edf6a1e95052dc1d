import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { MAX_ITEMS, normaliseAll, type Page } from '../../model/page.js';
import { count, get, isRecord, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { readAddress, toPostUri } from './bluesky-address.js';
import { toBlueskyArticle, toBlueskyComment, type ReplyContext } from './bluesky-fields.js';
import { moderationOf } from './bluesky-labels.js';
import { postPage } from './bluesky-text.js';
import { selectArticles } from './feed-selection.js';

/**
 * Bluesky, by the public API that needs no login (AT Protocol, `app.bsky.feed.getPostThread` and `getAuthorFeed`). A post
 * and its replies are a thread, the posts of an account are stories. Writing needs a login there, so it is a link.
 * Source: https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread
 */
export const adapter: Adapter = {
  article,
  articles,
  comments,
  async posting({ src }, io) {
    const { value } = await thread(src, readAddress(src).uri ?? '', io);
    // An empty list of those who may: nobody. No list: everybody.
    const allow = get(gateOf(value), 'allow');
    const isClosed = Array.isArray(allow) && allow.length === 0;
    const url = postPage(get(value, 'thread', 'post', 'uri'));
    return { how: isClosed ? 'closed' : 'link', fields: [], url };
  },
  origin: ({ src }) => {
    const { uri, actor } = readAddress(src);
    return { name: 'Bluesky', url: postPage(uri) ?? `https://bsky.app/profile/${actor ?? ''}` };
  },
};

/** Levels of replies in one answer: more would nest deeper than JSON is read. */
const DEPTH = '6';
/** Most branches that are waiting to be asked for, and how many are asked for at once. */
const MOST_BRANCHES = 100;
const AT_ONCE = 5;

/** @throws NewsError `not-found`, `forbidden` for a post that is blocked */
async function thread(src: string, uri: string, io: Io): Promise<Answer<unknown>> {
  const { endpoint, params } = readAddress(src);
  if (!uri) throw new NewsError('unsupported', 'Comments need the address of one post.', { url: src });
  const url = (depth: string) =>
    endpoint('app.bsky.feed.getPostThread', { parentHeight: '0', depth, ...params, uri });
  let answer: Answer<unknown>;
  try {
    answer = await io.json(url(DEPTH));
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    if (error.kind !== 'too-large') throw readingError(error);
    // One level at a time, then, with the branches as pages of their own.
    answer = await io.json(
      endpoint('app.bsky.feed.getPostThread', { ...params, parentHeight: '0', depth: '1', uri }),
    );
  }
  const node = get(answer.value, 'thread');
  if (isRecord(get(node, 'post'))) return answer;
  const { url: asked, status } = answer;
  if (get(node, 'blocked') === true)
    throw new NewsError('forbidden', 'This post is blocked.', { url: asked, status });
  if (get(node, 'notFound') === true)
    throw new NewsError('not-found', 'No such post.', { url: asked, status });
  throw new NewsError('parse', 'A thread was expected, but something else came.', { url: asked });
}

/** What does not exist is a bad request here. */
function readingError(error: NewsError): NewsError {
  if (error.kind !== 'validation') return error;
  const { status, url, answer, message } = error;
  const code = cleanText(get(answer, 'error'));
  return new NewsError('not-found', message, { status, url, answer, code });
}

/** Rules of the thread that its author set. */
function gateOf(value: unknown): unknown {
  const gate = get(value, 'threadgate') ?? get(value, 'thread', 'post', 'threadgate');
  return get(gate, 'record');
}

/** Replies nest as deep as was asked for; a branch that goes on below comes as part of a further page. */
async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const root = await thread(query.src, readAddress(query.src).uri ?? '', io);
  const rootUri = get(root.value, 'thread', 'post', 'uri');
  const authorDid = get(root.value, 'thread', 'post', 'author', 'did');
  const hidden = new Set(list(get(gateOf(root.value), 'hiddenReplies')));
  const context: ReplyContext = { rootUri, authorDid, hidden };
  const waiting = query.next ? readCursor(query.next) : [];
  const asked = waiting.splice(0, AT_ONCE);
  const found = query.next
    ? await Promise.all(asked.map((uri) => branch(query.src, uri, io)))
    : [get(root.value, 'thread')];
  const items: Comment[] = [];
  for (const top of found) {
    const replies = flatten(top, get(top, 'post', 'uri') === rootUri);
    items.push(
      ...normaliseAll(replies, (reply) => {
        const { node, parentUri } = reply as Reply;
        const uri = get(node, 'post', 'uri');
        const missing = isCut(node) ? (count(get(node, 'post', 'replyCount')) ?? 0) : 0;
        const isLast = asked.some((one) => one === uri) || waiting.length >= MOST_BRANCHES;
        const canAsk = missing > 0 && !isLast && toPostUri(uri) !== undefined;
        const comment = toBlueskyComment(node, parentUri, context, canAsk ? 0 : missing);
        if (canAsk) waiting.push(comment.id);
        return comment;
      }),
    );
  }
  const isWhole = !query.next && waiting.length === 0 && items.every(({ moreReplies }) => !moreReplies);
  return {
    items,
    total: isWhole ? items.length : undefined,
    next: waiting.length > 0 ? JSON.stringify(waiting) : undefined,
  };
}

/** A branch that has gone meanwhile takes no others with it. */
async function branch(src: string, uri: string, io: Io): Promise<unknown> {
  try {
    return get((await thread(src, uri, io)).value, 'thread');
  } catch (error) {
    if (error instanceof NewsError && (error.kind === 'not-found' || error.kind === 'forbidden'))
      return undefined;
    throw error;
  }
}

function readCursor(next: string): string[] {
  try {
    return list(JSON.parse(next)).flatMap((uri) => toPostUri(uri) ?? []);
  } catch {
    return [];
  }
}

/** No list of replies, not even an empty one: the answer ends here, the conversation may not. */
const isCut = (node: unknown) => get(node, 'post') !== undefined && !Array.isArray(get(node, 'replies'));

interface Reply {
  readonly node: unknown;
  readonly parentUri: unknown;
}

/** Parents before their replies. What stands at the top is either the post itself, or a reply that is known already. */
function flatten(top: unknown, isRoot: boolean): readonly Reply[] {
  const flat: Reply[] = [];
  const parentOf = (node: unknown) => get(node, 'post', 'record', 'reply', 'parent', 'uri');
  const waiting: Reply[] = top === undefined ? [] : [{ node: top, parentUri: parentOf(top) }];
  for (let reply = waiting.pop(); reply && flat.length <= MAX_ITEMS; reply = waiting.pop()) {
    flat.push(reply);
    const parentUri = get(reply.node, 'post', 'uri');
    for (const node of [...list(get(reply.node, 'replies'))].reverse()) waiting.push({ node, parentUri });
  }
  return isRoot ? flat.slice(1) : flat;
}

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const { uri } = readAddress(query.src);
  const wanted = (query.item && toPostUri(query.item)) ?? uri;
  if (wanted) return shown(get((await thread(query.src, wanted, io)).value, 'thread', 'post'), query.src);
  const [first] = (await articles({ src: query.src, limit: 1 }, io)).items;
  if (!first || query.item) throw new NewsError('not-found', 'No such post here.', { url: query.src });
  return first;
}

/** @throws NewsError for a post that is not to be shown to everybody */
function shown(post: unknown, url: string): Article {
  if (!moderationOf(post, get(post, 'record')).hidden) return toBlueskyArticle(post);
  throw new NewsError('login-required', 'This post is shown only to those who are logged in.', { url });
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const { endpoint, params, actor } = readAddress(query.src);
  if (!actor)
    throw new NewsError('unsupported', 'Stories need the address of a profile.', { url: query.src });
  const limit = String(Math.min(query.limit, 100));
  const asked = { filter: 'posts_no_replies', ...params, actor, limit };
  let answer: Answer<unknown>;
  try {
    const cursor: Record<string, string> = query.next ? { cursor: query.next } : {};
    answer = await io.json(endpoint('app.bsky.feed.getAuthorFeed', { ...asked, ...cursor }));
  } catch (error) {
    throw error instanceof NewsError ? readingError(error) : error;
  }
  const feed = get(answer.value, 'feed');
  if (!Array.isArray(feed)) throw new NewsError('parse', 'This is no feed.', { url: answer.url });
  const isOwn = (entry: unknown) => get(entry, 'reason', '$type') !== 'app.bsky.feed.defs#reasonRepost';
  const posts = feed.filter(isOwn).map((entry) => get(entry, 'post'));
  const open = posts.filter((post) => !moderationOf(post, get(post, 'record')).hidden);
  const found = normaliseAll(open, toBlueskyArticle);
  const since = query.since ?? '';
  const isOld = found.some(({ published = '~' }) => published < since);
  const next = cleanText(get(answer.value, 'cursor'));
  const relatedTo = query.relatedTo && (toPostUri(query.relatedTo) ?? query.relatedTo);
  return { ...selectArticles(found, { ...query, relatedTo }), next: next && !isOld ? next : undefined };
}
