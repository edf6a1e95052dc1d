import { NewsError } from '../../../model/news-error.js';

/** `/2026/11/ferry/` and `/2026/11/ferry`, in whatever way their signs are written. */
function pathOf(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const path = withoutSlashes(new URL(address).pathname);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function hostOf(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  return new URL(address).host.replace(/^www\./, '');
}

/** By hand: a pattern that has to reach the end would be tried from each of many thousand slashes. */
export function withoutSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '/') end--;
  return text.slice(0, end);
}

/** Whether a record is the one that this page shows: other ones may have the same name below another page. */
export const isAt = (link: unknown, page: string): boolean => pathOf(link) === pathOf(page);

/** Whether a record has its page on another host: then a site's pages and its API are not at one address. */
export const isElsewhere = (link: unknown, page: string): boolean =>
  hostOf(link) !== undefined && hostOf(link) !== hostOf(page);

/**
 * Of all records of one name, the one that a page shows. A single one is also taken where it lives on another host.
 *
 * @param linkOf the address of a record's own page
 */
export function recordOf<T>(
  records: readonly T[],
  linkOf: (record: T) => unknown,
  page: string,
): T | undefined {
  const known = records.find((record) => isAt(linkOf(record), page));
  if (known !== undefined || records.length !== 1) return known;
  return records.find((record) => isElsewhere(linkOf(record), page));
}

/** What the address of a list says to its readers, in the words of the API. */
const FILTERS: Readonly<Record<string, string>> = {
  category_name: 'category',
  tag: 'tag',
  tag_id: 'tags',
  s: 'search',
  author: 'author',
};
/** What the API cannot be asked so simply, and what would be the newest of everything without it. */
const UNKNOWN = [
  'author_name',
  'm',
  'year',
  'monthnum',
  'day',
  'w',
  'post_type',
  'taxonomy',
  'name',
  'pagename',
];

/** The names of both, which mean nothing to one story. */
export const LIST_WORDS: readonly string[] = ['cat', ...Object.keys(FILTERS), ...UNKNOWN];

/**
 * `?cat=3` is `categories=3`, `?s=ferry` is `search=ferry`.
 *
 * @throws NewsError `unsupported` for lists that the API does not have
 */
export function listFilters(search: URLSearchParams, src: string): URLSearchParams {
  const unknown = UNKNOWN.find((name) => search.get(name));
  if (unknown !== undefined) {
    throw new NewsError(
      'unsupported',
      `A list by "${unknown}" has to be asked of the API, such as …/wp-json/wp/v2/posts?categories=3`,
      { url: src },
    );
  }
  const filters = new URLSearchParams();
  for (const [given, name] of Object.entries(FILTERS)) {
    const value = search.get(given);
    // Of a category below another one, the last part is its own name.
    if (value) filters.set(name, given === 'category_name' ? value.slice(value.lastIndexOf('/') + 1) : value);
  }
  const categories = (search.get('cat') ?? '').split(',').filter((number) => /^-?[1-9]\d*$/.test(number));
  const wanted = categories.filter((number) => !number.startsWith('-'));
  const unwanted = categories.filter((number) => number.startsWith('-')).map((number) => number.slice(1));
  if (wanted.length > 0) filters.set('categories', wanted.join());
  if (unwanted.length > 0) filters.set('categories_exclude', unwanted.join());
  return filters;
}
