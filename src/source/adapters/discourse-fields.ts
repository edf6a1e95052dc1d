import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { count, get, identifier, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { pathPart } from './common/path-part.js';
import { hostOf, type DiscoursePlace } from './discourse-address.js';

/** Address of a topic, or of one of its posts. */
export function topicPage({ base }: DiscoursePlace, topic: unknown, post?: string): string | undefined {
  const id = identifier(get(topic, 'id'));
  const slug = get(topic, 'slug');
  const named = typeof slug === 'string' && slug ? `${pathPart(slug)}/` : '';
  return id && `${base}/t/${named}${[pathPart(id), post].filter(Boolean).join('/')}`;
}

/** A topic as a story: of its own page, with the first post, or of a list, without. */
export function toStory(topic: unknown, place: DiscoursePlace, users: readonly unknown[] = []): Article {
  const first = list(get(topic, 'post_stream', 'posts')).find((post) => numberOf(post) === '1');
  const total = count(get(topic, 'posts_count'));
  return toArticle(
    {
      id: get(topic, 'id'),
      url: topicPage(place, topic),
      title: get(topic, 'title') ?? plainText(get(topic, 'fancy_title')),
      excerpt: plainText(get(topic, 'excerpt')),
      body: { format: 'html', value: get(first, 'cooked') },
      image: { src: get(topic, 'image_url') },
      authors: [toUser(first ?? get(topic, 'details', 'created_by') ?? posterOf(topic, users), place)],
      published: get(topic, 'created_at'),
      updated: editedAt(first),
      tags: list(get(topic, 'tags')).map((tag) => get(tag, 'name') ?? tag),
      source: { name: hostOf(place), url: place.base },
      commentCount: total && total - 1,
      commentsOpen: !isClosed(topic),
    },
    `${place.base}/`,
  );
}

export const isClosed = (topic: unknown): boolean =>
  get(topic, 'closed') === true || get(topic, 'archived') === true;

/** Who wrote a topic of a list: the first of its posters, with the whole user in it, or beside the list. */
function posterOf(topic: unknown, users: readonly unknown[]): unknown {
  const poster = get(topic, 'posters', 0);
  const id = get(poster, 'user_id');
  return get(poster, 'user') ?? (id === undefined ? undefined : users.find((user) => get(user, 'id') === id));
}

function toUser(user: unknown, { base }: DiscoursePlace) {
  const login = get(user, 'username');
  const template = get(user, 'avatar_template');
  const isLogin = typeof login === 'string' && login !== '';
  return {
    id: get(user, 'user_id') ?? get(user, 'id'),
    name: get(user, 'name') || login,
    url: isLogin ? `${base}/u/${pathPart(login)}` : undefined,
    avatar: typeof template === 'string' ? template.replaceAll('{size}', '96') : undefined,
  };
}

/** The first version of a post is 1; each change makes a new one. */
function editedAt(post: unknown): unknown {
  return (count(get(post, 'version')) ?? 1) > 1 ? get(post, 'updated_at') : undefined;
}

/** Posts answer each other by their number in the topic, which is also what their address ends with. */
export function numberOf(post: unknown, field = 'post_number'): string | undefined {
  const id = identifier(get(post, field));
  return id && /^\d{1,9}$/.test(id) ? id : undefined;
}

/** Ordinary posts, and those of moderators. That a topic was closed or moved is a post, too, but nobody's comment. */
export function isComment(post: unknown): boolean {
  const type = get(post, 'post_type');
  return (type === 1 || type === 2 || type === undefined) && numberOf(post) !== '1';
}

/** What `actions_summary` calls a like. */
const LIKE = 2;

export function toDiscourseComment(post: unknown, topic: unknown, place: DiscoursePlace): Comment {
  const id = numberOf(post);
  const parent = numberOf(post, 'reply_to_post_number');
  const isDeleted = get(post, 'user_deleted') === true || Boolean(get(post, 'deleted_at'));
  const likes = list(get(post, 'actions_summary')).find((action) => get(action, 'id') === LIKE);
  return toComment(
    {
      id,
      parentId: parent === '1' ? undefined : parent,
      author: { ...toUser(post, place), badge: badgeOf(post, topic) },
      body: { format: 'html', value: get(post, 'cooked') },
      published: get(post, 'created_at'),
      edited: editedAt(post),
      status: isDeleted ? 'deleted' : get(post, 'hidden') === true ? 'hidden' : 'published',
      score: get(likes, 'count'),
      url: topicPage(place, topic, id),
    },
    `${place.base}/`,
  );
}

function badgeOf(post: unknown, topic: unknown): string | undefined {
  const writer = get(post, 'user_id');
  if (typeof writer !== 'number') return undefined;
  if (writer < 0) return 'bot'; // the forum itself, and its assistant
  if (writer === get(topic, 'details', 'created_by', 'id')) return 'author';
  const isStaff = ['staff', 'admin', 'moderator'].some((role) => get(post, role) === true);
  return isStaff ? 'staff' : undefined;
}
