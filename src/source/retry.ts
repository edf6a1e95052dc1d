import type { NewsError } from '../model/news-error.js';

/** A reader does not wait longer than this for a retry that the server put off; the error is shown instead. */
export const LONGEST_WAIT = 20_000;

/** Milliseconds before the next try, or `undefined` when another try is not worth it. */
export function retryDelay(error: NewsError, tried: number, backoff: number): number | undefined {
  if (error.kind !== 'rate-limited' && error.kind !== 'server') return undefined;
  // 501 and 505 are answers about the request: asking again changes nothing.
  if (error.status === 501 || error.status === 505) return undefined;
  if (error.retryAfter !== undefined) {
    return error.retryAfter * 1000 <= LONGEST_WAIT ? error.retryAfter * 1000 : undefined;
  }
  // Half fixed, half random, so that the widgets of many readers do not come back at the same moment.
  const full = backoff * 2 ** (tried - 1);
  return full / 2 + (Math.random() * full) / 2;
}

/** `Retry-After` as seconds: a number, or an HTTP date (RFC 9110, section 10.2.3). */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  // All three forms of an HTTP date begin with a day. Anything else is nonsense in which `Date.parse` may yet see a date.
  const date = /^\s*(?:mon|tue|wed|thu|fri|sat|sun)/i.test(header) ? Date.parse(header) : NaN;
  return Number.isFinite(date) ? Math.max(0, Math.ceil((date - now) / 1000)) : undefined;
}

/**
 * Seconds until a used-up allowance is renewed, from `X-RateLimit-Reset`: seconds since 1970 (GitHub), a date (Mastodon), or
 * seconds from now (also under the name that Contentful gives it). A moment that has passed by the reader's clock says nothing.
 */
export function rateLimitSeconds(headers: Headers, now = Date.now()): number | undefined {
  const header = headers.get('x-ratelimit-reset') ?? headers.get('x-contentful-ratelimit-reset');
  const reset = header?.trim() ?? '';
  let seconds = NaN;
  if (/^\d{1,6}$/.test(reset)) seconds = Number(reset);
  else if (/^\d{9,11}$/.test(reset)) seconds = Math.ceil(Number(reset) - now / 1000);
  else if (/^\d{4}-\d\d-\d\dT/.test(reset)) seconds = Math.ceil((Date.parse(reset) - now) / 1000);
  return seconds > 0 ? seconds : undefined;
}
