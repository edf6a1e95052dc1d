import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { Posting } from '../../model/posting.js';
import { count, get, identifier, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { pathPart } from './common/path-part.js';
import { hostOf, placeOf, readAddress, topicNumber, type DiscoursePlace } from './discourse-address.js';
import { isClosed, isComment, numberOf, toDiscourseComment, topicPage, toStory } from './discourse-fields.js';

/**
 * Discourse 2.x to 2026.x: a topic as a story, its replies as comments. Read only: one writes on the forum.
 * Source: https://docs.discourse.org/
 */
export const adapter: Adapter = {
  article,
  articles,
  comments,
  posting,
  origin({ src }) {
    const place = placeOf(src);
    if (!place) return { name: src };
    return { name: hostOf(place), url: place.topic ? `${place.base}/t/${place.topic}` : place.base };
  },
};

/** What the forum gives of a topic at once, and what its own pages ask for next. */
const BLOCK = 20;
/** Pages of a list that are looked through for one page of stories. */
const MOST_PAGES = 3;

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const place = readAddress(query.src);
  let topic = topicNumber(query.item) ?? place.topic;
  if (!topic) {
    const { value, url } = await topicList(place, 0, io);
    const topics = list(get(value, 'topic_list', 'topics'));
    topic = topicNumber(identifier(get(topics[0], 'id')));
    if (!topic) throw new NewsError('not-found', 'There is no topic in this list.', { url });
  }
  const { value } = await readTopic(place, topic, io);
  return toStory(value, place);
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const place = readAddress(query.src);
  const current = topicNumber(query.relatedTo);
  const related = current ? await relatedTopics(place, current, query.by, io) : [];
  const isWanted = (story: Article) => story.id !== current && !isOlder(story, query.since);
  const first = related.filter(isWanted).slice(0, query.limit);
  const known = new Set(first.map(({ id }) => id));
  const items = query.next === undefined ? [...first] : [];
  // Where the last page ended: on which page of the list, and at which of its topics.
  let [page = 0, from = 0] = (query.next ?? '').split('.').map((part) => count(Number(part)) ?? 0);
  let next: string | undefined = `${page}.${from}`;
  for (let asked = 0; next && asked < MOST_PAGES && items.length < query.limit; asked++) {
    const { value, url } = await topicList(place, page, io);
    const topics = get(value, 'topic_list', 'topics');
    if (!Array.isArray(topics)) throw new NewsError('parse', 'This is no list of topics.', { url });
    const users = list(get(value, 'users'));
    const left = topics.slice(from);
    const stories = normaliseAll(left, (topic) => toStory(topic, place, users));
    const fresh = stories.filter((story) => isWanted(story) && !known.has(story.id));
    const taken = fresh.slice(0, query.limit - items.length);
    items.push(...taken);
    const last = taken.at(-1)?.id;
    if (fresh.length > taken.length) {
      from += left.findIndex((topic) => identifier(get(topic, 'id')) === last) + 1;
    } else {
      [page, from] = [page + 1, 0];
    }
    const tooOld = stories.length > 0 && stories.every((story) => isOlder(story, query.since));
    const more =
      !tooOld && (from > 0 || (topics.length > 0 && Boolean(get(value, 'topic_list', 'more_topics_url'))));
    next = more ? `${page}.${from}` : undefined;
  }
  return { items, next };
}

const isOlder = ({ published }: Article, since = ''): boolean => published !== undefined && published < since;

/** What goes with a topic, in the order that the forum gives. A list should not fail because it cannot be read. */
async function relatedTopics(
  place: DiscoursePlace,
  current: string,
  by: ArticlesQuery['by'],
  io: Io,
): Promise<Article[]> {
  try {
    const topic = (await readTopic(place, current, io)).value;
    const category = count(get(topic, 'category_id'));
    const tags = list(get(topic, 'tags')).map((tag) => identifier(get(tag, 'name') ?? tag));
    if (by === 'category' || by === 'tag') {
      const path = by === 'category' ? category && `/c/${category}` : tags[0] && `/tag/${pathPart(tags[0])}`;
      if (!path) return [];
      const { value } = await topicList({ ...place, list: `${place.base}${path}.json` }, 0, io);
      const users = list(get(value, 'users'));
      return normaliseAll(list(get(value, 'topic_list', 'topics')), (record) =>
        toStory(record, place, users),
      );
    }
    return normaliseAll(list(get(topic, 'suggested_topics')), (record) => toStory(record, place));
  } catch (error) {
    if (error instanceof NewsError) return [];
    throw error;
  }
}

function topicList(place: DiscoursePlace, page: number, io: Io): Promise<Answer<unknown>> {
  const params = new URLSearchParams(place.topic ? undefined : place.params);
  // Not those that were answered last, but those that were begun last.
  if (!params.has('order')) params.set('order', 'created');
  params.set('page', String(page));
  return read(`${place.list}?${params}`, io);
}

function readTopic(place: DiscoursePlace, topic: string, io: Io): Promise<Answer<unknown>> {
  const params = new URLSearchParams(place.topic === topic ? place.params : undefined);
  for (const ours of ['page', 'print', 'u']) params.delete(ours);
  const query = params.toString();
  return read(`${place.base}/t/${topic}.json${query ? `?${query}` : ''}`, io);
}

/** The topic comes with its first posts and the ids of all; the others are asked for in blocks. */
async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const place = readAddress(query.src);
  const { value: topic, url } = await readTopic(place, topicOf(place, query.src), io);
  const posts = get(topic, 'post_stream', 'posts');
  if (!Array.isArray(posts)) throw new NewsError('parse', 'This is no topic.', { url });
  const stream = list(get(topic, 'post_stream', 'stream')).flatMap((id) => identifier(id) ?? []);
  const ids = [...new Set(stream)];
  const backwards = query.order === 'newest' && ids.length > 0;
  const order = backwards ? [...ids].reverse() : ids;
  const here = new Map(posts.map((post) => [identifier(get(post, 'id')), post]));
  let block: readonly string[];
  let found: readonly unknown[];
  if (query.next === undefined && !backwards) {
    // As many as the forum chose to send: half a block to a slow telephone.
    found = posts;
    block = [...here.keys()].filter((id) => id !== undefined);
  } else {
    const from = positionAfter(query.next, order, backwards);
    block = order.slice(from, from + BLOCK);
    const known = block.map((id) => here.get(id));
    found = known.includes(undefined) ? await postsOf(place, topic, block, io) : known;
  }
  const shown = backwards ? withParents(found, posts) : found;
  const items = normaliseAll(shown.filter(isComment), (post) => toDiscourseComment(post, topic, place));
  const total = count(get(topic, 'posts_count'));
  const last = block.at(-1);
  const hasMore = last !== undefined && positionAfter(last, order, backwards) < order.length;
  return { items, total: total && total - 1, next: hasMore ? last : undefined };
}

/** Where a list of ids goes on behind one, also when that one has been deleted meanwhile. */
function positionAfter(id: string | undefined, order: readonly string[], backwards: boolean): number {
  if (id === undefined) return 0;
  const place = order.indexOf(id);
  if (place >= 0) return place + 1;
  const next = order.findIndex((other) =>
    backwards ? Number(other) < Number(id) : Number(other) > Number(id),
  );
  return next >= 0 ? next : order.length;
}

async function postsOf(place: DiscoursePlace, topic: unknown, ids: readonly string[], io: Io) {
  const params = new URLSearchParams(ids.map((id) => ['post_ids[]', id]));
  const id = topicNumber(identifier(get(topic, 'id'))) ?? place.topic;
  const { value, url } = await read(`${place.base}/t/${id}/posts.json?${params}`, io);
  const posts = get(value, 'post_stream', 'posts');
  if (!Array.isArray(posts)) throw new NewsError('parse', 'These are no posts.', { url });
  return posts;
}

/** From the newest on, what is answered comes later; where it is among the first posts, it is at hand. */
function withParents(found: readonly unknown[], posts: readonly unknown[]): readonly unknown[] {
  const known = new Set(found.map((post) => numberOf(post)));
  const first = new Map(posts.map((post) => [numberOf(post), post]));
  const all = [...found];
  for (const post of all) {
    const parent = numberOf(post, 'reply_to_post_number');
    if (!parent || known.has(parent) || !first.has(parent)) continue;
    known.add(parent);
    all.push(first.get(parent));
  }
  return all;
}

async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const place = readAddress(src);
  const number = topicOf(place, src);
  const { value } = await readTopic(place, number, io);
  const how = isClosed(value) ? 'closed' : 'link';
  return { how, fields: [], url: topicPage(place, value) ?? `${place.base}/t/${number}` };
}

function topicOf({ topic }: DiscoursePlace, src: string): string {
  if (topic) return topic;
  throw new NewsError('unsupported', 'Comments need one topic: …/t/slug/42', { url: src });
}

async function read(url: string, io: Io): Promise<Answer<unknown>> {
  try {
    const answer = await io.json(url);
    if (isRecord(answer.value)) return answer;
    throw new NewsError('parse', 'This is no answer of a forum.', { url: answer.url });
  } catch (error) {
    if (!(error instanceof NewsError) || error.answer === undefined) throw error;
    // `Retry-After` is a header that other origins may not read; the body says the same.
    const wait = count(get(error.answer, 'extras', 'wait_seconds'));
    const type = get(error.answer, 'error_type');
    const kind =
      type === 'not_logged_in' ? 'login-required' : type === 'rate_limit' ? 'rate-limited' : error.kind;
    const message = plainText(get(error.answer, 'errors', 0)) || error.message;
    const { status, code, retryAfter = wait, url: asked } = error;
    throw new NewsError(kind, message, { status, code, retryAfter, url: asked });
  }
}
