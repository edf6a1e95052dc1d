import { NewsError } from '../../model/news-error.js';

type Params = URLSearchParams | Readonly<Record<string, string>>;

interface Endpoints {
  /** The author's own query parameters, where `src` is a URL of the API. */
  readonly params: URLSearchParams;
  endpoint(path: string, params?: Params): string;
}

export interface StatusAddress extends Endpoints {
  readonly kind: 'status';
  readonly id: string;
  readonly status: string;
  readonly context: string;
}

export interface TimelineAddress extends Endpoints {
  readonly kind: 'timeline';
  /** Below `/api/v1/`; empty where only the name of the account is known. */
  readonly path: string;
  readonly name: string;
}

// Ids are numbers with Mastodon, but letters and digits with others, and no page of a profile has a digit in its name.
const ID = String.raw`(?=[\w-]*\d)([\w-]+)`;
const STATUS = [
  String.raw`/api/v1/statuses/${ID}(?:/context)?`,
  String.raw`/(?:(?:web|deck)/)?@[^/]+/(?:statuses/)?${ID}(?:/embed)?`,
  String.raw`/(?:ap/)?users/[^/]+/statuses/${ID}`,
  String.raw`/(?:(?:web|deck)/)?statuses/${ID}`,
  String.raw`/notice/${ID}`,
].map((form) => new RegExp(`^${form}/?$`));
const TIMELINE = /^\/api\/v1\/(accounts\/[\w-]+\/statuses|timelines\/(?:public|tag\/[^/]+))\/?$/;
const TAG = /^\/tags\/([^/]+)\/?$/;
const ACCOUNT = /^\/@([^/]+)\/?$/;

/**
 * Reads `https://host/@name/123`, `https://host/users/name/statuses/123`, `…/api/v1/statuses/123[/context]`, and of lists
 * `https://host/@name`, `https://host/tags/name`, `…/api/v1/accounts/1/statuses`, `…/api/v1/timelines/tag/name`.
 *
 * @throws NewsError `unsupported` when `src` is none of them
 */
export function readAddress(src: string): StatusAddress | TimelineAddress {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const path = url?.pathname ?? '';
  const isApi = path.startsWith('/api/');
  const params = new URLSearchParams(isApi ? url?.search : '');
  const endpoint = (below: string, query: Params = {}) => {
    const search = new URLSearchParams(query).toString();
    return `${url?.origin}/api/v1/${below}${search && `?${search}`}`;
  };
  const id = STATUS.map((form) => form.exec(path)?.[1]).find(Boolean);
  if (id) {
    const status = endpoint(`statuses/${id}`, params);
    return {
      kind: 'status',
      id,
      status,
      context: endpoint(`statuses/${id}/context`, params),
      params,
      endpoint,
    };
  }
  const tag = TAG.exec(path)?.[1];
  const timeline = TIMELINE.exec(path)?.[1] ?? (tag && `timelines/tag/${tag}`);
  const name = ACCOUNT.exec(path)?.[1];
  if (timeline || name) return { kind: 'timeline', path: timeline ?? '', name: name ?? '', params, endpoint };
  throw new NewsError('unsupported', 'Not the address of a post (…/@name/123) or an account.', { url: src });
}

/** From an id as it is, or from the address of a post. */
export function statusId(item: string): string | undefined {
  if (/^(?=[\w-]*\d)[\w-]{1,64}$/.test(item)) return item;
  const path = URL.canParse(item) ? new URL(item).pathname : '';
  return STATUS.map((form) => form.exec(path)?.[1]).find(Boolean);
}
