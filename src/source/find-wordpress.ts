import { NewsError } from '../model/news-error.js';
import { get, identifier } from '../model/record.js';
import { isAt, listFilters, recordOf, withoutSlashes } from './adapters/common/wordpress-page.js';
import { ANSWERS } from './answer-table.js';
import type { Answer, Io } from './io.js';

/**
 * What a page shows, in the API of WordPress: where the page can be read, as far as it says so; else where nearly every
 * site has its API. WordPress lets other origins read its API, but not its pages.
 *
 * @returns `undefined` when no WordPress answers there, or knows nothing of this name
 */
export async function findWordPress(src: string, isReadable: boolean, io: Io): Promise<string | undefined> {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const named = isReadable ? await namedApi(src, io) : {};
  if (named.record) return named.record;
  // Where it can be read, it would say so.
  if (isReadable && !named.root) return undefined;
  const root = named.root ?? `${url.origin}/wp-json/`;
  for (const [name, resource] of Object.entries(NUMBERS)) {
    const id = url.searchParams.get(name);
    if (!id || !/^\d+$/.test(id)) continue;
    const record = endpoint(root, `${resource}/${id}`);
    return isWordPress(await answerOf(record, io), record) ? record : undefined;
  }
  const path = withoutSlashes(url.pathname);
  const slug = path.slice(path.lastIndexOf('/') + 1).replace(/(?!^)\.(?:html?|php)$/, '');
  return slug && slug !== 'index' ? byName(slug, src, root, io) : newest(url, root, io);
}

const NUMBERS: Readonly<Record<string, string>> = { p: 'posts', page_id: 'pages' };

/** A page is a post, or else a page of the site: of those with its name, the one that it shows. */
async function byName(slug: string, src: string, root: string, io: Io): Promise<string | undefined> {
  const found: { readonly url: string; readonly link: unknown }[] = [];
  for (const resource of Object.values(NUMBERS)) {
    const list = endpoint(root, resource, { slug, per_page: '100', _fields: 'id,link,title' });
    const value = await answerOf(list, io);
    if (!Array.isArray(value) || (value.length > 0 && !isWordPress(value, list))) return undefined;
    for (const record of value.slice(0, 100)) {
      const id = identifier(get(record, 'id'));
      if (!id || !/^\d+$/.test(id)) continue;
      found.push({ url: endpoint(root, `${resource}/${id}`), link: get(record, 'link') });
    }
    const known = found.find(({ link }) => isAt(link, src));
    if (known) return known.url;
  }
  return recordOf(found, ({ link }) => link, src)?.url;
}

/** The site's own address means its posts, or those that its query chooses. */
async function newest(url: URL, root: string, io: Io): Promise<string | undefined> {
  let filters: URLSearchParams;
  try {
    filters = listFilters(url.searchParams, url.href);
  } catch (error) {
    if (error instanceof NewsError) return undefined;
    throw error;
  }
  const one = endpoint(root, 'posts', { per_page: '1' });
  if (!isWordPress(await answerOf(one, io), one)) return undefined;
  return filters.size > 0 ? endpoint(root, 'posts', Object.fromEntries(filters)) : one;
}

const isWordPress = (json: unknown, url: string) => ANSWERS['wordpress']!({ json, url, type: '' });

function endpoint(root: string, route: string, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(root);
  const plain = url.searchParams.get('rest_route');
  if (plain === null) url.pathname = `${withoutSlashes(url.pathname)}/wp/v2/${route}`;
  else url.searchParams.set('rest_route', `${withoutSlashes(plain)}/wp/v2/${route}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href.replaceAll('%2F', '/').replaceAll('%2C', ',');
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
