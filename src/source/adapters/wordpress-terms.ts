import { NewsError } from '../../model/news-error.js';
import { get, identifier, list } from '../../model/record.js';
import type { Io } from '../io.js';
import type { WordPressAddress } from './wordpress-address.js';

/** Filters by category or tag, under their own names and under those that one would guess. */
const FILTERS: readonly (readonly [given: string, filter: string, taxonomy: string])[] = [
  ['category', 'categories', 'categories'],
  ['categories', 'categories', 'categories'],
  ['categories_exclude', 'categories_exclude', 'categories'],
  ['tag', 'tags', 'tags'],
  ['tags', 'tags', 'tags'],
  ['tags_exclude', 'tags_exclude', 'tags'],
];

/**
 * The filters of a list as WordPress takes them: by number. Names, as in `?categories=harbour,7`, are looked up first.
 *
 * @throws NewsError `not-found` when none of the names of a filter is known
 */
export async function withNumbers(address: WordPressAddress, io: Io): Promise<URLSearchParams> {
  const params = new URLSearchParams(address.params);
  for (const [given, filter, taxonomy] of FILTERS) {
    const value = params.get(given);
    if (value === null) continue;
    const terms = value
      .split(',')
      .map((term) => term.trim())
      .filter(Boolean);
    const names = terms.filter((term) => !/^\d+$/.test(term));
    if (given === filter && names.length === 0) continue;
    const numbers = terms.filter((term) => /^\d+$/.test(term));
    if (names.length > 0) numbers.push(...(await numbersOf(names, taxonomy, address, io)));
    if (given !== filter) params.delete(given);
    if (given !== filter && params.get(filter)) numbers.unshift(params.get(filter)!);
    const isExclusion = filter.endsWith('_exclude');
    if (numbers.length > 0) params.set(filter, numbers.join());
    else if (isExclusion || terms.length === 0) params.delete(filter);
    else
      throw new NewsError(
        'not-found',
        `There is nothing called "${names.join(', ')}" among the ${taxonomy}.`,
      );
  }
  return params;
}

async function numbersOf(names: readonly string[], taxonomy: string, address: WordPressAddress, io: Io) {
  const query = { slug: names.join(), per_page: '100', _fields: 'id,slug' };
  const { value } = await io.json(address.endpoint(taxonomy, query));
  return list(value)
    .flatMap((term) => identifier(get(term, 'id')) ?? [])
    .filter((id) => /^\d+$/.test(id));
}
