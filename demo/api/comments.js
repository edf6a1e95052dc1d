import { paragraphs } from './comment-html.js';
import { toGmt, toLocal } from './dates.js';
import { coreError } from './errors.js';
import { sortAsListed, sortBy, takePage } from './paging.js';
import { COLLECTION_RULES, readParams } from './params.js';
import { storyUrl } from './posts.js';
import { toText } from './text.js';
import { avatarUrls } from './users.js';

const RULES = {
  ...COLLECTION_RULES,
  orderby: {
    type: 'enum',
    values: ['date', 'date_gmt', 'id', 'include', 'post', 'parent', 'type'],
    fallback: 'date_gmt',
  },
  post: { type: 'integers' },
  parent: { type: 'integers' },
  parent_exclude: { type: 'integers' },
  author: { type: 'integers' },
  after: { type: 'date' },
  before: { type: 'date' },
  status: { type: 'string', fallback: 'approve' },
  type: { type: 'string', fallback: 'comment' },
};
const KEYS = {
  date: (comment) => comment.time,
  date_gmt: (comment) => comment.time,
  id: (comment) => comment.id,
  post: (comment) => comment.post,
  parent: (comment) => comment.parent,
  type: () => 'comment',
};

const READER_AVATARS = 8;

/** @param {import('./rest.js').Api} api */
export function listComments(api, query) {
  const params = readParams(query, RULES);
  if (params.status !== 'approve' || params.type !== 'comment') throw coreError('rest_forbidden_param');
  const password = query.get('password');
  for (const id of params.post ?? []) {
    const post = api.store.posts().find((candidate) => candidate.id === id);
    if (post && !isReadable(post, password)) throw coreError('rest_cannot_read_post');
  }
  const readable = new Set(
    api.store
      .posts()
      .filter((post) => isReadable(post, password))
      .map((post) => post.id),
  );
  const found = approved(api).filter((comment) => readable.has(comment.post) && matches(comment, params));
  const sorted =
    params.orderby === 'include' && params.include
      ? sortAsListed(found, params.include)
      : sortBy(found, KEYS[params.orderby] ?? KEYS.id, params.order);
  // Unlike posts, comments past the last page are an empty list.
  const taken = takePage(sorted, params, api.url);
  const parents = new Set(approved(api).map((comment) => comment.parent));
  return {
    body: taken.records.map((comment) => toComment(api, comment, query, parents)),
    headers: taken.headers,
  };
}

/** @param {import('./rest.js').Api} api */
export function oneComment(api, query, id) {
  const comment = api.store.comments().find((candidate) => candidate.id === id);
  if (!comment) throw coreError('rest_comment_invalid_id');
  if (comment.status !== 'approved') throw coreError('rest_cannot_read');
  const post = api.store.posts().find((candidate) => candidate.id === comment.post);
  if (!post || !isReadable(post, query.get('password'))) throw coreError('rest_cannot_read_post');
  return { body: toComment(api, comment, query) };
}

export function isReadable(post, password) {
  return post.status === 'publish' && (post.password === undefined || post.password === password);
}

function approved(api) {
  return api.store.comments().filter((comment) => comment.status === 'approved');
}

function matches(comment, params) {
  return (
    (!params.post || params.post.includes(comment.post)) &&
    (!params.parent || params.parent.includes(comment.parent)) &&
    !params.parent_exclude?.includes(comment.parent) &&
    (!params.author || params.author.includes(comment.author)) &&
    (!params.include || params.include.includes(comment.id)) &&
    !params.exclude?.includes(comment.id) &&
    (params.after === undefined || comment.time > params.after) &&
    (params.before === undefined || comment.time < params.before) &&
    (!params.search || toText(comment.content).toLowerCase().includes(params.search.toLowerCase()))
  );
}

/**
 * @param {import('./rest.js').Api} api
 * @param {Set<number>} [parents] ids that have replies, when many comments are written at once
 */
export function toComment(api, comment, query, parents) {
  const { rest, store } = api;
  const post = store.posts().find((candidate) => candidate.id === comment.post);
  const user = store.users().find((candidate) => candidate.id === comment.author);
  const hasReplies = parents
    ? parents.has(comment.id)
    : approved(api).some((reply) => reply.parent === comment.id);
  const embed = {
    id: comment.id,
    parent: comment.parent,
    author: comment.author,
    author_name: comment.authorName,
    author_url: comment.authorUrl ?? '',
    date: toLocal(comment.time, store.site.gmtOffset),
    content: { rendered: paragraphs(comment.content) },
    link: `${storyUrl(api, post)}#comment-${comment.id}`,
    type: 'comment',
    author_avatar_urls: avatarUrls(api, user?.avatar ?? readerAvatar(comment.authorName)),
    _links: {
      self: [{ href: `${rest}/comments/${comment.id}` }],
      collection: [{ href: `${rest}/comments` }],
      ...(comment.author ? { author: [{ embeddable: true, href: `${rest}/users/${comment.author}` }] } : {}),
      up: [{ embeddable: true, post_type: 'post', href: `${rest}/posts/${comment.post}` }],
      ...(comment.parent
        ? { 'in-reply-to': [{ embeddable: true, href: `${rest}/comments/${comment.parent}` }] }
        : {}),
      ...(hasReplies
        ? { children: [{ embeddable: true, href: `${rest}/comments?parent=${comment.id}` }] }
        : {}),
    },
  };
  if (query.get('context') === 'embed') return embed;
  const { _links, ...fields } = embed;
  const date_gmt = toGmt(comment.time);
  return { ...fields, post: comment.post, date_gmt, status: comment.status, meta: [], _links };
}

/** The same reader always has the same face. */
function readerAvatar(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return `reader-${(sum % READER_AVATARS) + 1}.svg`;
}
