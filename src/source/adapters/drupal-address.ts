import { NewsError } from '../../model/news-error.js';
import { get, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import type { Answer, Io } from '../io.js';

/** What a `src` says about a Drupal site. */
export interface DrupalAddress {
  /** The site, such as `https://site.example/en`: where its pages are. */
  readonly site: string;
  /** `https://site.example/en/jsonapi` */
  readonly api: string;
  /** Type and bundle as in the address: `node/article`. */
  readonly resource: string;
  readonly id?: string;
  /** The story's page, when `src` is one. */
  readonly page?: string;
  /** The author's own parameters: filters, sort, include. */
  readonly params: URLSearchParams;
}

/** The prefix `jsonapi` can be changed by a module. */
const ROUTE = /^(.*?)(\/jsonapi|\/api)\/([a-z_]\w*\/[a-z_]\w*)(?:\/([0-9a-f-]{36}))?\/?$/i;

/** `…/jsonapi/node/article`, one of its stories, or a page of the site, whose stories are then taken to be articles. */
export function readAddress(src: string): DrupalAddress {
  if (!URL.canParse(src)) throw new NewsError('unsupported', `Not an absolute URL: ${src}`, { url: src });
  const url = new URL(src);
  const match = ROUTE.exec(url.pathname);
  const params = new URLSearchParams(url.search);
  // Pages are counted here.
  for (const name of [...params.keys()]) if (/^page\[/.test(name)) params.delete(name);
  if (match) {
    const [, folder, prefix, resource, id] = match;
    return {
      site: url.origin + folder!,
      api: url.origin + folder! + prefix!,
      resource: resource!,
      id,
      params,
    };
  }
  const page = url.pathname === '/' ? undefined : url.origin + url.pathname.replace(/\/+$/, '');
  return {
    site: url.origin,
    api: `${url.origin}/jsonapi`,
    resource: 'node/article',
    page,
    params: new URLSearchParams(),
  };
}

export type Params = readonly (readonly [name: string, value: string])[];

/** URL of a record or a list. Brackets stay readable, as Drupal's documentation writes them. */
export function endpoint(address: DrupalAddress, path: string, extra: Params): string {
  const params = new URLSearchParams(address.params);
  for (const [name, value] of extra) params.set(name, value);
  return readable(`${address.api}/${path}?${params}`);
}

function readable(url: string): string {
  const [address, query = ''] = url.split('?', 2);
  const signs = { '%5B': '[', '%5D': ']', '%2C': ',', '%3A': ':' };
  const plain = Object.entries(signs).reduce((text, [code, sign]) => text.replaceAll(code, sign), query);
  return plain ? `${address}?${plain}` : address!;
}

/** A condition with an operator; `name` is any word that no other condition has. */
export function condition(name: string, path: string, operator: string, values: readonly string[]): Params {
  const prefix = `filter[${name}][condition]`;
  const value = /IN$/.test(operator)
    ? values.map((one, index) => [`${prefix}[value][${index}]`, one] as const)
    : values.map((one) => [`${prefix}[value]`, one] as const);
  return [[`${prefix}[path]`, path], [`${prefix}[operator]`, operator], ...value];
}

/** @throws NewsError in Drupal's own words, which stand in the body */
export async function read(url: string, io: Io): Promise<Answer<unknown>> {
  try {
    const answer = await io.json(url);
    if (get(answer.value, 'data') !== undefined) return answer;
    throw new NewsError('parse', 'This is no answer of JSON:API.', { url: answer.url });
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    const { kind, status, code, retryAfter, answer } = error;
    throw new NewsError(kind, detailsOf(error)[0] ?? error.message, {
      status,
      code,
      retryAfter,
      url,
      answer,
    });
  }
}

/** What is wrong, as Drupal says it. */
export function detailsOf(error: NewsError): readonly string[] {
  const errors = list(get(error.answer, 'errors')).slice(0, 20);
  return errors.map((one) => plainText(get(one, 'detail') ?? get(one, 'title'))).filter(Boolean);
}

/**
 * URL of the next page: ours, with the offset that Drupal names; behind a proxy its own links may have another host.
 *
 * @param asked as it was asked for: after a redirect, the answer's own would be of another server
 */
export function nextPage(answer: Answer<unknown>, asked: string): string | undefined {
  const link = get(answer.value, 'links', 'next');
  const href = typeof link === 'string' ? link : get(link, 'href');
  if (typeof href !== 'string' || !URL.canParse(href, answer.url)) return undefined;
  const offset = new URL(href, answer.url).searchParams.get('page[offset]');
  const url = new URL(asked);
  const before = Number(url.searchParams.get('page[offset]') ?? 0);
  // A list that does not go forward would never end.
  if (!offset || !/^\d{1,9}$/.test(offset) || Number(offset) <= before) return undefined;
  url.searchParams.set('page[offset]', offset);
  return readable(url.href);
}

/** @throws NewsError `unsupported` when a cursor leads away from the server */
export function nextUrl(next: string, { api }: DrupalAddress): string {
  if (next.startsWith(`${api}/`)) return next;
  throw new NewsError('unsupported', 'This is no page of the list.', { url: next });
}
