import { NewsError } from '../model/news-error.js';
import { ANSWERS } from './answer-table.js';
import type { Answer, Io } from './io.js';

/**
 * What a page shows, in the API of WordPress: where the page can be read and says it, there; else where nearly every
 * site has its API. WordPress lets other origins read its API, but not its pages.
 *
 * @returns `undefined` when no WordPress answers there, or knows nothing of this name
 */
export async function findWordPress(src: string, isReadable: boolean, io: Io): Promise<string | undefined> {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const named = isReadable ? await namedApi(src, io) : {};
  if (named.record) return named.record;
  const root = named.root ?? `${url.origin}/wp-json/`;
  for (const [route, query] of routesFor(url)) {
    const possible = endpoint(root, route, query);
    const value = await answerOf(possible, io);
    if (ANSWERS['wordpress']!({ json: value, url: possible, type: '' })) return possible;
    if (!Array.isArray(value) || value.length > 0) return undefined;
  }
  return undefined;
}

/** A page is a post, or else a page of the site; the site's own address means its posts. */
function routesFor(url: URL): readonly (readonly [route: string, query: Readonly<Record<string, string>>])[] {
  for (const [name, resource] of [
    ['p', 'posts'],
    ['page_id', 'pages'],
  ] as const) {
    const id = url.searchParams.get(name);
    if (id && /^\d+$/.test(id)) return [[`${resource}/${id}`, {}]];
  }
  const slug = /([^/]+?)(?:\.(?:html?|php))?\/*$/.exec(url.pathname)?.[1];
  if (!slug || slug === 'index') return [['posts', { per_page: '1' }]];
  return ['posts', 'pages'].map((resource) => [resource, { slug }] as const);
}

function endpoint(root: string, route: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(root);
  const plain = url.searchParams.get('rest_route');
  if (plain === null) url.pathname = `${url.pathname.replace(/\/*$/, '')}/wp/v2/${route}`;
  else url.searchParams.set('rest_route', `${plain.replace(/\/*$/, '')}/wp/v2/${route}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href.replaceAll('%2F', '/');
}

async function answerOf(url: string, io: Io): Promise<unknown> {
  try {
    return (await io.json(url)).value;
  } catch (error) {
    if (error instanceof NewsError) return undefined;
    throw error;
  }
}

/** Lists of posts that go with what is no post itself. */
const FILTERS: Readonly<Record<string, string>> = { categories: 'categories', tags: 'tags', users: 'author' };

/** Where the page says that its API is, as far as that is on its own site. The page is not asked for again. */
async function namedApi(src: string, io: Io): Promise<{ readonly root?: string; readonly record?: string }> {
  let page: Answer<Document>;
  try {
    page = await io.document(src, 'text/html');
  } catch (error) {
    if (error instanceof NewsError) return {};
    throw error;
  }
  const { origin } = new URL(page.url);
  const addresses = (selector: string) =>
    [...page.value.querySelectorAll(selector)].slice(0, 20).flatMap((link) => {
      const href = link.getAttribute('href') ?? '';
      const url = URL.canParse(href, page.url) ? new URL(href, page.url) : undefined;
      return url?.origin === origin && !url.username && !url.password ? [url.href] : [];
    });
  const [root] = addresses('link[rel~="https://api.w.org/" i]');
  for (const address of addresses('link[rel~="alternate" i][type="application/json" i]')) {
    const [, base, resource, id] =
      /^(.*\/wp\/v2\/)([\w-]+)\/(\d+)$/.exec(decodedRoute(address)) ?? ([] as (string | undefined)[]);
    if (!base || !resource) continue;
    if (!Object.hasOwn(FILTERS, resource)) return { root, record: address };
    const list = new URL(`${base}posts`);
    list.searchParams.set(FILTERS[resource]!, id!);
    return { root, record: list.href.replaceAll('%2F', '/') };
  }
  return { root };
}

/** `?rest_route=%2Fwp%2Fv2%2Fposts%2F14` as it is meant. */
const decodedRoute = (address: string): string => address.replaceAll(/%2F/gi, '/');
