import { toGmt, toLocal } from './dates.js';
import { coreError } from './errors.js';
import { sortAsListed, sortBy, takePage } from './paging.js';
import { COLLECTION_RULES, readParams } from './params.js';
import { toText } from './text.js';

const RULES = {
  ...COLLECTION_RULES,
  orderby: {
    type: 'enum',
    values: ['author', 'date', 'id', 'include', 'modified', 'relevance', 'slug', 'title'],
    fallback: 'date',
  },
  categories: { type: 'terms' },
  categories_exclude: { type: 'terms' },
  tags: { type: 'terms' },
  tags_exclude: { type: 'terms' },
  author: { type: 'integers' },
  after: { type: 'date' },
  before: { type: 'date' },
  sticky: { type: 'boolean' },
  status: { type: 'slugs', fallback: ['publish'] },
};

const KEYS = {
  author: (post) => post.author,
  date: (post) => post.time,
  modified: (post) => post.modifiedTime,
  relevance: (post) => post.time,
  id: (post) => post.id,
  slug: (post) => post.slug,
  title: (post) => toText(post.title).toLowerCase(),
};

/** Address of a story's page. */
export function storyUrl(api, post) {
  return `${api.origin}/stories/${post.slug}/`;
}

/** A story's HTML, with the addresses of this server filled in. */
export function storyHtml(api, post) {
  return post.content.replaceAll('{{origin}}', api.origin);
}

/** @param {import('./rest.js').Api} api */
export function listPosts(api, query) {
  const params = readParams(query, RULES);
  if (params.status.some((status) => status !== 'publish')) throw coreError('rest_forbidden');
  if (params.orderby === 'include' && !params.include) {
    throw coreError('rest_orderby_include_missing_include');
  }
  if (params.orderby === 'relevance' && !params.search) throw coreError('rest_no_search_term_defined');
  const found = publishedPosts(api).filter((post) => matches(post, params));
  const sorted =
    params.orderby === 'include'
      ? sortAsListed(found, params.include)
      : sortBy(found, KEYS[params.orderby], params.order);
  const taken = takePage(sorted, params, api.url);
  if (params.page > taken.pages && taken.total > 0) throw coreError('rest_post_invalid_page_number');
  return { body: taken.records.map((post) => toPost(api, post, query)), headers: taken.headers };
}

/** @param {import('./rest.js').Api} api */
export function onePost(api, query, id) {
  const post = api.store.posts().find((candidate) => candidate.id === id);
  if (!post) throw coreError('rest_post_invalid_id');
  if (post.status !== 'publish') throw coreError('rest_forbidden');
  if (query.get('context') === 'edit') throw coreError('rest_forbidden_context');
  const password = query.get('password');
  if (password && post.password && password !== post.password) {
    throw coreError('rest_post_incorrect_password');
  }
  const headers = { Link: `<${storyUrl(api, post)}>; rel="alternate"; type=text/html` };
  return { body: toPost(api, post, query, password), headers };
}

/** Newest first. */
export function publishedPosts(api) {
  const posts = api.store.posts().filter((post) => post.status === 'publish');
  return sortBy(posts, (post) => post.time, 'desc');
}

function matches(post, params) {
  const some = (wanted, ids) => !wanted || wanted.some((id) => ids.includes(id));
  return (
    some(params.include, [post.id]) &&
    !params.exclude?.includes(post.id) &&
    some(params.slug, [post.slug]) &&
    some(params.author, [post.author]) &&
    some(params.categories, post.categories) &&
    some(params.tags, post.tags) &&
    !params.categories_exclude?.some((id) => post.categories.includes(id)) &&
    !params.tags_exclude?.some((id) => post.tags.includes(id)) &&
    (params.after === undefined || post.time > params.after) &&
    (params.before === undefined || post.time < params.before) &&
    (params.sticky === undefined || post.sticky === params.sticky) &&
    (!params.search || contains(post, params.search))
  );
}

/** Every word must occur somewhere, as in core. What a password hides is not searched. */
function contains(post, search) {
  const body = post.password ? '' : `${post.content} ${post.excerpt}`;
  const text = toText(`${post.title} ${body}`).toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function toPost(api, post, query, password) {
  const hidden = post.password !== undefined && password !== post.password;
  const offset = api.store.site.gmtOffset;
  const isProtected = post.password !== undefined;
  const excerpt = { rendered: hidden ? '' : `<p>${post.excerpt}</p>\n`, protected: isProtected };
  if (query.get('context') === 'embed') {
    return {
      id: post.id,
      date: toLocal(post.time, offset),
      slug: post.slug,
      type: 'post',
      link: storyUrl(api, post),
      title: { rendered: post.title },
      excerpt,
      author: post.author,
      featured_media: post.media ?? 0,
      _links: postLinks(api, post),
    };
  }
  return {
    id: post.id,
    date: toLocal(post.time, offset),
    date_gmt: toGmt(post.time),
    guid: { rendered: storyUrl(api, post) },
    modified: toLocal(post.modifiedTime, offset),
    modified_gmt: toGmt(post.modifiedTime),
    slug: post.slug,
    status: post.status,
    type: 'post',
    link: storyUrl(api, post),
    title: { rendered: post.title },
    content: { rendered: hidden ? '' : storyHtml(api, post), protected: isProtected },
    excerpt,
    author: post.author,
    featured_media: post.media ?? 0,
    comment_status: post.commentStatus,
    ping_status: 'closed',
    sticky: post.sticky,
    template: '',
    format: 'standard',
    // PHP writes an empty map as a list.
    meta: post.source ? { news_source: post.source.name, news_source_url: post.source.url } : [],
    categories: post.categories,
    tags: post.tags,
    lang: post.lang,
    _links: postLinks(api, post),
  };
}

function postLinks(api, post) {
  const { rest } = api;
  const links = {
    self: [{ href: `${rest}/posts/${post.id}` }],
    collection: [{ href: `${rest}/posts` }],
    about: [{ href: `${rest}/types/post` }],
    author: [{ embeddable: true, href: `${rest}/users/${post.author}` }],
    replies: [{ embeddable: true, href: `${rest}/comments?post=${post.id}` }],
    'version-history': [{ count: 0, href: `${rest}/posts/${post.id}/revisions` }],
  };
  if (post.media) {
    links['wp:featuredmedia'] = [{ embeddable: true, href: `${rest}/media/${post.media}` }];
  }
  return {
    ...links,
    'wp:attachment': [{ href: `${rest}/media?parent=${post.id}` }],
    'wp:term': [
      { taxonomy: 'category', embeddable: true, href: `${rest}/categories?post=${post.id}` },
      { taxonomy: 'post_tag', embeddable: true, href: `${rest}/tags?post=${post.id}` },
    ],
    curies: [{ name: 'wp', href: 'https://api.w.org/{rel}', templated: true }],
  };
}
