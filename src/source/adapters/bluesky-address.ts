import { NewsError } from '../../model/news-error.js';

export interface BlueskyAddress {
  /** `at://` address of the post, when `src` is one. */
  readonly uri?: string;
  /** Handle or permanent name of the account, when `src` is a profile. */
  readonly actor?: string;
  /** The author's own query parameters, where `src` is a URL of the API. */
  readonly params: Readonly<Record<string, string>>;
  endpoint(method: string, params: Readonly<Record<string, string>>): string;
}

/** Answers without a login, from a cache. */
const PUBLIC_API = 'https://public.api.bsky.app';
const AT_URI = /^at:\/\/([\w.:%-]+)\/app\.bsky\.feed\.post\/([\w.~:-]+)$/;
const PAGE = /^\/profile\/([\w.:%-]+)(?:\/post\/([\w.~:-]+))?\/?$/;

/**
 * Reads `at://…/app.bsky.feed.post/…`, `https://bsky.app/profile/…[/post/…]`, and `https://host/xrpc/…` with `uri` or
 * `actor`, whose host is asked.
 *
 * @throws NewsError `unsupported` when `src` is none of them
 */
export function readAddress(src: string): BlueskyAddress {
  const uri = toPostUri(src);
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const isApi = /\/xrpc\/app\.bsky\.feed\.\w+$/.test(url?.pathname ?? '');
  const own = new URLSearchParams(isApi ? url!.search : '');
  const [given, actor] = [own.get('uri'), own.get('actor')];
  // These are set anew for each request.
  for (const name of ['uri', 'actor', 'cursor', 'limit']) own.delete(name);
  const params = Object.fromEntries(own);
  const base = isApi ? url!.href.replace(/\/xrpc\/.*$/s, '') : PUBLIC_API;
  const endpoint: BlueskyAddress['endpoint'] = (method, query) =>
    `${base}/xrpc/${method}?${new URLSearchParams(query)}`;
  if (uri && !isApi) return { uri, params, endpoint };
  if (given) return { uri: toPostUri(given), params, endpoint };
  const profile = actor ?? PAGE.exec(url?.pathname ?? '')?.[1];
  if (profile) return { actor: safeDecode(profile), params, endpoint };
  throw new NewsError('unsupported', 'Not the address of a post (…/profile/name/post/…) or a profile.', {
    url: src,
  });
}

/** The `at://` address of a post, also from its page in the web app; `undefined` for anything else. */
export function toPostUri(address: unknown): string | undefined {
  if (typeof address !== 'string' || address.length > 512) return undefined;
  if (AT_URI.test(address)) return address;
  const [, actor, key] = (URL.canParse(address) && PAGE.exec(new URL(address).pathname)) || [];
  return actor && key ? `at://${safeDecode(actor)}/app.bsky.feed.post/${key}` : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
