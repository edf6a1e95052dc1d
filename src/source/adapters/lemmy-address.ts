import { NewsError } from '../../model/news-error.js';

type Params = Readonly<Record<string, string>>;

export interface LemmyAddress {
  readonly version: 3 | 4;
  readonly origin: string;
  /** Of the post; missing where `src` is a list of posts. */
  readonly id?: string;
  /** The page of the post, or of the community, on that server. */
  readonly page: string;
  /** The author's own query parameters. */
  readonly params: URLSearchParams;
  readonly isNewestFirst: boolean;
  post(id?: string): string;
  posts(params: Params): string;
  comments(params: Params): string;
  /** The same in the fourth version of the API. */
  newer(): LemmyAddress;
}

const API = /^\/api\/v([34])\/(post|post\/list|comment\/list)\/?$/;
const POST = /^\/post\/(\d+)(?:\/\d+)?\/?$/;
const COMMUNITY = /^\/c\/([\w.@-]+)\/?$/;

/**
 * Reads `…/api/v3/post?id=1`, `…/api/v3/comment/list?post_id=1`, `…/api/v3/post/list`, the same with `v4`, and the pages
 * `https://host/post/1` and `https://host/c/name`.
 *
 * @throws NewsError `unsupported` when `src` is none of them
 */
export function readAddress(src: string): LemmyAddress {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const [, number, resource] = API.exec(url?.pathname ?? '') ?? [];
  const params = new URLSearchParams(resource ? url?.search : '');
  const id = idOf(params.get('id')) ?? idOf(params.get('post_id')) ?? POST.exec(url?.pathname ?? '')?.[1];
  const community = COMMUNITY.exec(url?.pathname ?? '')?.[1];
  const isPost = id !== undefined && resource !== 'post/list';
  if (!url || !(isPost || community || resource === 'post/list')) {
    throw new NewsError('unsupported', 'Not the address of a post (…/post/123) or a community (…/c/name).', {
      url: src,
    });
  }
  for (const name of ['id', 'post_id', 'page', 'page_cursor', 'limit']) params.delete(name);
  if (community) params.set('community_name', community);
  const about = { url, id: isPost ? id : undefined, params };
  return toAddress(about, number === '4' ? 4 : 3);
}

interface About {
  readonly url: URL;
  readonly id: string | undefined;
  readonly params: URLSearchParams;
}

function toAddress(about: About, version: 3 | 4): LemmyAddress {
  const { url, id, params } = about;
  const { origin } = url;
  const endpoint = (path: string, query: Params, own = new URLSearchParams(params)) => {
    // Without `type_`, a server may leave out what comes from others.
    if (!own.has('type_') && path.endsWith('list')) own.set('type_', 'All');
    for (const [name, value] of Object.entries(query)) own.set(name, value);
    // The fourth version writes its own words small.
    for (const name of ['type_', 'sort']) {
      const value = own.get(name);
      if (value && version === 4) own.set(name, value.toLowerCase());
    }
    return `${origin}/api/v${version}/${path}?${own}`;
  };
  const sort = params.get('sort') ?? 'New';
  const community = params.get('community_name');
  return {
    version,
    origin,
    id,
    page: id ? `${origin}/post/${id}` : `${origin}/${community ? `c/${community}` : ''}`,
    params,
    isNewestFirst: /^new$/i.test(sort),
    post: (wanted = id ?? '') => endpoint('post', { id: wanted }, new URLSearchParams()),
    posts: (query) => endpoint('post/list', { sort, ...query }),
    comments: (query) => endpoint('comment/list', { post_id: id ?? '', ...query }),
    newer: () => toAddress(about, 4),
  };
}

/** Ids are numbers. */
export function idOf(value: unknown): string | undefined {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && /^\d{1,19}$/.test(id) ? id : undefined;
}

/** From an id as it is, or from the address of a post. */
export function postIdIn(item: string): string | undefined {
  if (idOf(item)) return item;
  try {
    return readAddress(item).id;
  } catch {
    return undefined;
  }
}
