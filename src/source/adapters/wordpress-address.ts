import { NewsError } from '../../model/news-error.js';
import { LIST_WORDS, listFilters, withoutSlashes } from './common/wordpress-page.js';

/** What a `src` says about a WordPress site, however its REST API is addressed. */
export interface WordPressAddress {
  /** `posts`, `comments`, `pages`, or a custom type. */
  readonly resource: string;
  readonly id?: string;
  /** Last part of the address of a page, when `src` is one: most likely the slug of a story. */
  readonly slug?: string;
  /** The author's own query parameters: filters that every request for the same resource keeps. */
  readonly params: URLSearchParams;
  /** `<site>/wp-comments-post.php`, unknown for sites that are addressed through a host of their own. */
  readonly classicForm?: string;
  /** URL of another resource, or of this one, with parameters. */
  endpoint(path: string, params: Readonly<Record<string, string>> | URLSearchParams): string;
}

const ROUTE = /^(.*?\/wp\/v2(?:\/sites\/[^/]+)?)\/([\w-]+)(?:\/(\d+))?\/?$/;

/**
 * Reads `…/wp-json/wp/v2/posts/42`, `…/?rest_route=/wp/v2/posts/42`,
 * `https://public-api.wordpress.com/wp/v2/sites/example.org/posts`, or a site's own address, which means its posts.
 *
 * @throws NewsError `unsupported` when `src` is none of them
 */
export function readAddress(src: string): WordPressAddress {
  let url: URL;
  try {
    url = new URL(src);
  } catch {
    throw new NewsError('unsupported', `Not an absolute URL: ${src}`, { url: src });
  }
  const params = new URLSearchParams(url.search);
  const plain = params.get('rest_route');
  params.delete('rest_route');
  const match = ROUTE.exec(plain ?? url.pathname);
  if (plain === null && match) {
    const [, base, resource, id] = match;
    const ownHost = base!.endsWith('/wp-json/wp/v2');
    return {
      resource: resource!,
      id,
      params,
      classicForm: ownHost ? `${url.origin}${folderOf(base!)}wp-comments-post.php` : undefined,
      endpoint: (path, query) => withQuery(`${url.origin}${base}/${path}`, new URLSearchParams(query)),
    };
  }
  const folder = folderOf(url.pathname);
  if (!match && (plain !== null || /\/(?:wp-json|wp\/v2)\//.test(folder))) {
    throw new NewsError('unsupported', `Not a route of WordPress: ${plain ?? url.pathname}`, { url: src });
  }
  // Without pretty permalinks, or just the site's address: `rest_route` works on every site.
  const number = (name: string) => (match ? undefined : /^\d+$/.exec(params.get(name) ?? '')?.[0]);
  const [post, page] = [number('p'), number('page_id')];
  // Of the query of a page, what says which part of it is shown means something else to a list.
  for (const name of match ? [] : ['p', 'page_id', 'page', 'cpage', 'replytocom']) params.delete(name);
  const slug = match ? undefined : nameAtEnd(folder);
  if (!match) {
    const filters = post || page || slug ? new URLSearchParams() : listFilters(params, src);
    for (const name of LIST_WORDS) params.delete(name);
    for (const [name, value] of filters) params.set(name, value);
  }
  return {
    resource: match?.[2] ?? (page && !post ? 'pages' : 'posts'),
    id: match?.[3] ?? post ?? page,
    slug,
    params,
    classicForm: `${url.origin}${folder}wp-comments-post.php`,
    endpoint: (path, query) => {
      const all = new URLSearchParams({ rest_route: `${match?.[1] ?? '/wp/v2'}/${path}` });
      for (const [name, value] of new URLSearchParams(query)) all.append(name, value);
      return withQuery(`${url.origin}${folder}`, all);
    },
  };
}

/** The folder that a site lives in: its address without the entry to the API and without the script that answers. */
function folderOf(path: string): string {
  const entry = /\/wp-json(?:\/wp\/v2)?$/;
  return `${withoutSlashes(withoutSlashes(path).replace(entry, '')).replace(/\/[^/]*\.php$/, '')}/`;
}

/** `night-ferry` of `/2026/11/night-ferry/` and of `/news/night-ferry.html`. */
function nameAtEnd(folder: string): string | undefined {
  const path = withoutSlashes(folder);
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?!^)\.html?$/, '') || undefined;
}

/** Commas, colons and slashes stay readable, as WordPress writes them in its own links. */
function withQuery(address: string, params: URLSearchParams): string {
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  return query ? `${address}?${query}` : address;
}

/** Id of the story whose comments are meant: `posts/42` or `comments?post=42`. */
export function postId(address: WordPressAddress, src: string): string {
  const id = address.resource === 'comments' ? address.params.get('post') : address.id;
  if (id && /^\d+$/.test(id)) return id;
  throw new NewsError('unsupported', 'Comments need the URL of one post (…/wp/v2/posts/42).', { url: src });
}
