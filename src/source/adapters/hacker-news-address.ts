/** What a URL says about a story, or a list of stories, of Hacker News. */
export interface HackerNewsPlace {
  readonly api: string;
  readonly item?: string;
  /** `search` or `search_by_date`, with `params`, where it is a list. */
  readonly list: string;
  readonly params: URLSearchParams;
}

export const SITE = 'https://news.ycombinator.com';
const API = 'https://hn.algolia.com/api/v1';

export const itemPage = (id: string): string => sitePage('item', id);
export const userPage = (name: string): string => sitePage('user', name);

function sitePage(kind: string, id: string): string {
  const url = new URL(kind, SITE);
  url.searchParams.set('id', id);
  return url.href;
}

/** Pages of the site, and lists of its own API, as searches; all others are the front page. */
const LISTS: Readonly<Record<string, readonly [list: string, tags: string]>> = {
  news: ['search', 'front_page'],
  newest: ['search_by_date', 'story'],
  new: ['search_by_date', 'story'],
  ask: ['search_by_date', 'ask_hn'],
  show: ['search_by_date', 'show_hn'],
  shownew: ['search_by_date', 'show_hn'],
  jobs: ['search_by_date', 'job'],
  job: ['search_by_date', 'job'],
};

/** Of the site (`item?id=1`, `newest`, `from?site=`), of the search service and its API, or of the Firebase API. */
export function placeOf(src: string): HackerNewsPlace | undefined {
  if (!URL.canParse(src)) return undefined;
  const { host, origin, pathname, searchParams } = new URL(src);
  const listed = (list: string, params: Readonly<Record<string, string>> | URLSearchParams, api = API) => ({
    api,
    list,
    params: new URLSearchParams(params),
  });
  const named = (name: string) => {
    const [list, tags] = Object.hasOwn(LISTS, name) ? LISTS[name]! : LISTS['news']!;
    return listed(list, { tags });
  };
  const one = (item: string, api = API) => ({ ...listed('search', {}, api), item });
  if (host === 'news.ycombinator.com') {
    const id = searchParams.get('id') ?? '';
    if (pathname === '/item') return /^\d+$/.test(id) ? one(id) : undefined;
    const site = pathname === '/from' && searchParams.get('site');
    if (!site) return named(pathname.slice(1));
    return listed('search_by_date', { tags: 'story', query: site, restrictSearchableAttributes: 'url' });
  }
  if (host === 'hacker-news.firebaseio.com') {
    const [, kind, id] = /^\/v0\/(?:(item)\/(\d+)|\w+stories)\.json$/.exec(pathname) ?? [];
    if (kind) return one(id!);
    return named(/\/(\w+)stories\.json$/.exec(pathname)?.[1] ?? 'news');
  }
  const [, base, list, item] =
    /^(.*\/api\/v1)\/(?:(search|search_by_date)|items\/(\d+))\/?$/.exec(pathname) ?? [];
  if (item) return one(item, origin + base);
  if (list) return listed(list, searchParams, origin + base);
  if (host !== 'hn.algolia.com') return undefined;
  const query = searchParams.get('q') ?? searchParams.get('query') ?? '';
  return listed('search', { tags: 'story', query });
}
