import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { tagsOf, toGuardianArticle } from './guardian-fields.js';

/**
 * The Guardian's Open Platform, Content API. Its key stands in the URL; comments are not to be had.
 * Source: https://open-platform.theguardian.com/documentation/
 */
export const adapter: Adapter = { article, articles };

/** The most that the API gives in one answer. */
const PER_PAGE = 200;
const CARD_FIELDS = 'headline,trailText,byline,thumbnail,lastModified,lang';
const SHOWN = { 'show-tags': 'contributor,keyword', 'show-elements': 'image' };
/** Addresses of stories have their day in them; those of sections, tags and series do not. */
const STORY = /\/\d{4}\/[a-z]{3}\/\d{1,2}\//;

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const { path, params } = readAddress(query.src);
  const id = query.item ? pathOf(query.item) : path;
  const isStory = query.item !== undefined || STORY.test(path);
  show(params, `${CARD_FIELDS},standfirst,body`);
  if (!isStory) params.set('page-size', '1');
  const { response, url } = await ask(id, params, io);
  const content = get(response, 'content') ?? list(get(response, 'results'))[0];
  if (content === undefined) throw new NewsError('not-found', 'There is no such story.', { url });
  return toGuardianArticle(content, url);
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const { path, params } = readAddress(query.src);
  const where = STORY.test(path) ? '/search' : path;
  show(params, CARD_FIELDS);
  const day = query.since?.slice(0, 10);
  if (day && !((params.get('from-date') ?? '') > day)) params.set('from-date', day);
  if (query.relatedTo) return goingWith(query.relatedTo, where, params, query, io);
  params.set('page-size', String(Math.min(query.limit, PER_PAGE)));
  if (query.next) params.set('page', query.next);
  try {
    const { response, url } = await ask(where, params, io);
    const items = normaliseAll(results(response, url), (content) => toGuardianArticle(content, url));
    const page = Number(query.next ?? 1);
    const goesOn = page < (count(get(response, 'pages')) ?? 0);
    return {
      // The day is all that the API is sure to understand.
      items: items.filter((item) => isNew(item, query.since)).slice(0, query.limit),
      total: count(get(response, 'total')),
      next: goesOn ? String(page + 1) : undefined,
    };
  } catch (error) {
    // Far down it counts more pages than it gives.
    if (query.next && error instanceof NewsError && error.kind === 'validation') return { items: [] };
    throw error;
  }
}

/** Stories that go with another one, and then the newest. They are one page. */
async function goingWith(
  relatedTo: string,
  where: string,
  params: URLSearchParams,
  { by = 'source', limit, since }: ArticlesQuery,
  io: Io,
): Promise<Page<Article>> {
  const id = pathOf(relatedTo);
  const search = (extra: Readonly<Record<string, string>>, most: number) => {
    const all = new URLSearchParams(params);
    for (const [name, value] of Object.entries(extra)) all.set(name, value);
    all.set('page-size', String(Math.min(most, PER_PAGE)));
    return ask(where, all, io).then(({ response, url }) => toArticles(results(response, url), url));
  };
  const related = await forgiven(async () => {
    const own = new URLSearchParams({ 'api-key': params.get('api-key') ?? '' });
    show(own, CARD_FIELDS);
    if (by === 'source') own.set('show-related', 'true');
    const { response, url } = await ask(id, own, io);
    if (by === 'source') return toArticles(list(get(response, 'relatedContent')), url);
    const content = get(response, 'content');
    const section = get(content, 'sectionId');
    const keywords = tagsOf(content, 'keyword').map((tag) => get(tag, 'id'));
    const tags = keywords.filter((tag) => typeof tag === 'string').slice(0, 5);
    if (by === 'tag' && tags.length > 0) return search({ tag: tags.join('|') }, limit + 1);
    return by === 'category' && typeof section === 'string' ? search({ section }, limit + 1) : [];
  });
  const found = new Map<string, Article>();
  const add = (item: Article) => {
    if (item.id !== id.slice(1) && isNew(item, since) && !found.has(item.id)) found.set(item.id, item);
  };
  related.forEach(add);
  if (found.size < limit) (await search({}, limit + found.size + 1)).forEach(add);
  return { items: [...found.values()].slice(0, limit) };
}

/** A list that goes with a story should not fail because the story cannot be read. */
async function forgiven(read: () => Promise<readonly Article[]>): Promise<readonly Article[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NewsError) return [];
    throw error;
  }
}

const isNew = ({ published }: Article, since?: string) => !since || !published || published >= since;
const toArticles = (found: readonly unknown[], url: string) =>
  normaliseAll(found, (content) => toGuardianArticle(content, url));

interface Address {
  readonly path: string;
  readonly params: URLSearchParams;
}

/**
 * A URL of the API, or the address of a page of the paper with an API key: their paths are the same.
 *
 * @throws NewsError `unsupported` when it is neither
 */
function readAddress(src: string): Address {
  const href = safeUrl(src, undefined, 'media');
  const url = href ? new URL(href) : undefined;
  if (!url || !/^(?:content\.guardianapis|(?:www\.)?theguardian)\.com$/.test(url.hostname)) {
    throw new NewsError('unsupported', 'The Guardian is read at https://content.guardianapis.com/….', {
      url: src,
    });
  }
  const params = new URLSearchParams(url.search);
  return { path: url.pathname === '/' ? '/search' : pathOf(src), params };
}

/** Path of a story, from its id or any of its addresses. */
function pathOf(item: string): string {
  const path = /^https?:\/\//.test(item) ? (safeUrl(item) ?? item).replace(/^https?:\/\/[^/]*/, '') : item;
  return `/${path.replace(/[?#].*$/, '').replace(/^\/+|\/+$/g, '')}`;
}

/** Adds what a story is made of to what the author of the page wants to have. */
function show(params: URLSearchParams, fields: string): void {
  for (const [name, wanted] of Object.entries({ 'show-fields': fields, ...SHOWN })) {
    const own = params.get(name)?.split(',') ?? [];
    if (!own.includes('all')) params.set(name, [...new Set([...own, ...wanted.split(',')])].join());
  }
}

async function ask(
  path: string,
  params: URLSearchParams,
  io: Io,
): Promise<{ readonly response: unknown; readonly url: string }> {
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%7C', '|');
  let answer: Answer<unknown>;
  try {
    answer = await io.json(`https://content.guardianapis.com${path}?${query}`);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    const { status, retryAfter, url } = error;
    const kind = status === 401 ? 'forbidden' : error.kind;
    const message = plainText(get(error.answer, 'response', 'message')) || error.message;
    throw new NewsError(kind, message, { status, retryAfter, url });
  }
  const response = get(answer.value, 'response');
  if (get(response, 'status') === 'ok') return { response, url: answer.url };
  const message = plainText(get(response, 'message'));
  throw new NewsError('parse', message || 'This is no answer of the Content API.', { url: answer.url });
}

function results(response: unknown, url: string): readonly unknown[] {
  const found = get(response, 'results');
  if (Array.isArray(found)) return found;
  throw new NewsError('parse', 'A list was expected, but something else came.', { url });
}
