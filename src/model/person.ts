import { cleanText } from './text.js';
import { safeUrl } from './url.js';
import { get, identifier, isRecord } from './record.js';

/** Somebody who wrote a story or a comment. */
export interface Person {
  readonly id?: string;
  /** Plain text; empty when the source gave no name. */
  readonly name: string;
  readonly url?: string;
  readonly avatar?: string;
  /** From the source's own fields, never from text that a writer controls. */
  readonly badge?: 'author' | 'staff' | 'bot';
}

const BADGES = ['author', 'staff', 'bot'] as const;

export function toPerson(input: unknown, base?: string): Person {
  if (!isRecord(input)) return { name: cleanText(input) };
  const badge = BADGES.find((known) => known === get(input, 'badge'));
  return {
    id: identifier(get(input, 'id')),
    name: cleanText(get(input, 'name')),
    url: safeUrl(get(input, 'url'), base),
    avatar: safeUrl(get(input, 'avatar'), base, 'media'),
    badge,
  };
}
