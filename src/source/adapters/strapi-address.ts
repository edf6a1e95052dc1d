import { NewsError } from '../../model/news-error.js';
import type { Page } from '../../model/page.js';
import { count, get, isRecord, list } from '../../model/record.js';
import type { Answer, Io } from '../io.js';
import { flat } from './strapi-fields.js';

/** What a `src` says about a Strapi server. */
export interface StrapiAddress {
  /** Up to the collections, such as `https://cms.example/api`. */
  readonly api: string;
  /** Plural name, as in the address: `articles`. */
  readonly collection: string;
  readonly id?: string;
  /** The author's own parameters: filters, populate, locale, sort. */
  readonly params: URLSearchParams;
  /** Thread of the comments plugin, such as `api::article.article:42`. */
  readonly plugin?: string;
}

const PLUGIN = /^(.*)\/comments\/([\w-]+::[\w-]+\.[\w-]+:[\w-]+)(?:\/flat)?\/?$/;
const ROUTE = /^(.*?\/api)\/([\w-]+)(?:\/([\w-]+))?\/?$/;
/** The prefix `/api` is a setting; without it, an id is known by its form. */
const BARE_ROUTE = /^(.*?)\/([a-z][\w-]*)(?:\/(\d+|[a-z0-9]{24}))?\/?$/;

/** @throws NewsError `unsupported` when `src` is no collection, record or thread */
export function readAddress(src: string): StrapiAddress {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const path = url?.pathname.replaceAll(/%3A/gi, ':') ?? '';
  const params = new URLSearchParams(url?.search);
  const plugin = PLUGIN.exec(path);
  if (url && plugin) {
    return { api: url.origin + plugin[1]!, collection: 'comments', plugin: plugin[2]!, params };
  }
  const match = ROUTE.exec(path) ?? BARE_ROUTE.exec(path);
  if (!url || !match) {
    throw new NewsError('unsupported', 'Strapi needs the URL of a collection: https://…/api/articles', {
      url: src,
    });
  }
  // Pages are counted here; a server takes only one way of counting.
  for (const name of [...params.keys()]) if (/^pagination\[/.test(name)) params.delete(name);
  return { api: url.origin + match[1]!, collection: match[2]!, id: match[3], params };
}

export type Params = readonly (readonly [name: string, value: string])[];

/** URL of a record or a list. Brackets and `$` stay readable, as Strapi's documentation writes them. */
export function endpoint(address: StrapiAddress, path: string, extra: Params): string {
  const params = new URLSearchParams(address.params);
  for (const [name, value] of extra) params.set(name, value);
  const query = params.toString();
  return readable(`${address.api}/${path}${query && `?${query}`}`);
}

function readable(url: string): string {
  const [address, query = ''] = url.split('?', 2);
  const signs = { '%5B': '[', '%5D': ']', '%24': '$', '%3A': ':', '%2C': ',' };
  const plain = Object.entries(signs).reduce((text, [code, sign]) => text.replaceAll(code, sign), query);
  return plain ? `${address}?${plain}` : address!;
}

/** The records of an answer, v4 or v5, each with its fields at the top. */
export function recordsOf(answer: Answer<unknown>): readonly unknown[] {
  const data = get(answer.value, 'data');
  if (Array.isArray(data)) return list(data).map(flat);
  if (isRecord(data)) return [flat(data)];
  throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
}

/** The author's parameters that say which version of a record is meant. */
export function localeOf({ params }: StrapiAddress): URLSearchParams {
  return new URLSearchParams(
    [...params].filter(([name]) => /^(?:locale|status|publicationState)$/.test(name)),
  );
}

/**
 * How many there are, and the URL of the next page. Without counts, a full page means that there may be one.
 *
 * @param asked as it was asked for: after a redirect, the answer's own would be of another server
 */
export function paging(answer: Answer<unknown>, asked: string): Pick<Page<unknown>, 'total' | 'next'> {
  const meta = get(answer.value, 'meta', 'pagination') ?? get(answer.value, 'pagination');
  const url = new URL(asked);
  const page = count(Number(url.searchParams.get('pagination[page]'))) || 1;
  const size = count(Number(url.searchParams.get('pagination[pageSize]'))) || 1;
  const pages = count(get(meta, 'pageCount'));
  const hasNext = pages === undefined ? recordsOf(answer).length >= size : page < pages;
  if (recordsOf(answer).length > 0 && hasNext) url.searchParams.set('pagination[page]', String(page + 1));
  else return { total: count(get(meta, 'total')) };
  return { total: count(get(meta, 'total')), next: readable(url.href) };
}

/** @throws NewsError `unsupported` when a cursor leads away from the server */
export function nextUrl(next: string, { api }: StrapiAddress): string {
  if (next.startsWith(`${api}/`)) return next;
  throw new NewsError('unsupported', 'This is no page of the list.', { url: next });
}

/** What a collection is made of. */
export interface Learned {
  /** One record with all its fields; undefined where there is none. */
  readonly sample: unknown;
  /** Names of its plain fields. */
  readonly fields: readonly string[];
  /** Names of what has to be asked for: relations, media, components. */
  readonly relations: readonly string[];
  /** `documentId` since v5, `id` before. */
  readonly id: 'documentId' | 'id';
}

/**
 * Looks at one record, without relations and with them: the difference tells which fields are relations. A name that
 * the collection does not have is refused by Strapi 5, so one has to know.
 */
export async function learn(address: StrapiAddress, collection: string, io: Io): Promise<Learned> {
  const bare = { ...address, params: localeOf(address) };
  const ask = async (extra: Params): Promise<unknown> => {
    try {
      const one = ['pagination[pageSize]', '1'] as const;
      return recordsOf(await io.json(endpoint(bare, collection, [one, ...extra])))[0];
    } catch (error) {
      // Where a role may read one record but no list, and where a record has thousands of others: as if it were empty.
      if (error instanceof NewsError && ['forbidden', 'too-large', 'parse'].includes(error.kind))
        return undefined;
      throw error;
    }
  };
  const both = [ask([]), ask([['populate', '*']])];
  // Both to their end: one that is left alone when the other fails would be asked again by the next element.
  await Promise.allSettled(both);
  const [plain, whole] = await Promise.all(both);
  const fields = Object.keys(isRecord(plain) ? plain : {});
  const sample = whole ?? plain;
  const relations = Object.keys(isRecord(whole) ? whole : {}).filter(
    (name) => plain && !fields.includes(name),
  );
  return { sample, fields, relations, id: get(sample, 'documentId') ? 'documentId' : 'id' };
}
