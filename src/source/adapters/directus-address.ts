import { NewsError } from '../../model/news-error.js';
import { get, isRecord } from '../../model/record.js';
import type { Answer, Io } from '../io.js';

/** What a `src` says about a Directus server. */
export interface DirectusAddress {
  /** Up to the collections, such as `https://cms.example`. */
  readonly base: string;
  readonly collection: string;
  readonly id?: string;
  /** The author's own parameters: filter, fields, sort, search, access_token. */
  readonly params: URLSearchParams;
}

const ROUTE = /^(.*?)\/items\/([\w-]+)(?:\/([^/]+))?\/?$/;

/** @throws NewsError `unsupported` when `src` is neither a collection nor one of its records */
export function readAddress(src: string): DirectusAddress {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const match = url && ROUTE.exec(url.pathname);
  if (!url || !match) {
    throw new NewsError('unsupported', 'Directus needs the URL of a collection: https://…/items/articles', {
      url: src,
    });
  }
  const params = new URLSearchParams(url.search);
  for (const name of ['limit', 'offset', 'page', 'meta']) params.delete(name);
  return { base: url.origin + match[1]!, collection: match[2]!, id: match[3] && decoded(match[3]), params };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export type Params = readonly (readonly [name: string, value: string])[];
/** A condition: path of fields, operator, value. */
export type Condition = readonly [path: readonly string[], operator: string, value: string];

/** URL of a record or a list, with the author's own filter and ours. Brackets stay readable. */
export function endpoint(
  address: DirectusAddress,
  path: string,
  extra: Params,
  conditions: readonly Condition[] = [],
): string {
  const params = new URLSearchParams(address.params);
  for (const [name, value] of extra) params.set(name, value);
  addFilter(params, conditions);
  return readable(`${address.base}/items/${path}?${params}`);
}

/** A filter is written as JSON or in brackets; the two do not mix. */
function addFilter(params: URLSearchParams, conditions: readonly Condition[]): void {
  const own = params.get('filter');
  if (own !== null && conditions.length > 0) {
    const nested = conditions.map(([path, operator, value]) =>
      path.reduceRight<unknown>((inner, field) => ({ [field]: inner }), {
        [operator]: /^_n?in$/.test(operator) ? value.split(',') : value,
      }),
    );
    return params.set('filter', JSON.stringify({ _and: [parsed(own), ...nested] }));
  }
  const taken = [...params.keys()].filter((name) => name.startsWith('filter[_and]')).length;
  conditions.forEach(([path, operator, value], index) => {
    const fields = path.map((field) => `[${field}]`).join('');
    params.set(`filter[_and][${taken + index}]${fields}[${operator}]`, value);
  });
}

function parsed(filter: string): unknown {
  try {
    return JSON.parse(filter);
  } catch {
    return {};
  }
}

function readable(url: string): string {
  const signs = { '%5B': '[', '%5D': ']', '%2C': ',', '%3A': ':', '%2A': '*' };
  const [address, query = ''] = url.split('?', 2);
  const plain = Object.entries(signs).reduce((text, [code, sign]) => text.replaceAll(code, sign), query);
  return plain ? `${address}?${plain}` : address!;
}

/** Records of an answer: `data` is a list, or one of them. */
export function recordsOf(answer: Answer<unknown>): readonly unknown[] {
  const data = get(answer.value, 'data');
  if (Array.isArray(data)) return data as readonly unknown[];
  if (isRecord(data)) return [data];
  throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
}

/**
 * One record of a collection with all fields that guests may see: newer versions refuse a request for any other.
 *
 * @throws NewsError `forbidden` where guests may not read the collection, or where it is not there: Directus does not
 *   tell the one from the other
 */
export async function learn(address: DirectusAddress, collection: string, io: Io): Promise<unknown> {
  const bare = { ...address, params: tokenOf(address) };
  const answer = await io.json(
    endpoint(bare, collection, [
      ['limit', '1'],
      ['fields', '*'],
    ]),
  );
  return recordsOf(answer)[0];
}

export function tokenOf({ params }: DirectusAddress): URLSearchParams {
  const token = params.get('access_token');
  return new URLSearchParams(token === null ? [] : [['access_token', token]]);
}

/** Asks with linked records; where guests may not see one of them, without. */
export async function withoutLinked<T>(wide: () => Promise<T>, narrow: () => Promise<T>): Promise<T> {
  try {
    return await wide();
  } catch (error) {
    if (!(error instanceof NewsError) || error.kind !== 'forbidden') throw error;
    return narrow();
  }
}
