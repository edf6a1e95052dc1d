import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { toIsoDate } from '../../model/date.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, list } from '../../model/record.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { postId, readAddress, type WordPressAddress } from './wordpress-address.js';
import * as fields from './wordpress-fields.js';
import { addComment, classicForm, posting } from './wordpress-posting.js';

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
  const params = new URLSearchParams(address.params);
  for (const [name, value] of Object.entries(fields.STORY_PARAMS)) params.set(name, value);
  const named = storyNamed(query.item);
  const id = address.id ?? named.id;
  if (!id) params.set('per_page', '1');
  // The address of a page means the story that has it, and no other.
  const slug = named.slug ?? (query.item ? undefined : address.slug);
  if (!id && slug) params.set('slug', slug);
  const answer = await io.json(address.endpoint(id ? `${address.resource}/${id}` : address.resource, params));
  const post = Array.isArray(answer.value) ? answer.value[0] : answer.value;
  if (post === undefined) {
    const hint = slug ? ` No story is called "${slug}". The newest of a site: …/wp-json/wp/v2/posts` : '';
    throw new NewsError('not-found', `No post matches this URL.${hint}`, { url: answer.url });
  }
  return fields.toWordPressArticle(post, answer.url);
}

/** A story of a list: its id, also where its address tells it (`?p=42`), else the slug that its address ends with. */
function storyNamed(item = ''): { readonly id?: string; readonly slug?: string } {
  const id = /^\d+$/.test(item) ? item : /[?&]p=(\d+)/.exec(item)?.[1];
  return id ? { id } : { slug: /([^/]+)\/*$/.exec(item.replace(/[?#].*$/, ''))?.[1] };
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  const common = new URLSearchParams(address.params);
  for (const [name, value] of Object.entries(fields.SUMMARY_PARAMS)) common.set(name, value);
  common.set('per_page', String(Math.min(query.limit, PER_PAGE)));
  if (query.since && !((toIsoDate(common.get('after')) ?? '') > query.since))
    common.set('after', query.since);
  const current = /^\d+$/.test(query.relatedTo ?? '') ? query.relatedTo : undefined;
  if (current) common.set('exclude', [common.get('exclude'), current].filter(Boolean).join());

  const categories =
    current && !namesCategories(address.params) ? await categoriesOf(current, address, io) : '';
  const related = categories ? await posts(address, common, { categories }, io) : { items: [], total: 0 };
  const missing = query.limit - related.items.length;
  if (categories && missing <= 0) return related;
  // Few in the same categories: filled up with the newest of all.
  const exclude = [common.get('exclude'), ...related.items.map((item) => item.id)].filter(Boolean).join();
  const rest = await posts(address, common, { per_page: String(Math.min(missing, PER_PAGE)), exclude }, io);
  return { items: [...related.items, ...rest.items], total: categories ? undefined : rest.total };
}

/** Whether the page's author has chosen categories, in one of the forms that PHP reads. */
function namesCategories(params: URLSearchParams): boolean {
  return [...params.keys()].some((name) => /^categories(\[|$)/.test(name));
}

async function posts(
  address: WordPressAddress,
  common: URLSearchParams,
  extra: Readonly<Record<string, string>>,
  io: Io,
): Promise<Page<Article>> {
  const params = new URLSearchParams(common);
  for (const [name, value] of Object.entries(extra)) if (value) params.set(name, value);
  const answer = await io.json(address.endpoint(address.resource, params));
  const items = normaliseAll(listed(answer), (post) => fields.toWordPressArticle(post, answer.url));
  return { items, total: total(answer) };
}

/** A list that goes with a story should not fail because the story cannot be read. */
async function categoriesOf(id: string, address: WordPressAddress, io: Io): Promise<string> {
  try {
    const answer = await io.json(address.endpoint(`posts/${id}`, { _fields: 'id,categories' }));
    return list(get(answer.value, 'categories')).filter(Number.isInteger).join();
  } catch (error) {
    if (error instanceof NewsError) return '';
    throw error;
  }
}

/**
 * Comments by date, a flat page at a time: from the oldest on, a parent always comes before its replies; from the
 * newest on it does not, so parents that are missing are fetched too.
 */
async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const address = readAddress(query.src);
  const post = postId(address, query.src);
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
  return { items, total: total(answer), next: hasNext(answer, page) ? String(page + 1) : undefined };
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

function hasNext(answer: Answer<unknown>, page: number): boolean {
  const pages = answer.header('X-WP-TotalPages');
  if (pages) return page < Number(pages);
  const links = answer.header('Link');
  return links ? /rel="?next"?/.test(links) : listed(answer).length >= PER_PAGE;
}
