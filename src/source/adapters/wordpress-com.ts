import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { Posting } from '../../model/posting.js';
import { count, get, identifier, isRecord } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { placeOf, readAddress, storyKey, type WordPressComPlace } from './wordpress-com-address.js';
import { slugsOf, toStory, toWordPressComComment } from './wordpress-com-fields.js';

/**
 * Sites on WordPress.com, and those of one's own that Jetpack connects to it: public API, version 1.1. Read only: guests
 * may not write through it.
 * Source: https://developer.wordpress.com/docs/api/
 */
export const adapter: Adapter = {
  article,
  articles,
  comments,
  posting,
  origin({ src }) {
    const site = placeOf(src)?.site ?? '';
    return site.includes('.')
      ? { name: site.replace(/^www\./, ''), url: `https://${site}/` }
      : { name: 'WordPress.com' };
  },
};

const PER_PAGE = 100;
const SUMMARY =
  'ID,site_ID,URL,title,excerpt,date,modified,author,featured_image,post_thumbnail,categories,tags,discussion';

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const place = readAddress(query.src);
  const key = storyKey(query.item) ?? place.story;
  if (key) {
    const { value, url } = await read(`${place.api}/posts/${key}?fields=${SUMMARY},content`, io);
    return toStory(value, url);
  }
  const params = new URLSearchParams(place.params);
  params.set('number', '1');
  params.set('fields', `${SUMMARY},content`);
  const answer = await read(`${place.api}/posts/?${params}`, io);
  const [first] = listed(answer, 'posts');
  if (first === undefined) throw new NewsError('not-found', 'No post matches this URL.', { url: answer.url });
  return toStory(first, answer.url);
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const place = readAddress(query.src);
  const key = storyKey(query.relatedTo);
  const current = key === undefined ? undefined : await readPost(place, key, io).catch(orNothing);
  const id = identifier(get(current, 'ID')) ?? (key && /^\d+$/.test(key) ? key : undefined);
  const kind = query.by === 'tag' ? 'tag' : 'category';
  const slugs = place.params.has(kind) ? '' : slugsOf(get(current, kind === 'tag' ? 'tags' : 'categories'));
  const isOther = (story: Article) => story.id !== id && story.url !== query.relatedTo;
  const related = slugs ? await postsPage(query, place, { [kind]: slugs }, io) : undefined;
  const first = related?.items.filter(isOther).slice(0, query.limit) ?? [];
  if (related && (first.length >= query.limit || query.next !== undefined))
    return { ...related, items: first };
  // Few of them: filled up with the newest of all.
  const all = await postsPage(query, place, {}, io);
  const rest = all.items.filter((story) => isOther(story) && !first.some((known) => known.id === story.id));
  const items = [...first, ...rest].slice(0, query.limit);
  return related ? { items } : { ...all, items };
}

/** The cursor is WordPress.com's own, or, where it gives none, the number of the page. */
async function postsPage(
  { limit, since, next = '', relatedTo }: ArticlesQuery,
  place: WordPressComPlace,
  extra: Readonly<Record<string, string>>,
  io: Io,
): Promise<Page<Article>> {
  const params = new URLSearchParams(place.params);
  // One more where one of them may be the story itself.
  const number = Math.min(limit + (relatedTo && !next ? 1 : 0), PER_PAGE);
  for (const [name, value] of Object.entries(extra)) params.set(name, value);
  params.set('number', String(number));
  params.set('fields', SUMMARY);
  if (since) params.set('after', since);
  const page = /^page:(\d{1,6})$/.exec(next)?.[1];
  if (page) params.set('page', page);
  else if (next) params.set('page_handle', next);
  const answer = await read(`${place.api}/posts/?${params}`, io);
  const records = listed(answer, 'posts');
  const total = count(get(answer.value, 'found'));
  const handle = identifier(get(answer.value, 'meta', 'next_page'));
  const isFull = records.length >= number && (total === undefined || total > records.length);
  const numbered = isFull && !(next && !page) ? `page:${Number(page ?? 1) + 1}` : undefined;
  return {
    items: normaliseAll(records, (record) => toStory(record, answer.url)),
    total,
    next: records.length > 0 && handle !== next ? (handle ?? numbered) : undefined,
  };
}

async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { place, post } = await storyOf(query.src, io);
  const id = identifier(get(post, 'ID')) ?? place.story;
  const page = Math.max(1, count(Number(query.next ?? 1)) ?? 1);
  const order = query.order === 'newest' ? 'DESC' : 'ASC';
  const params = new URLSearchParams({
    number: String(PER_PAGE),
    page: String(page),
    order,
    type: 'comment',
  });
  const answer = await read(`${place.api}/posts/${id}/replies/?${params}`, io);
  const records = listed(answer, 'comments');
  return {
    items: normaliseAll(records, (record) => toWordPressComComment(record, post, answer.url)),
    // Of its comments alone WordPress.com says no number (-1); the one of the post has pingbacks in it.
    total: page === 1 && records.length < PER_PAGE ? records.length : undefined,
    next: records.length >= PER_PAGE ? String(page + 1) : undefined,
  };
}

async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const { post } = await storyOf(src, io, true);
  const page = safeUrl(get(post, 'URL'), undefined, 'media');
  const isClosed = get(post, 'discussion', 'comments_open') === false;
  return {
    how: isClosed ? 'closed' : page ? 'link' : 'none',
    fields: [],
    url: isClosed || !page ? page : `${page}#respond`,
  };
}

/** The post that is written about: who wrote it, and its number where its address only has its name. */
async function storyOf(src: string, io: Io, isNeeded = false) {
  const place = readAddress(src);
  if (!place.story) {
    throw new NewsError('unsupported', 'Comments need one post: …/sites/SITE/posts/42', { url: src });
  }
  const read = readPost(place, place.story, io);
  // Comments that are there should not fail because of what is only said about their story.
  const post = isNeeded || !/^\d+$/.test(place.story) ? await read : await read.catch(orNothing);
  return { place, post };
}

async function readPost(place: WordPressComPlace, key: string, io: Io): Promise<unknown> {
  const { value, url } = await read(
    `${place.api}/posts/${key}?fields=ID,URL,author,categories,tags,discussion`,
    io,
  );
  if (isRecord(value) && identifier(get(value, 'ID'))) return value;
  throw new NewsError('parse', 'This is no post of WordPress.com.', { url });
}

function orNothing(error: unknown): undefined {
  if (!(error instanceof NewsError)) throw error;
}

function listed(answer: Answer<unknown>, name: string): readonly unknown[] {
  const records = get(answer.value, name);
  if (Array.isArray(records)) return records;
  throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
}

/** Private sites and posts are refused as forbidden, by a code that says what is missing. */
const LOGIN = ['authorization_required', 'unauthorized', 'invalid_token'];

async function read(url: string, io: Io): Promise<Answer<unknown>> {
  try {
    return await io.json(url);
  } catch (error) {
    const code = error instanceof NewsError ? get(error.answer, 'error') : undefined;
    if (!(error instanceof NewsError) || typeof code !== 'string') throw error;
    const { message, status, retryAfter, url: asked } = error;
    const kind = error.kind === 'forbidden' && LOGIN.includes(code) ? 'login-required' : error.kind;
    throw new NewsError(kind, message, { status, code, retryAfter, url: asked });
  }
}
