import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { get, identifier } from '../../model/record.js';
import type { Adapter, ArticleQuery, ArticlesQuery } from '../adapter.js';
import { keyOf, STORY_NAMES } from './common/field-names.js';
import type { Answer, Io } from '../io.js';
import { pathPart } from './common/path-part.js';
import {
  endpoint,
  learn,
  localeOf,
  nextUrl,
  paging,
  readAddress,
  recordsOf,
  type Learned,
  type Params,
  type StrapiAddress,
} from './strapi-address.js';
import { addComment, comments, posting } from './strapi-comments.js';
import { idOf, toStrapiArticle, valuesOf } from './strapi-fields.js';

/**
 * Strapi 5 and 4, REST API. A site names its own collections and fields: usual names are recognised.
 * Source: https://docs.strapi.io/cms/api/rest
 */
export const adapter: Adapter = { article, articles, comments, posting, addComment };

/** A server's own limit, unless its settings say otherwise. */
const PER_PAGE = 100;

async function article({ src, item }: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(src);
  const isNamed = [...address.params.keys()].some((name) => /^filters\[(?:slug|documentId|id)\]/.test(name));
  if (!item && !address.id && !isNamed) {
    const [newest] = (await articles({ src, limit: 1 }, io)).items;
    if (newest?.id) return one(address, newest.id, io);
    throw new NewsError('not-found', 'This list is empty.', { url: src });
  }
  return one(address, item ?? address.id, io);
}

/** One story, by its id, by the address of its page, whose last part is its slug, or by what the filters say. */
async function one(address: StrapiAddress, wanted: string | undefined, io: Io): Promise<Article> {
  const answer = await record(address, wanted, io);
  const [found] = recordsOf(answer);
  if (found === undefined) throw new NewsError('not-found', 'No story matches this.', { url: answer.url });
  return toStrapiArticle(found, answer.url);
}

async function record(address: StrapiAddress, wanted: string | undefined, io: Io): Promise<Answer<unknown>> {
  const slug = wanted && /\//.test(wanted) ? slugOf(wanted) : undefined;
  const path = wanted && !slug ? `${address.collection}/${pathPart(wanted)}` : address.collection;
  const filter: Params = slug ? [['filters[slug][$eq]', slug]] : [];
  const ask = (populate: Params) => io.json(endpoint(address, path, [...filter, ...populate]));
  if (hasOwn(address, 'populate')) return ask([]);
  try {
    return await ask([['populate', '*']]);
  } catch (error) {
    if (!(error instanceof NewsError) || error.kind !== 'too-large') throw error;
    // All of its comments came along.
    return ask(populateOf(await learn(address, address.collection, io)));
  }
}

const slugOf = (url: string) => /([^/]+)\/*$/.exec(url.replace(/[?#].*$/, ''))?.[1];

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  if (query.next) return listed(nextUrl(query.next, address), query.limit, io);
  const learned = await learn(address, address.collection, io);
  const date = keyOf(learned.sample, STORY_NAMES.published) ?? 'createdAt';
  const common: (readonly [string, string])[] = [
    ...(hasOwn(address, 'populate') ? [] : populateOf(learned)),
    ...(hasOwn(address, 'fields') ? [] : fieldsOf(learned)),
  ];
  if (!address.params.has('sort') && !hasOwn(address, 'sort')) common.push(['sort', `${date}:desc,id:desc`]);
  if (query.since) common.push([`filters[$and][0][${date}][$gte]`, query.since]);

  const ask = async (limit: number, extra: Params) => {
    const size: Params = [
      ['pagination[page]', '1'],
      ['pagination[pageSize]', String(Math.min(limit, PER_PAGE))],
    ];
    return listed(endpoint(address, address.collection, [...common, ...extra, ...size]), limit, io);
  };
  if (!query.relatedTo) return ask(query.limit, []);

  const current = await currentStory(address, query.relatedTo, io);
  const without = (ids: readonly string[]): Params =>
    ids.map((id, index) => [`filters[$and][1][${learned.id}][$notIn][${index}]`, id]);
  const own = [identifier(idOf(current)) ?? []].flat();
  const goesWith = relationFilter(current, query.by, learned);
  const related = goesWith.length > 0 ? (await ask(query.limit, [...without(own), ...goesWith])).items : [];
  const missing = query.limit - related.length;
  if (missing <= 0) return { items: related };
  const rest = await ask(missing, without([...own, ...related.map(({ id }) => id)]));
  return { items: [...related, ...rest.items] };
}

/** A list that goes with a story should not fail because the story cannot be read. */
async function currentStory(address: StrapiAddress, wanted: string, io: Io): Promise<unknown> {
  try {
    return recordsOf(await record({ ...address, params: localeOf(address) }, wanted, io))[0];
  } catch (error) {
    if (error instanceof NewsError) return undefined;
    throw error;
  }
}

/** What a story that goes with the current one has in common with it. */
function relationFilter(current: unknown, by: ArticlesQuery['by'], learned: Learned): Params {
  const filter = (names: readonly string[]): Params => {
    const key = keyOf(current, names);
    if (key === undefined) return [];
    const { ids, words } = valuesOf(get(current, key));
    const path = `filters[$and][2][${key}]`;
    if (ids.length > 0) return ids.map((id, index) => [`${path}[${learned.id}][$in][${index}]`, id]);
    return words.map((word, index) => [`${path}[$in][${index}]`, word]);
  };
  const byTag = () => filter(STORY_NAMES.tags);
  const byCategory = () => filter(STORY_NAMES.categories);
  if (by === 'tag') return byTag();
  const found = byCategory();
  return found.length > 0 || by === 'category' ? found : byTag();
}

/** Only what a story shows: a bare `populate=*` brings all comments of each story along. */
function populateOf({ relations, sample }: Learned): Params {
  const { image, categories, tags, authors, source, body } = STORY_NAMES;
  const wanted = [image, categories, tags, authors, source, body].map((names) =>
    keyOf(Object.fromEntries(relations.map((name) => [name, get(sample, name)])), names),
  );
  return wanted.flatMap((name) => (name === undefined ? [] : [[`populate[${name}]`, 'true'] as const]));
}

/** All that is short: a list has no use for the texts. */
function fieldsOf({ fields }: Learned): Params {
  const { body, ...short } = STORY_NAMES;
  const record = Object.fromEntries(fields.map((name) => [name, name]));
  const isBody = (name: string) => keyOf({ [name]: name }, body) !== undefined;
  const wanted = Object.values(short).flatMap((names) =>
    names.flatMap((name) => keyOf(record, [name]) ?? []),
  );
  const names = [...new Set(wanted)].filter((name) => !isBody(name));
  return names.map((name, index) => [`fields[${index}]`, name]);
}

function hasOwn(address: StrapiAddress, name: string): boolean {
  return [...address.params.keys()].some((key) => key === name || key.startsWith(`${name}[`));
}

async function listed(url: string, limit: number, io: Io): Promise<Page<Article>> {
  const answer = await io.json(url);
  const items = normaliseAll(recordsOf(answer), (found) => toStrapiArticle(found, answer.url));
  return { items: items.slice(0, limit), ...paging(answer, url) };
}
