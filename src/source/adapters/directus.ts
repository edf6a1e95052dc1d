import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, identifier, isRecord, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import type { Adapter, ArticleQuery, ArticlesQuery } from '../adapter.js';
import { keyOf, STORY_NAMES } from './common/field-names.js';
import type { Answer, Io } from '../io.js';
import { pathPart } from './common/path-part.js';
import {
  endpoint,
  learn,
  readAddress,
  recordsOf,
  tokenOf,
  withoutLinked,
  type Condition,
  type DirectusAddress,
  type Params,
} from './directus-address.js';
import { addComment, comments, posting } from './directus-comments.js';
import { linkedFields, shortFields, toDirectusArticle } from './directus-fields.js';
import { paging, readPage, startOf } from './directus-paging.js';

/**
 * Directus 9 to 11, REST API. A site names its own collections and fields: usual names are recognised.
 * Source: https://directus.io/docs/api/items
 */
export const adapter: Adapter = { article, articles, comments, posting, addComment };

const PER_PAGE = 100;

async function article({ src, item }: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(src);
  const wanted = item ?? address.id;
  if (!wanted) {
    const [newest] = (await articles({ src, limit: 1 }, io)).items;
    if (newest) return one(address, newest.id, io);
    throw new NewsError('not-found', 'This list is empty.', { url: src });
  }
  return one(address, wanted, io);
}

async function one(address: DirectusAddress, wanted: string, io: Io): Promise<Article> {
  const sample = await learn(address, address.collection, io);
  const found = await record(address, wanted, sample, io);
  if (found === undefined) throw new NewsError('not-found', 'No story matches this.', { url: address.base });
  return toDirectusArticle(found, address);
}

/** One record, by its id, or by the address of its page, whose last part is its slug. */
async function record(address: DirectusAddress, wanted: string, sample: unknown, io: Io): Promise<unknown> {
  const key = keyOf(sample, STORY_NAMES.slug);
  const slug = /\//.test(wanted) ? /([^/]+)\/*$/.exec(wanted.replace(/[?#].*$/, ''))?.[1] : undefined;
  if (slug !== undefined && key === undefined) return undefined;
  const path = slug === undefined ? `${address.collection}/${pathPart(wanted)}` : address.collection;
  const conditions: Condition[] = slug === undefined ? [] : [[[key!], '_eq', slug]];
  // A filter chooses from a list; one record has none.
  const kept = [...address.params].filter(([name]) => !/^(?:filter|sort|search)/.test(name));
  const own = { ...address, params: new URLSearchParams(kept) };
  const ask = (fields: readonly string[]) => {
    const extra: Params = own.params.has('fields') ? [] : [['fields', fields.join()]];
    return io.json(endpoint(own, path, extra, conditions));
  };
  try {
    return recordsOf(
      await withoutLinked(
        () => ask(['*', ...linkedFields(sample)]),
        () => ask(['*']),
      ),
    )[0];
  } catch (error) {
    // The list may be read, so this is no matter of rights: what is not there, or is a draft, is "forbidden", too.
    if (error instanceof NewsError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  if (query.next) return listed(await readPage(startOf(query.next, address), io), address, query.limit);
  const sample = await learn(address, address.collection, io);
  const date = keyOf(sample, STORY_NAMES.published);
  const common: Condition[] = publishedOnly(address, sample);
  if (query.since && date) common.push([[date], '_gte', query.since]);

  const ask = async (limit: number, conditions: readonly Condition[]) => {
    const size = ['limit', String(Math.min(limit, PER_PAGE))] as const;
    const sort: Params = address.params.has('sort')
      ? []
      : [['sort', [date, 'id'].flatMap((key) => (key ? `-${key}` : [])).join()]];
    const read = (fields: readonly string[]) => {
      const wanted: Params = address.params.has('fields') ? [] : [['fields', fields.join()]];
      const extra: Params = [size, ['meta', 'filter_count'], ...sort, ...wanted];
      return readPage(endpoint(address, address.collection, extra, [...common, ...conditions]), io);
    };
    const short = shortFields(sample);
    const answer = await withoutLinked(
      () => read([...short, ...linkedFields(sample)]),
      () => read(short),
    );
    return listed(answer, address, limit);
  };
  if (!query.relatedTo) return ask(query.limit, []);
  const bare = { ...address, params: tokenOf(address) };
  const current = await record(bare, query.relatedTo, sample, io);
  const id = identifier(get(current, 'id'));
  const without = (ids: readonly string[]): Condition[] =>
    ids.length > 0 ? [[['id'], '_nin', ids.join()]] : [];
  const own = id === undefined ? [] : [id];
  const { condition, words } = inCommon(current, query.by);
  // Tags that are kept as words in JSON cannot be asked for: the newest are looked through.
  if (!condition && words.length > 0) {
    const { items } = await ask(PER_PAGE, without(own));
    const goes = ({ tags, categories }: Article) =>
      [...tags, ...categories].some(({ name }) => words.includes(name));
    return { items: [...items.filter(goes), ...items.filter((other) => !goes(other))].slice(0, query.limit) };
  }
  const related = condition ? (await ask(query.limit, [...without(own), condition])).items : [];
  const missing = query.limit - related.length;
  if (missing <= 0) return { items: related };
  const rest = await ask(missing, without([...own, ...related.map((story) => story.id)]));
  return { items: [...related, ...rest.items] };
}

/** Drafts of a collection that guests may read as a whole; not where the page's author asks for a status. */
function publishedOnly({ params }: DirectusAddress, sample: unknown): Condition[] {
  const isUsual = /^(?:published|draft|archived)$/.test(cleanText(get(sample, 'status')));
  const isAsked = [...params].some(
    ([name, value]) => name.startsWith('filter') && `${name}${value}`.includes('status'),
  );
  return isUsual && !isAsked ? [[['status'], '_eq', 'published']] : [];
}

interface InCommon {
  readonly condition?: Condition;
  readonly words: readonly string[];
}

/** What the current story and those that go with it share. */
function inCommon(current: unknown, by: ArticlesQuery['by']): InCommon {
  const of = (names: readonly string[]): InCommon => {
    const key = keyOf(current, names);
    if (key === undefined) return { words: [] };
    const value = get(current, key);
    const items = (Array.isArray(value) ? list(value) : [value]).slice(0, 20);
    const words = items.flatMap((item) => (typeof item === 'string' && item ? [item] : []));
    if (!Array.isArray(value) && words.length > 0) return { condition: [[key], '_eq', words[0]!], words };
    const [joint] = items.filter(isRecord);
    // A joining record has the other one in a field of its own.
    const inner =
      joint && Array.isArray(value)
        ? Object.keys(joint).find((name) => isRecord(get(joint, name)))
        : undefined;
    const ids = items.flatMap((item) => identifier(get(inner ? get(item, inner) : item, 'id')) ?? []);
    const path = inner ? [key, inner, 'id'] : [key, 'id'];
    return ids.length > 0 ? { condition: [path, '_in', ids.join()], words } : { words };
  };
  const isNothing = ({ condition, words }: InCommon) => !condition && words.length === 0;
  if (by === 'tag') return of(STORY_NAMES.tags);
  const category = of(STORY_NAMES.categories);
  return isNothing(category) && by !== 'category' ? of(STORY_NAMES.tags) : category;
}

function listed(answer: Answer<unknown>, address: DirectusAddress, limit: number): Page<Article> {
  const items = normaliseAll(recordsOf(answer), (found) => toDirectusArticle(found, address));
  return {
    items: items.slice(0, limit),
    ...paging(answer, count(get(answer.value, 'meta', 'filter_count'))),
  };
}
