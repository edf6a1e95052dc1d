import { get, isRecord } from '../../model/record.js';
import { toFields, type Fields } from './fields.js';
import { onlyKeys, wrong } from './keys.js';
import { toPath, type Path } from './path.js';
import { toPostingPart, type PostingPart } from './posting-part.js';
import type { FromAnswer, ListPart, Paging } from './pages.js';
import { COMMENT, STORY } from './shapes.js';
import { toTemplate, type Template } from './template.js';

/** What a page says about an API that nobody has heard of, checked and ready. */
export interface Mapping {
  readonly stories: ListPart;
  readonly item?: Fields & { readonly at: Path; readonly request?: Template };
  readonly comments?: Fields & {
    readonly part: ListPart;
    /** Where answers stand inside the comment that they answer. */
    readonly replies?: Path;
    /** What the API calls the orders. */
    readonly order: Readonly<Record<string, unknown>>;
  };
  readonly posting?: PostingPart;
}

/** Places that the address of a list may have. */
export const LIST_PLACES = ['page', 'limit', 'offset', 'cursor', 'since', 'item'];
const COMMENT_PLACES = [...LIST_PLACES, 'id', 'order'];
const WHOLE = toPath('@', 'list');

/** @throws NewsError `unsupported` which names the key that is wrong, and what is allowed there */
export function toMapping(input: unknown): Mapping {
  if (input === undefined) {
    throw wrong(
      'adapter="json" needs a child <script type="application/json" data-role="mapping">{…}</script>.',
    );
  }
  const given = onlyKeys(input, ['list', 'item', 'paging', 'comments', 'posting'], 'mapping');
  if (!given.item && !given.comments) throw wrong('it must have `item` (stories), `comments`, or both.');
  const paging = toPaging(given.paging, 'paging', LIST_PLACES);
  const mapping: Mapping = {
    stories: { ...paging, list: optionalPath(given.list, 'list') ?? WHOLE, where: 'list' },
    item: given.item === undefined ? undefined : toItem(given.item),
    comments: given.comments === undefined ? undefined : toComments(given.comments),
    posting: given.posting === undefined ? undefined : toPostingPart(given.posting),
  };
  if (needsId(mapping) && !mapping.item?.paths.some(([field]) => field === 'item.id'))
    throw wrong(
      '{id} is read from the story: `item.id` must say where it is there. {item} is what stands in `src`.',
    );
  return mapping;
}

const needsId = ({ comments, posting }: Mapping) =>
  comments?.part.request?.names.includes('id') || posting?.names.includes('id');

function toItem(input: unknown): Mapping['item'] {
  const fields = toFields(input, STORY, 'item', ['at', 'request']);
  const request = get(input, 'request');
  return {
    ...fields,
    at: optionalPath(get(input, 'at'), 'item.at') ?? WHOLE,
    request: request === undefined ? undefined : toTemplate(request, 'item.request', ['item']),
  };
}

function toComments(input: unknown): Mapping['comments'] {
  const own = ['request', 'list', 'replies', 'paging', 'order'];
  const fields = toFields(input, COMMENT, 'comments', own);
  const request = get(input, 'request');
  const paging = toPaging(get(input, 'paging'), 'comments.paging');
  const order = onlyKeys(get(input, 'order') ?? {}, ['newest', 'oldest'], 'comments.order');
  return {
    ...fields,
    part: {
      ...paging,
      request: request === undefined ? undefined : toTemplate(request, 'comments.request', COMMENT_PLACES),
      list: optionalPath(get(input, 'list'), 'comments.list') ?? WHOLE,
      where: 'comments.list',
    },
    replies: optionalPath(get(input, 'replies'), 'comments.replies'),
    order,
  };
}

/** @param places of `request`, where paging has one: comments have theirs beside it */
function toPaging(
  input: unknown,
  where: string,
  places?: readonly string[],
): Omit<ListPart, 'list' | 'where'> {
  if (input === undefined) return { paging: { first: 1 } };
  const keys = ['size', 'first', 'cursor', 'next', 'total'];
  const given = onlyKeys(input, places ? ['request', ...keys] : keys, where);
  const paging: Paging = {
    first: wholeNumber(given.first, `${where}.first`) ?? 1,
    size: wholeNumber(given.size, `${where}.size`) || undefined,
    cursor: fromAnswer(given.cursor, `${where}.cursor`),
    next: fromAnswer(given.next, `${where}.next`),
    total: fromAnswer(given.total, `${where}.total`),
  };
  if (paging.cursor && paging.next)
    throw wrong(`\`${where}\` has both \`cursor\` and \`next\`; one is enough.`);
  return {
    paging,
    request: given.request === undefined ? undefined : toTemplate(given.request, `${where}.request`, places!),
  };
}

/** A path into the answer, or `{"header": "X-Total"}`. */
function fromAnswer(input: unknown, where: string): FromAnswer | undefined {
  if (input === undefined) return undefined;
  if (typeof input === 'string') return { path: toPath(input, where) };
  const header = isRecord(input) && get(onlyKeys(input, ['header'], where), 'header');
  if (typeof header === 'string' && /^[\w-]{1,100}$/.test(header)) return { header };
  throw wrong(`\`${where}\` must be a path ("meta.total") or {"header": "X-Total-Count"}.`);
}

function optionalPath(input: unknown, where: string): Path | undefined {
  if (input === undefined) return undefined;
  if (typeof input !== 'string') throw wrong(`\`${where}\` must be a path, such as "data.entries".`);
  return toPath(input, where);
}

function wholeNumber(input: unknown, where: string): number | undefined {
  if (input === undefined) return undefined;
  if (Number.isInteger(input) && (input as number) >= 0 && (input as number) <= 5000) return input as number;
  throw wrong(`\`${where}\` must be a whole number.`);
}
