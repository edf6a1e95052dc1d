import { NewsError } from '../model/news-error.js';
import { MAX_ITEMS } from '../model/page.js';

/** Deeper than any content API answers, shallower than any recursion fails. */
const MAX_DEPTH = 32;

/**
 * Bounds the depth of an answer and the length of its lists, before anything walks it.
 * Walks by hand: a recursion would fail on the very input that this is for.
 *
 * @throws NewsError `too-large`
 */
export function checkShape(value: unknown, url: string): void {
  let level: unknown[] = typeof value === 'object' && value !== null ? [value] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new NewsError('too-large', `JSON nested deeper than ${MAX_DEPTH}.`, { url });
    const next: unknown[] = [];
    for (const item of level) {
      if (Array.isArray(item) && item.length > MAX_ITEMS) {
        throw new NewsError('too-large', `A list longer than ${MAX_ITEMS}.`, { url });
      }
      for (const child of Object.values(item as object)) {
        if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    level = next;
  }
}
