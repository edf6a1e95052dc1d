import { NewsError } from '../../model/news-error.js';
import { safeUrl } from '../../model/url.js';

/** What a `src` says about a site that runs Forem. */
export interface ForemAddress {
  /** `https://dev.to/api/` */
  readonly api: string;
  /** Path below it of a list: `articles`, `articles/latest`, `organizations/…/articles`. */
  readonly list: string;
  /** One story, below `articles/`: its id, or `user/slug`. */
  readonly story?: string;
  /** Address of its page, where `src` is that. */
  readonly page?: string;
  /** Filters of the page's author. */
  readonly params: URLSearchParams;
}

const LIST = /^\/(articles(?:\/latest)?|organizations\/[^/]+\/articles)$/;
const STORY = /^\/articles\/(\d+|[^/]+\/[^/]+)$/;

/**
 * Reads URLs of the API (`/api/articles?tag=…`, `/api/articles/42`, `/api/articles/user/slug`,
 * `/api/comments?a_id=42`), and addresses of pages: a story, a writer (`/user`), a tag (`/t/tag`), the site.
 *
 * @throws NewsError `unsupported` when `src` is none of them
 */
export function readAddress(src: string): ForemAddress {
  const href = safeUrl(src, undefined, 'media');
  if (!href) throw new NewsError('unsupported', `Not an absolute URL: ${src}`, { url: src });
  const url = new URL(href);
  const api = `${url.origin}/api/`;
  const params = new URLSearchParams(url.search);
  const path = url.pathname.replace(/\/+$/, '');
  if (path !== '/api' && !path.startsWith('/api/'))
    return readPage(path, { api, params, origin: url.origin });
  const below = path.slice('/api'.length);
  if (below === '/comments') {
    const id = params.get('a_id');
    if (id && /^\d+$/.test(id)) return { api, list: 'articles', story: id, params: new URLSearchParams() };
  }
  const list = below === '' ? 'articles' : LIST.exec(below)?.[1];
  if (list) return { api, list, params };
  const story = STORY.exec(below)?.[1];
  if (story) return { api, list: 'articles', story, params };
  throw new NewsError('unsupported', `Not a list or story of Forem: ${path}`, { url: src });
}

function readPage(
  path: string,
  { api, params, origin }: Pick<ForemAddress, 'api' | 'params'> & { readonly origin: string },
): ForemAddress {
  const [first = '', second, ...rest] = path.split('/').slice(1);
  const list = 'articles';
  if (first === 't' && second) {
    params.set('tag', decoded(second));
    return { api, list, params };
  }
  if (second && rest.length === 0) {
    return { api, list, story: `${first}/${second}`, page: `${origin}/${first}/${second}`, params };
  }
  if (first && second === undefined) params.set('username', decoded(first));
  return { api, list, params };
}

/** A story of a list: its id, its address, or the end of it. */
export function storyNamed(item: string): string | undefined {
  if (/^\d+$/.test(item)) return item;
  const path = item
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '')
    .replace(/^\/+|\/+$/g, '');
  return /^[^/]+\/[^/]+$/.test(path) ? path : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
