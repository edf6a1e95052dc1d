import { NewsError } from '../../model/news-error.js';
import type { Page } from '../../model/page.js';
import { count } from '../../model/record.js';
import type { Answer, Io } from '../io.js';
import { recordsOf, type DirectusAddress } from './directus-address.js';

/** A page of a list, under the address that was asked: after a redirect, its own would be of another server. */
export async function readPage(url: string, io: Io): Promise<Answer<unknown>> {
  const answer = await io.json(url);
  return { ...answer, url, header: (name) => answer.header(name) };
}

/**
 * Where the list goes on. By what came, not by what was asked for: a server may have a lower limit of its own.
 *
 * @param answer of `readPage`
 * @param total where the server counts; otherwise a full page means that there may be another one
 */
export function paging(answer: Answer<unknown>, total?: number): Pick<Page<unknown>, 'total' | 'next'> {
  const came = recordsOf(answer).length;
  const url = new URL(answer.url);
  const limit = count(Number(url.searchParams.get('limit'))) || 1;
  const end = (count(Number(url.searchParams.get('offset'))) ?? 0) + came;
  if (came === 0 || (total === undefined ? came < limit : end >= total)) return { total };
  url.searchParams.set('offset', String(end));
  return { total, next: url.href };
}

/** @throws NewsError `unsupported` when a cursor leads away from the server */
export function startOf(next: string, { base }: DirectusAddress): string {
  if (next.startsWith(`${base}/items/`)) return next;
  throw new NewsError('unsupported', 'This is no page of the list.', { url: next });
}
