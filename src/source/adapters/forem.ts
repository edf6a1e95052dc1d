import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import type { NewsSource } from '../../model/news-source.js';
import { MAX_ITEMS, normaliseAll, type Page } from '../../model/page.js';
import type { Posting } from '../../model/posting.js';
import { count, get, identifier, list } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Io } from '../io.js';
import { readAddress, storyNamed } from './forem-address.js';
import { siteOf, toForemArticle, toForemComment } from './forem-fields.js';

/**
 * Forem, the software of DEV (dev.to): stories and their comments, API of version 1, which needs no key to read.
 * Source: https://developers.forem.com/api/v1
 */
export const adapter: Adapter = { article, articles, comments, posting, origin };

const PER_PAGE = 100;
/** Comments of the top level in one answer; each comes with its whole branch. */
const ROOTS = 50;
/** Stories among which those that go with another one are looked for. */
const CHOICE = 30;

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(query.src);
  const story = query.item ? storyNamed(query.item) : address.story;
  if (story) return storyAt(`${address.api}articles/${story}`, io);
  // A list has no texts.
  const [first] = await listed(`${address.api}${address.list}`, address.params, { per_page: '1' }, io);
  const id = count(get(first, 'id'));
  if (id) return storyAt(`${address.api}articles/${id}`, io);
  throw new NewsError('not-found', 'There is no such story.', { url: query.src });
}

async function storyAt(url: string, io: Io): Promise<Article> {
  const answer = await io.json(url);
  return toForemArticle(answer.value, answer.url);
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const { api, list: path, params } = readAddress(query.src);
  const url = `${api}${path}`;
  const isNew = ({ published }: Article) => !query.since || !published || published >= query.since;
  if (query.relatedTo) return goingWith(query, isNew, io);
  const size = Math.min(query.limit, PER_PAGE);
  const page = Number(query.next ?? 1);
  const records = await listed(url, params, { per_page: String(size), page: String(page) }, io);
  const items = toArticles(records, url);
  // There are no totals: after a full page there may be another one.
  const goesOn = records.length >= size && items.some(isNew);
  return { items: items.filter(isNew).slice(0, size), next: goesOn ? String(page + 1) : undefined };
}

/** Stories with the same tags, then the others of the list. */
async function goingWith(
  { src, relatedTo = '', limit }: ArticlesQuery,
  isNew: (article: Article) => boolean,
  io: Io,
): Promise<Page<Article>> {
  const { api, list: path, params } = readAddress(src);
  const story = storyNamed(relatedTo);
  const current = story ? await forgiven(() => storyAt(`${api}articles/${story}`, io)) : undefined;
  const topics = new Set(current?.tags.map(({ name }) => name));
  const read = async (own: URLSearchParams, ours: Readonly<Record<string, string>>, list: string) =>
    toArticles(await listed(`${api}${list}`, own, ours, io), api);
  const per_page = String(Math.min(Math.max(limit + 1, CHOICE), PER_PAGE));
  const isChosen = ['tag', 'tags', 'username'].some((name) => params.has(name)) || path.includes('/articles');
  const alike =
    isChosen || topics.size === 0
      ? []
      : await read(new URLSearchParams(), { per_page, tags: [...topics].join() }, 'articles');
  const all = [...alike, ...(await read(params, { per_page }, path))];
  const known = new Set([current?.id, relatedTo]);
  const others = all.filter((item) => {
    const isOther = !known.has(item.id) && item.url !== (current?.url ?? relatedTo) && isNew(item);
    known.add(item.id);
    return isOther;
  });
  const related = others.filter(({ tags }) => tags.some(({ name }) => topics.has(name)));
  return { items: [...related, ...others.filter((item) => !related.includes(item))].slice(0, limit) };
}

/** What is nice to have takes nothing away when it cannot be had. */
async function forgiven<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NewsError) return undefined;
    throw error;
  }
}

async function listed(
  address: string,
  params: URLSearchParams,
  ours: Readonly<Record<string, string>>,
  io: Io,
): Promise<readonly unknown[]> {
  const all = new URLSearchParams(params);
  for (const [name, value] of Object.entries(ours)) all.set(name, value);
  const answer = await io.json(`${address}?${all.toString().replaceAll('%2C', ',')}`);
  if (Array.isArray(answer.value)) return answer.value;
  throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
}

const toArticles = (records: readonly unknown[], base: string) =>
  normaliseAll(records, (record) => toForemArticle(record, base));

/** The story itself is asked too: it knows who its author is, and how many comments there are. */
async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { api, story } = readAddress(query.src);
  if (!story) {
    throw new NewsError('unsupported', 'Comments need the URL of one story (…/api/comments?a_id=…).', {
      url: query.src,
    });
  }
  const isId = /^\d+$/.test(story);
  const about = async () => (await io.json(`${api}articles/${story}`)).value;
  const [page = '1', before] = query.next?.split(' ') ?? [];
  const read = (id: string) =>
    listed(`${api}comments`, new URLSearchParams({ a_id: id, page, per_page: String(ROOTS) }), {}, io);
  let article: unknown;
  let roots: readonly unknown[];
  if (isId) [article, roots] = await Promise.all([forgiven(about), read(story)]);
  else {
    article = await about();
    const id = count(get(article, 'id'));
    if (!id) throw new NewsError('parse', 'This is no story.', { url: query.src });
    roots = await read(String(id));
  }
  const first = identifier(get(roots[0], 'id_code'));
  // A server that knows no pages sends the same one again.
  if (first !== undefined && first === before) return { items: [] };
  const writer = get(article, 'user', 'username');
  const items = normaliseAll(flatten(roots), (flat) =>
    toForemComment(get(flat, 'comment'), get(flat, 'parentId'), writer, api),
  );
  const next = first && roots.length === ROOTS ? `${Number(page) + 1} ${first}` : undefined;
  return { items, total: count(get(article, 'comments_count')), next };
}

interface Flat {
  readonly comment: unknown;
  readonly parentId?: unknown;
}

function flatten(roots: readonly unknown[]): Flat[] {
  const flat: Flat[] = [];
  const waiting: Flat[] = roots.map((comment) => ({ comment })).reverse();
  for (let next = waiting.pop(); next && flat.length < MAX_ITEMS; next = waiting.pop()) {
    flat.push(next);
    const parentId = get(next.comment, 'id_code');
    const children = [...list(get(next.comment, 'children'))].reverse();
    waiting.push(...children.map((comment) => ({ comment, parentId })));
  }
  return flat;
}

/** One writes with an account of the site, on its own page. */
async function posting(query: { readonly src: string }, io: Io): Promise<Posting> {
  const { api, story, page } = readAddress(query.src);
  if (page) return { how: 'link', fields: [], url: `${page}#comments` };
  if (!story) return { how: 'none', fields: [] };
  const answer = await io.json(`${api}articles/${story}`);
  const url = safeUrl(get(answer.value, 'url'), answer.url) ?? siteOf(answer.url).url!;
  return { how: 'link', fields: [], url: `${url}#comments` };
}

function origin({ src }: { readonly src: string }): NewsSource {
  const url = safeUrl(src, undefined, 'media');
  return url ? siteOf(url) : { name: '' };
}
