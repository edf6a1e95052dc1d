import { NewsError } from '../../model/news-error.js';
import { pathPart } from './common/path-part.js';

/** What a URL says about a site on WordPress.com. */
export interface WordPressComPlace {
  /** Domain or number. */
  readonly site: string;
  /** URL of the site in the API. */
  readonly api: string;
  /** A number, or `slug:` and a name, where it is one post. */
  readonly story?: string;
  /** The author's own filters of a list. */
  readonly params: URLSearchParams;
}

const ROUTE = /^(.*\/rest)\/v1(?:\.\d)?\/sites\/([^/]+)(?:\/posts(?:\/(\d+|slug:[^/]+))?(?:\/replies)?)?\/?$/;

/**
 * `public-api.wordpress.com/rest/v1.1/sites/SITE/posts/42`, also with `/replies/`; or a page of the site itself:
 * `courier.wordpress.com/2026/11/20/night-ferry/`, `courier.wordpress.com/?p=42`, or its address, which means its posts.
 */
export function placeOf(src: string): WordPressComPlace | undefined {
  if (!URL.canParse(src)) return undefined;
  const url = new URL(src);
  const params = new URLSearchParams(url.search);
  const [, base, site, story] = ROUTE.exec(url.pathname) ?? [];
  if (base && site) {
    return { site, api: `${url.origin}${base}/v1.1/sites/${site}`, story, params };
  }
  if (url.host === 'public-api.wordpress.com') return undefined;
  const api = `https://public-api.wordpress.com/rest/v1.1/sites/${url.hostname}`;
  return { site: url.hostname, api, story: storyKey(src), params: new URLSearchParams() };
}

/** @throws NewsError `unsupported` */
export function readAddress(src: string): WordPressComPlace {
  const place = placeOf(src);
  if (place) return place;
  const form = 'https://public-api.wordpress.com/rest/v1.1/sites/SITE/posts/';
  throw new NewsError('unsupported', `Not of WordPress.com: ${src}. A list: ${form}`, { url: src });
}

/** A post by its number, its address in the API, or that of its page. */
export function storyKey(item: string | undefined): string | undefined {
  if (!item) return undefined;
  if (/^\d+$/.test(item)) return item;
  if (!URL.canParse(item)) return `slug:${pathPart(item)}`;
  const { pathname, searchParams } = new URL(item);
  const route = ROUTE.exec(pathname);
  if (route) return route[3];
  const number = searchParams.get('p');
  if (number && /^\d+$/.test(number)) return number;
  const slug = /([^/]+)\/*$/.exec(pathname)?.[1];
  return slug && `slug:${slug}`;
}
