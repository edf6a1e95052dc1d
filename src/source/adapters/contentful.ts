import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, identifier, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery } from '../adapter.js';
import { keyOf, STORY_NAMES, valueOf } from './common/field-names.js';
import type { Answer, Io } from '../io.js';
import { linksOf, toContentfulArticle } from './contentful-fields.js';

/**
 * Contentful, Content Delivery API (and the Preview API, which is the same). A site names its own content types and
 * fields: usual names are recognised. Source: https://www.contentful.com/developers/docs/references/content-delivery-api/
 */
export const adapter: Adapter = { article, articles };

/** Contentful gives up to 1,000, but every one comes with its text and all that it links to. */
const PER_PAGE = 100;

interface Address {
  /** `…/spaces/<space>/environments/<environment>/entries` */
  readonly entries: string;
  readonly id?: string;
  readonly params: URLSearchParams;
}

/** @throws NewsError `unsupported` when `src` is no URL of entries */
function readAddress(src: string): Address {
  const href = safeUrl(src, undefined, 'media');
  const url = href ? new URL(href) : undefined;
  const match =
    url && /^(\/spaces\/[^/]+(?:\/environments\/[^/]+)?\/entries)(?:\/([^/]+))?\/?$/.exec(url.pathname);
  if (!match) {
    throw new NewsError(
      'unsupported',
      'Contentful needs a URL like https://cdn.contentful.com/spaces/…/entries?access_token=….',
      { url: src },
    );
  }
  const params = new URLSearchParams(url.search);
  // Of all languages at once, each field would be a list of itself.
  if (params.get('locale') === '*') params.delete('locale');
  return { entries: url.origin + match[1]!, id: match[2], params };
}

type Params = Readonly<Record<string, string | undefined>>;

async function ask(address: Address, ours: Params, io: Io): Promise<Answer<unknown>> {
  const params = new URLSearchParams(address.params);
  // An author and a picture, and the picture of the author.
  if (!params.has('include')) params.set('include', '2');
  for (const [name, value] of Object.entries(ours)) if (value !== undefined) params.set(name, value);
  const query = params.toString().replace(/%2C/g, ',').replace(/%5B/g, '[').replace(/%5D/g, ']');
  let answer: Answer<unknown>;
  try {
    answer = await io.json(`${address.entries}?${query}`);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    const { status, retryAfter, url } = error;
    const code = identifier(get(error.answer, 'sys', 'id'));
    throw new NewsError(status === 401 ? 'forbidden' : error.kind, error.message, {
      status,
      code,
      retryAfter,
      url,
    });
  }
  if (get(answer.value, 'sys', 'type') === 'Array' && Array.isArray(get(answer.value, 'items')))
    return answer;
  throw new NewsError('parse', 'A list of entries was expected, but something else came.', {
    url: answer.url,
  });
}

function toArticles(answer: Answer<unknown>): Article[] {
  const links = linksOf(answer.value);
  return normaliseAll(list(get(answer.value, 'items')), (entry) =>
    toContentfulArticle(entry, links, answer.url),
  );
}

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(query.src);
  const ours = query.item
    ? await storyNamed(query.item, address, io)
    : { 'sys.id': address.id, order: address.id ? undefined : await orderOf(address, io) };
  const [found] = toArticles(await ask(address, { ...ours, limit: '1' }, io));
  if (!found) throw new NewsError('not-found', 'There is no such entry.', { url: query.src });
  return found;
}

/** An entry of the list, for the names that its fields have here. Asked once for a page: it is remembered. */
async function sampleOf(address: Address, io: Io): Promise<unknown> {
  if (!address.params.has('content_type')) return undefined; // no filter by fields without it
  const answer = await ask(address, { limit: '1', include: '0' }, io);
  return get(list(get(answer.value, 'items'))[0], 'fields');
}

/** By its id, or by its address, which ends with the slug. */
async function storyNamed(item: string, address: Address, io: Io): Promise<Params> {
  if (!item.includes('/')) return { 'sys.id': item };
  const slug = /([^/]+)\/*$/.exec(item.replace(/[?#].*$/, ''))?.[1];
  const key = keyOf(await sampleOf(address, io), STORY_NAMES.slug) ?? 'slug';
  if (slug && address.params.has('content_type')) return { [`fields.${key}`]: slug };
  throw new NewsError('unsupported', 'A story is found by its address only where src has a content_type.', {
    url: item,
  });
}

/** The field that has the date of publication, as filters and orders call it. */
async function dateOf(address: Address, io: Io): Promise<string> {
  const key = keyOf(await sampleOf(address, io), STORY_NAMES.published);
  return key && /^\w+$/.test(key) ? `fields.${key}` : 'sys.createdAt';
}

async function orderOf(address: Address, io: Io): Promise<string | undefined> {
  return address.params.has('order') ? undefined : `-${await dateOf(address, io)},-sys.id`;
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  const order = await orderOf(address, io);
  const since: Params = query.since ? { [`${await dateOf(address, io)}[gte]`]: query.since } : {};
  const read = (limit: number, more: Params) =>
    ask(address, { order, ...since, limit: String(Math.min(limit, PER_PAGE)), ...more }, io);
  if (query.relatedTo) return goingWith(query.relatedTo, query, address, read, io);
  const skip = Number(query.next ?? 0);
  const answer = await read(query.limit, { skip: query.next });
  const total = count(get(answer.value, 'total'));
  const sent = list(get(answer.value, 'items')).length;
  const next = sent > 0 && skip + sent < (total ?? 0) ? String(skip + sent) : undefined;
  return { items: toArticles(answer).slice(0, query.limit), total, next };
}

/** Stories on the same topics, and then the newest. They are one page. */
async function goingWith(
  relatedTo: string,
  { by, limit }: ArticlesQuery,
  address: Address,
  read: (limit: number, more: Params) => Promise<Answer<unknown>>,
  io: Io,
): Promise<Page<Article>> {
  let current: unknown;
  try {
    const named = await storyNamed(relatedTo, address, io);
    current = list(get((await ask(address, { ...named, limit: '1' }, io)).value, 'items'))[0];
  } catch (error) {
    // A list that goes with a story should not fail because the story cannot be read.
    if (!(error instanceof NewsError)) throw error;
  }
  const id = identifier(get(current, 'sys', 'id')) ?? (relatedTo.includes('/') ? undefined : relatedTo);
  const filter = address.params.has('content_type') ? topicsOf(current, by) : undefined;
  const without = (ids: readonly string[]): Params => (ids.length > 0 ? { 'sys.id[nin]': ids.join() } : {});
  const own = id ? [id] : [];
  const related = filter ? toArticles(await read(limit, { ...filter, ...without(own) })).slice(0, limit) : [];
  const missing = limit - related.length;
  if (missing <= 0) return { items: related };
  const known = [...own, ...related.map((item) => item.id)];
  const rest = toArticles(await read(missing, without(known)));
  return { items: [...related, ...rest.slice(0, missing)] };
}

/** A filter for entries that link to the same categories or tags, or have the same words there. */
function topicsOf(entry: unknown, by: ArticlesQuery['by']): Params | undefined {
  const fields = get(entry, 'fields');
  const wanted = { tag: ['tags'], category: ['categories'], source: ['tags', 'categories'] } as const;
  for (const name of wanted[by ?? 'source']) {
    const key = keyOf(fields, STORY_NAMES[name]);
    const value = valueOf(fields, STORY_NAMES[name]);
    const terms = (Array.isArray(value) ? list(value) : [value]).slice(0, 10);
    const ids = terms.map((term) => identifier(get(term, 'sys', 'id'))).filter((id) => id !== undefined);
    if (key && /^\w+$/.test(key) && ids.length > 0) return { [`fields.${key}.sys.id[in]`]: ids.join() };
    const words = terms.map(plainText).filter((word) => word && !word.includes(','));
    if (key && /^\w+$/.test(key) && words.length > 0) return { [`fields.${key}[in]`]: words.join() };
  }
  // Tags that editors set beside the fields.
  const tags = list(get(entry, 'metadata', 'tags')).slice(0, 10);
  const ids = tags.map((tag) => identifier(get(tag, 'sys', 'id'))).filter(Boolean);
  return by !== 'category' && ids.length > 0 ? { 'metadata.tags.sys.id[in]': ids.join() } : undefined;
}
