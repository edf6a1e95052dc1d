import { NewsError } from '../../model/news-error.js';
import { MAX_ITEMS } from '../../model/page.js';
import { count } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import { nextLink } from '../adapters/common/link-header.js';
import type { Answer, Io } from '../io.js';
import { toNumber } from './fields.js';
import { readPath, whyMissed, type Path } from './path.js';
import { asText, fill, srcTemplate, type Template, type Values } from './template.js';

/** Something in an answer, or in its headers. */
export type FromAnswer = { readonly path: Path } | { readonly header: string };

/** How an API goes on; which way is seen by the places of the address. */
export interface Paging {
  /** Number of the first page. */
  readonly first: number;
  /** Most items that the API gives at once. */
  readonly size?: number;
  readonly cursor?: FromAnswer;
  /** Address of the next page: in the answer, or in a `Link` header. */
  readonly next?: FromAnswer;
  readonly total?: FromAnswer;
}

/** A list of an API. */
export interface ListPart {
  readonly paging: Paging;
  readonly request?: Template;
  readonly list: Path;
  /** Name of `list` in the mapping. */
  readonly where: string;
}

/** Where a list goes on: page number, cursor or address, and how many items were before. */
export interface Place {
  readonly at: string;
  readonly seen: number;
}

export interface RawPage {
  readonly records: readonly unknown[];
  readonly url: string;
  readonly total?: number;
  readonly next?: Place;
}

/** How many items are asked for when the mapping does not say how many the API gives. */
const SIZE = 100;
/** A list that goes on for ever is left here. */
const MOST = 20_000;

/** @throws NewsError `parse` when there is no list where the mapping says */
export async function readPage(
  part: ListPart,
  { src, values, limit, place }: { src: string; values: Values; limit?: number; place?: Place },
  io: Io,
): Promise<RawPage> {
  const { paging } = part;
  const template = part.request ?? srcTemplate(src, Object.keys({ ...PLACES, ...values }));
  const size = Math.min(limit ?? SIZE, paging.size ?? SIZE);
  const seen = place?.seen ?? 0;
  const url =
    place && paging.next
      ? place.at
      : fill(
          template,
          { ...values, limit: size, page: place?.at ?? paging.first, offset: seen, cursor: place?.at },
          src,
        );
  let answer: Answer<unknown>;
  try {
    answer = await io.json(url);
  } catch (error) {
    if (place && isPastTheEnd(error)) return { records: [], url };
    throw error;
  }
  const records = listIn(answer, part);
  const total = count(toNumber(found(answer, paging.total)));
  const sizeIsKnown = template.names.includes('limit') || paging.size !== undefined;
  const last = seen + records.length;
  const isLast = total === undefined ? sizeIsKnown && records.length < size : last >= total;
  const next =
    records.length === 0 || last >= MOST
      ? undefined
      : nextPlace(answer, template, part, { src, place, isLast });
  return {
    records,
    url: answer.url,
    total,
    next: next === undefined || next === place?.at ? undefined : { at: next, seen: last },
  };
}

const PLACES: Values = { limit: 0, page: 0, offset: 0, cursor: 0 };

/** Where totals cannot be read, one asks for a page too many; some APIs call that a mistake. */
function isPastTheEnd(error: unknown): boolean {
  return error instanceof NewsError && (error.kind === 'validation' || error.kind === 'not-found');
}

function nextPlace(
  answer: Answer<unknown>,
  { names }: Template,
  { paging }: ListPart,
  { src, place, isLast }: { src: string; place?: Place; isLast: boolean },
): string | undefined {
  if (paging.next) {
    const told = asText(found(answer, paging.next));
    const next = safeUrl('header' in paging.next ? nextLink(told) : told, answer.url, 'media');
    // Only on its own host: the page that shows it named no other.
    const isOwn = next && [answer.url, src].some((known) => new URL(known).origin === new URL(next).origin);
    return isOwn && next !== answer.url ? next : undefined;
  }
  if (paging.cursor) return asText(found(answer, paging.cursor)) || undefined;
  if (isLast) return undefined;
  if (names.includes('page')) return String(Number(place?.at ?? paging.first) + 1);
  return names.includes('offset') ? String(Number(place?.at ?? 0) + 1) : undefined;
}

function found(answer: Answer<unknown>, from: FromAnswer | undefined): unknown {
  if (!from) return undefined;
  return 'header' in from ? answer.header(from.header) : readPath(answer.value, from.path);
}

function listIn({ value, url }: Answer<unknown>, { list, where }: ListPart): readonly unknown[] {
  const records = readPath(value, list);
  if (Array.isArray(records)) return records.slice(0, MAX_ITEMS);
  const why = whyMissed(value, list);
  // `null` for an empty list is not rare.
  if (records === undefined && why === undefined) return [];
  const what = `\`${list.text}\` is no list, but ${records === null ? 'nothing' : `a ${typeof records}`}`;
  throw new NewsError('parse', `Mapping: \`${where}\`: ${why ?? what}.`, { url });
}
