import { mediaUrl } from './media.js';
import { publishedPosts, storyHtml, storyUrl } from './posts.js';
import { avatarUrls } from './users.js';
import { toText } from './text.js';
import { toAtom } from './atom-feed.js';
import { toRss } from './rss-feed.js';

const PAGE_SIZE = 10;
const FORMATS = {
  '/feed.json': { write: toJsonFeed, type: 'application/feed+json; charset=UTF-8' },
  '/feed': { write: toRss, type: 'application/rss+xml; charset=UTF-8' },
  '/feed/rss2': { write: toRss, type: 'application/rss+xml; charset=UTF-8' },
  '/feed/atom': { write: toAtom, type: 'application/atom+xml; charset=UTF-8' },
};

/**
 * One story as all feeds need it.
 *
 * @typedef {object} FeedItem
 * @property {number} id
 * @property {string} url
 * @property {string} titleHtml
 * @property {string} summary plain text
 * @property {string} html
 * @property {number} time
 * @property {number} modifiedTime
 * @property {string} lang
 * @property {{ name: string, url: string, avatar: string }} author
 * @property {string[]} terms names of categories and tags, plain text
 * @property {{ url: string, width: number, height: number, type: string, alt: string, credit: string }} [picture]
 * @property {number | undefined} commentCount undefined where comments are closed
 */

/**
 * @param {import('./rest.js').Api} api
 * @param {string} pathname
 * @returns {Response | undefined}
 */
export function answerFeed(api, pathname) {
  const format = FORMATS[pathname.replace(/\/$/, '')];
  if (!format) return undefined;
  const page = Number(api.url.searchParams.get('paged') ?? api.url.searchParams.get('page') ?? 1);
  const posts = publishedPosts(api);
  const start = (page - 1) * PAGE_SIZE;
  // Unlike the feeds of WordPress, these may be read from other origins.
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
  if (!Number.isInteger(page) || page < 1 || start >= posts.length) {
    return new Response('Not found', { status: 404, headers });
  }
  const items = posts.slice(start, start + PAGE_SIZE).map((post) => toItem(api, post));
  const next = start + PAGE_SIZE < posts.length ? page + 1 : undefined;
  return new Response(format.write(api, items, next), {
    headers: { ...headers, 'Content-Type': format.type },
  });
}

/** @returns {FeedItem} */
function toItem(api, post) {
  const { store, origin } = api;
  const user = store.users().find((candidate) => candidate.id === post.author);
  const media = store.media().find((candidate) => candidate.id === post.media);
  const names = (terms, ids) => terms.filter(({ id }) => ids.includes(id)).map(({ name }) => toText(name));
  const hidden = post.password !== undefined;
  return {
    id: post.id,
    url: storyUrl(api, post),
    titleHtml: hidden ? `Protected: ${post.title}` : post.title,
    summary: hidden ? 'There is no excerpt because this is a protected post.' : toText(post.excerpt),
    html: hidden ? '<p>This story is for subscribers.</p>' : storyHtml(api, post),
    time: post.time,
    modifiedTime: post.modifiedTime,
    lang: post.lang,
    author: {
      name: user.name,
      url: `${origin}/author/${user.slug}/`,
      avatar: avatarUrls(api, user.avatar)[96],
    },
    terms: [...names(store.categories(), post.categories), ...names(store.tags(), post.tags)],
    picture: media && {
      url: mediaUrl(api, media),
      width: media.width,
      height: media.height,
      type: media.mimeType,
      alt: media.alt,
      credit: media.credit,
    },
    commentCount: post.commentStatus === 'open' ? countComments(store, post.id) : undefined,
  };
}

function countComments(store, postId) {
  return store.comments().filter(({ post, status }) => post === postId && status === 'approved').length;
}

/** @param {FeedItem[]} items */
function toJsonFeed(api, items, next) {
  const { site } = api.store;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    home_page_url: `${api.origin}/`,
    feed_url: `${api.origin}/feed.json`,
    ...(next ? { next_url: `${api.origin}/feed.json?page=${next}` } : {}),
    description: site.description,
    language: 'en',
    authors: [{ name: site.name, url: `${api.origin}/` }],
    items: items.map((item) => ({
      id: String(item.id),
      url: item.url,
      title: toText(item.titleHtml),
      content_html: item.html,
      summary: item.summary,
      ...(item.picture ? { image: item.picture.url } : {}),
      date_published: new Date(item.time).toISOString(),
      date_modified: new Date(item.modifiedTime).toISOString(),
      authors: [item.author],
      tags: item.terms,
      language: item.lang,
    })),
  });
}
