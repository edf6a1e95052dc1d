import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { toIsoDate } from '../../model/date.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, identifier, list } from '../../model/record.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { nextLink } from './common/link-header.js';
import { recordOf } from './common/wordpress-page.js';
import { readAddress, type WordPressAddress } from './wordpress-address.js';
import * as fields from './wordpress-fields.js';
import { findByName, locate } from './wordpress-permalink.js';
import { addComment, classicForm, posting } from './wordpress-posting.js';
import { withNumbers } from './wordpress-terms.js';

/**
 * WordPress, REST API v2, as core has it since 4.7. Needs no plugin to read.
 * Source: https://developer.wordpress.org/rest-api/reference/
 */
export const adapter: Adapter = { article, articles, comments, posting, addComment, classicForm };

/** The most that WordPress gives in one answer. */
const PER_PAGE = 100;
/** How many levels of missing parents are fetched for a page of the newest comments. */
const ANCESTOR_ROUNDS = 8;

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(query.src);
  const named = storyNamed(query.item);
  const id = address.id ?? named.id;
  const params = id ? new URLSearchParams(address.params) : await withNumbers(address, io);
  for (const [name, value] of Object.entries(fields.STORY_PARAMS)) params.set(name, value);
  // The address of a page means the story that has it, and no other.
  if (!id && !query.item && address.slug) {
    const { answer, post } = await findByName(address.slug, query.src, params, io);
    return fields.toWordPressArticle(post, answer.url);
  }
  if (!id) params.set('per_page', named.slug ? String(PER_PAGE) : '1');
  if (!id && named.slug) params.set('slug', named.slug);
  const answer = await io.json(address.endpoint(id ? `${address.resource}/${id}` : address.resource, params));
  const post = Array.isArray(answer.value) ? meant(answer.value, query.item) : answer.value;
  if (post === undefined) throw new NewsError('not-found', 'No post matches this URL.', { url: answer.url });
  return fields.toWordPressArticle(post, answer.url);
}

/** Of all that have the name at the end of an address, the one whose page it is. */
function meant(posts: readonly unknown[], item = ''): unknown {
  return URL.canParse(item) ? recordOf(posts, (post) => get(post, 'link'), item) : posts[0];
}

/** A story of a list: its id, also where its address tells it (`?p=42`), else the slug that its address ends with. */
function storyNamed(item = ''): { readonly id?: string; readonly slug?: string } {
  const id = /^\d+$/.test(item) ? item : /[?&]p=(\d+)/.exec(item)?.[1];
  return id ? { id } : { slug: /([^/]+)\/*$/.exec(item.replace(/[?#].*$/, ''))?.[1] };
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  const common = await withNumbers(address, io);
  for (const [name, value] of Object.entries(fields.SUMMARY_PARAMS)) common.set(name, value);
  common.set('per_page', String(Math.min(query.limit, PER_PAGE)));
  if (query.since && !((toIsoDate(common.get('after')) ?? '') > query.since))
    common.set('after', query.since);
  const filter = query.by === 'tag' ? 'tags' : 'categories';
  const { current, terms } = await currentStory(
    query.relatedTo,
    names(filter, common) ? undefined : filter,
    address,
    io,
  );
  if (current) common.set('exclude', [common.get('exclude'), current].filter(Boolean).join());
  const page = Number(/^[1-9]\d{0,6}$/.exec(query.next ?? '')?.[0] ?? 1);
  const ask = (extra: Readonly<Record<string, string>>) => posts(address, common, extra, page, io);

  const isOther = ({ url }: Article) => url === undefined || url !== query.relatedTo;
  const related = terms ? await ask({ [filter]: terms }) : undefined;
  const first = related?.items.filter(isOther) ?? [];
  if (related && (first.length >= query.limit || page > 1)) return { ...related, items: first };
  // Few in the same categories: filled up with the newest of all.
  const exclude = [common.get('exclude'), ...first.map(({ id }) => id)].filter(Boolean).join();
  const number = String(Math.min(query.limit - first.length, PER_PAGE));
  const rest = await ask({ per_page: number, exclude });
  const items = [...first, ...rest.items.filter(isOther)];
  return related ? { items } : { ...rest, items };
}

/** Whether the page's author has chosen categories, or tags, in one of the forms that PHP reads. */
function names(filter: string, params: URLSearchParams): boolean {
  return [...params.keys()].some((name) => name === filter || name.startsWith(`${filter}[`));
}

async function posts(
  address: WordPressAddress,
  common: URLSearchParams,
  extra: Readonly<Record<string, string>>,
  page: number,
  io: Io,
): Promise<Page<Article>> {
  const params = new URLSearchParams(common);
  for (const [name, value] of Object.entries(extra)) if (value) params.set(name, value);
  const number = Number(params.get('per_page'));
  // WordPress ignores the page where there is an offset.
  const offset = count(Number(params.get('offset') ?? NaN));
  if (page > 1 && offset === undefined) params.set('page', String(page));
  else if (page > 1) params.set('offset', String(offset! + (page - 1) * number));
  try {
    const answer = await io.json(address.endpoint(address.resource, params));
    const items = normaliseAll(listed(answer), (post) => fields.toWordPressArticle(post, answer.url));
    return {
      items,
      total: total(answer),
      next: hasNext(answer, page, number) ? String(page + 1) : undefined,
    };
  } catch (error) {
    // Where nobody says how many pages there are, this is how one learns that there are no more.
    const isPast = error instanceof NewsError && error.code === 'rest_post_invalid_page_number';
    if (isPast && page > 1) return { items: [] };
    throw error;
  }
}

/**
 * The story that a list goes with, and what it shares with others. It is a number, or the address of a page of the same
 * site. A list should not fail because it cannot be read.
 */
async function currentStory(
  story = '',
  filter: 'categories' | 'tags' | undefined,
  address: WordPressAddress,
  io: Io,
): Promise<{ readonly current?: string; readonly terms: string }> {
  const isOwn =
    URL.canParse(story) && new URL(story).origin === new URL(address.endpoint('posts', {})).origin;
  const { id, slug } = isOwn || /^\d+$/.test(story) ? storyNamed(story) : {};
  if ((!id && !slug) || (id && !filter)) return { current: id, terms: '' };
  const query = new URLSearchParams({ _fields: `id,${filter ?? 'categories'}` });
  if (!id) {
    query.set('_fields', `link,${query.get('_fields')}`);
    query.set('slug', slug!);
  }
  try {
    const { value } = await io.json(address.endpoint(id ? `posts/${id}` : 'posts', query));
    const post = id ? value : meant(list(value), story);
    const terms = filter ? list(get(post, filter)).filter(Number.isInteger).join() : '';
    return { current: id ?? identifier(get(post, 'id')), terms };
  } catch (error) {
    if (error instanceof NewsError) return { current: id, terms: '' };
    throw error;
  }
}

/**
 * Comments by date, a flat page at a time: from the oldest on, a parent always comes before its replies; from the
 * newest on it does not, so parents that are missing are fetched too.
 */
async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { address, id: post } = await locate(query.src, io);
  const own = address.resource === 'comments' ? Object.fromEntries(address.params) : {};
  const ask = (params: Readonly<Record<string, string>>) => {
    const ours = { post, page: '1', per_page: String(PER_PAGE), _fields: fields.COMMENT_FIELDS };
    return io.json(address.endpoint('comments', { ...own, ...ours, ...params }));
  };
  const page = Number(query.next ?? 1);
  const order = query.order === 'newest' ? 'desc' : 'asc';
  const answer = await ask({ order, orderby: 'date_gmt', page: String(page) });
  const toComments = (from: Answer<unknown>) =>
    normaliseAll(listed(from), (comment) => fields.toWordPressComment(comment, from.url));
  const items = toComments(answer);
  const known = new Set(items.map((comment) => comment.id));
  const asked = new Set<string>();
  for (let round = 0; order === 'desc' && round < ANCESTOR_ROUNDS; round++) {
    const missing = items.flatMap(({ parentId }) => (parentId && !known.has(parentId) ? [parentId] : []));
    const include = [...new Set(missing)].filter((id) => !asked.has(id)).slice(0, PER_PAGE);
    if (include.length === 0) break;
    for (const id of include) asked.add(id);
    const found = toComments(await ask({ include: include.join() }));
    for (const comment of found) {
      known.add(comment.id);
      items.push(comment);
    }
  }
  return {
    items,
    total: total(answer),
    next: hasNext(answer, page, PER_PAGE) ? String(page + 1) : undefined,
  };
}

function listed(answer: Answer<unknown>): readonly unknown[] {
  if (Array.isArray(answer.value)) return answer.value;
  throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
}

/** From a header, which some proxies take away. */
function total(answer: Answer<unknown>): number | undefined {
  const header = answer.header('X-WP-Total');
  return header ? count(Number(header)) : undefined;
}

function hasNext(answer: Answer<unknown>, page: number, full: number): boolean {
  const pages = answer.header('X-WP-TotalPages');
  if (pages) return page < Number(pages);
  const links = answer.header('Link');
  return links ? nextLink(links) !== undefined : listed(answer).length >= full;
}
