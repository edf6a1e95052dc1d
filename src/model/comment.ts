import { toBody, type Body } from './body.js';
import { toIsoDate } from './date.js';
import { NewsError } from './news-error.js';
import { toPerson, type Person } from './person.js';
import { deepFreeze, get, identifier, isRecord } from './record.js';
import { safeUrl } from './url.js';

/** A reader's comment: frozen and normalised like `Article`. */
export interface Comment {
  readonly id: string;
  /** The comment that this one answers, where it answers one. */
  readonly parentId?: string;
  readonly author: Person;
  readonly body: Body;
  readonly published?: string;
  /** `pending`: it waits for a moderator and only its author sees it; `deleted`: a stub that holds its replies together. */
  readonly status: 'published' | 'pending' | 'deleted';
  readonly url?: string;
}

const STATES = ['published', 'pending', 'deleted'] as const;

const made = new WeakSet<object>();

/** Whether `toComment()` made it, so that it needs no second look. */
export function isComment(value: unknown): value is Comment {
  return typeof value === 'object' && value !== null && made.has(value);
}

/**
 * Normalises anything to a `Comment`.
 *
 * @throws NewsError `parse` when the input is no object or has no id
 */
export function toComment(input: unknown, base?: string): Comment {
  const id = identifier(get(input, 'id'));
  if (!isRecord(input) || id === undefined) {
    throw new NewsError('parse', 'A comment was expected, but this has no id.');
  }
  const parentId = identifier(get(input, 'parentId'));
  const comment = deepFreeze<Comment>({
    id,
    parentId: parentId === '0' || parentId === id ? undefined : parentId,
    author: toPerson(get(input, 'author'), base),
    body: toBody(get(input, 'body')) ?? { format: 'text', value: '' },
    published: toIsoDate(get(input, 'published')),
    status: STATES.find((known) => known === get(input, 'status')) ?? 'published',
    url: safeUrl(get(input, 'url'), base),
  });
  made.add(comment);
  return comment;
}
