import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, identifier, isRecord, list } from '../../model/record.js';
import type { Adapter, ArticleQuery, ArticlesQuery } from '../adapter.js';
import { keyOf, STORY_NAMES } from './common/field-names.js';
import type { Answer, Io } from '../io.js';
import { pathPart } from './common/path-part.js';
import {
  condition,
  endpoint,
  nextPage,
  nextUrl,
  read,
  readAddress,
  type DrupalAddress,
  type Params,
} from './drupal-address.js';
import { addComment, comments, posting } from './drupal-comments.js';
import { includedIn, toDrupalArticle } from './drupal-document.js';

/**
 * Drupal 8.7 and later, JSON:API of core. A site names its own fields: usual names are recognised.
 * Source: https://www.drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module
 */
export const adapter: Adapter = { article, articles, comments, posting, addComment };

/** Drupal gives no more in one answer. */
const PER_PAGE = 50;

async function article({ src, item }: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(src);
  const wanted = item ?? address.id ?? address.page;
  const found = await story(address, wanted, await learn(address, io), io);
  if (found) return found.article;
  throw new NewsError('not-found', 'No story matches this.', { url: src });
}

interface Story {
  readonly article: Article;
  /** As it came. */
  readonly resource: unknown;
}

/** By its id, by the address of its page (`/node/42`, or an alias, which is looked for among the newest), or the newest. */
async function story(
  address: DrupalAddress,
  wanted: string | undefined,
  sample: Sample,
  io: Io,
): Promise<Story | undefined> {
  const isPage = wanted !== undefined && wanted.includes('/');
  const include = includeOf(address, sample);
  if (wanted !== undefined && !isPage) {
    const one = { ...address, params: without(address, /^(?:filter|sort)/) };
    const answer = await read(endpoint(one, `${address.resource}/${pathPart(wanted)}`, include), io);
    const resource = get(answer.value, 'data');
    return { resource, article: toDrupalArticle(resource, includedIn(answer.value), address.site) };
  }
  const nid = /\/node\/(\d+)\/?$/.exec(wanted ?? '')?.[1];
  const limit = isPage && !nid ? String(PER_PAGE) : '1';
  const filter: Params = nid ? [['filter[drupal_internal__nid]', nid]] : [];
  const extra: Params = [...newestFirst(address, sample), ...include, ...filter, ['page[limit]', limit]];
  const answer = await read(endpoint(address, address.resource, extra), io);
  const path = isPage ? pathOf(wanted) : undefined;
  const stories = toStories(answer, address);
  return path === undefined || nid
    ? stories[0]
    : stories.find(({ article: { url } }) => url && pathOf(url) === path);
}

const pathOf = (url: string) =>
  URL.canParse(url, 'https://x.invalid')
    ? new URL(url, 'https://x.invalid').pathname.replace(/\/$/, '')
    : url;

function toStories(answer: Answer<unknown>, { site }: DrupalAddress): readonly Story[] {
  const data = get(answer.value, 'data');
  if (!Array.isArray(data))
    throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
  const included = includedIn(answer.value);
  return normaliseAll(data, (resource) => ({ resource, article: toDrupalArticle(resource, included, site) }));
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  if (query.next) return listed(nextUrl(query.next, address), address, query.limit, io);
  const sample = await learn(address, io);
  const common: Params = [
    ...newestFirst(address, sample),
    ...includeOf(address, sample),
    ...(query.since ? since(query.since, sample) : []),
  ];
  const ask = async (limit: number, extra: Params) => {
    const size = ['page[limit]', String(Math.min(limit, PER_PAGE))] as const;
    return listed(endpoint(address, address.resource, [...common, ...extra, size]), address, limit, io);
  };
  if (!query.relatedTo) return ask(query.limit, []);

  const current = await currentStory(address, query.relatedTo, sample, io);
  const except = (ids: readonly string[]) => (ids.length > 0 ? condition('except', 'id', 'NOT IN', ids) : []);
  const own = current ? [current.article.id] : [];
  const goesWith = current ? inCommon(current.resource, query.by) : [];
  const related = goesWith.length > 0 ? (await ask(query.limit, [...except(own), ...goesWith])).items : [];
  const missing = query.limit - related.length;
  if (missing <= 0) return { items: related };
  const rest = await ask(missing, except([...own, ...related.map(({ id }) => id)]));
  return { items: [...related, ...rest.items] };
}

/** A list that goes with a story should not fail because the story cannot be read. */
async function currentStory(
  address: DrupalAddress,
  wanted: string,
  sample: Sample,
  io: Io,
): Promise<Story | undefined> {
  try {
    return await story({ ...address, params: new URLSearchParams() }, wanted, sample, io);
  } catch (error) {
    if (error instanceof NewsError) return undefined;
    throw error;
  }
}

/** Terms that the current story has. */
function inCommon(resource: unknown, by: ArticlesQuery['by']): Params {
  const links = get(resource, 'relationships');
  const filled = Object.fromEntries(
    Object.entries(isRecord(links) ? links : {}).map(([name, link]) => [name, get(link, 'data')]),
  );
  const filter = (names: readonly string[]): Params => {
    const key = keyOf(filled, names);
    const data = key === undefined ? undefined : filled[key];
    const ids = (Array.isArray(data) ? list(data).slice(0, 20) : [data]).flatMap(
      (one) => identifier(get(one, 'id')) ?? [],
    );
    return key !== undefined && ids.length > 0 ? condition('related', `${key}.id`, 'IN', ids) : [];
  };
  if (by === 'tag') return filter(STORY_NAMES.tags);
  const found = filter(STORY_NAMES.categories);
  // The profile that Drupal comes with has tags only.
  return found.length > 0 || by === 'category' ? found : filter(STORY_NAMES.tags);
}

/** Some stories of the list, from which to learn what its fields are called. */
type Sample = readonly unknown[];

async function learn(address: DrupalAddress, io: Io): Promise<Sample> {
  const bare = { ...address, params: new URLSearchParams() };
  try {
    return list(
      get((await read(endpoint(bare, address.resource, [['page[limit]', '5']]), io)).value, 'data'),
    );
  } catch (error) {
    // Where one story may be read, but no list.
    if (error instanceof NewsError && error.kind === 'forbidden') return [];
    throw error;
  }
}

/** Relationships that a story shows: Drupal refuses a request for any that a type does not have. */
function includeOf(address: DrupalAddress, sample: Sample): Params {
  if (address.params.has('include')) return [];
  const types = new Map<string, string>();
  for (const links of sample.map((resource) => get(resource, 'relationships'))) {
    for (const [name, link] of Object.entries(isRecord(links) ? links : {})) {
      const data = get(link, 'data');
      const type = get(Array.isArray(data) ? data[0] : data, 'type');
      types.set(name, typeof type === 'string' ? type : (types.get(name) ?? ''));
    }
  }
  const record = Object.fromEntries(types);
  const { image, categories, tags, authors, source } = STORY_NAMES;
  const names = [image, categories, tags, authors, source, ['uid']].flatMap((wanted) => {
    // Named so, whether or not these five stories have one.
    const key = wanted.map((name) => keyOf(record, [name])).find((found) => found !== undefined);
    if (key === undefined) return [];
    return types.get(key) === 'media--image' ? [key, `${key}.field_media_image`] : [key];
  });
  return names.length > 0 ? [['include', [...new Set(names)].join()]] : [];
}

function dateKey(sample: Sample): string {
  return keyOf(get(sample[0], 'attributes'), STORY_NAMES.published) ?? 'created';
}

/** Published ones only: others take places on a page, and are not shown. */
function newestFirst({ params }: DrupalAddress, sample: Sample): Params {
  const asksStatus = [...params].some(
    ([name, value]) => /^filter/.test(name) && /\bstatus\b/.test(`${name} ${value}`),
  );
  return [
    ...(params.has('sort') ? [] : [['sort', `-${dateKey(sample)}`] as const]),
    ...(asksStatus ? [] : [['filter[status]', '1'] as const]),
  ];
}

/** Compared as stored: the system's own dates are seconds, others are texts in UTC, with or without a time. */
function since(moment: string, sample: Sample): Params {
  const key = dateKey(sample);
  const stored = get(sample[0], 'attributes', key);
  const isOwn = !key.startsWith('field_');
  const text = typeof stored === 'string' && stored.length === 10 ? moment.slice(0, 10) : moment.slice(0, 19);
  return condition('since', key, '>=', [isOwn ? String(Math.floor(Date.parse(moment) / 1000)) : text]);
}

function without({ params }: DrupalAddress, names: RegExp): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => !names.test(name)));
}

/** How many there are is told by a module only. */
async function listed(url: string, address: DrupalAddress, limit: number, io: Io): Promise<Page<Article>> {
  const answer = await read(url, io);
  const items = toStories(answer, address).map((found) => found.article);
  return {
    items: items.slice(0, limit),
    total: count(get(answer.value, 'meta', 'count')),
    next: nextPage(answer, url),
  };
}
