import { toBody, type Body } from './body.js';
import { toIsoDate } from './date.js';
import { NewsError } from './news-error.js';
import { toPerson, type Person } from './person.js';
import { count, deepFreeze, get, identifier, isRecord } from './record.js';
import { toSource, type NewsSource } from './news-source.js';
import { cleanText } from './text.js';
import { safeUrl } from './url.js';

/** A reader's comment: frozen and normalised like `Article`. */
export interface Comment {
  readonly id: string;
  /** The comment that this one answers, where it answers one. */
  readonly parentId?: string;
  readonly author: Person;
  readonly body: Body;
  readonly published?: string;
  /** When it was changed last, where the source says so. */
  readonly edited?: string;
  /**
   * `pending`: it waits for a moderator and only its author sees it; `deleted`: a stub that holds its replies together;
   * `hidden`: the source, or those who moderate it, asked that it is not shown. Of both, no text is kept.
   */
  readonly status: 'published' | 'pending' | 'deleted' | 'hidden';
  /** What the text is about, as its writer or a moderator warned: shown instead of it until a reader asks. Plain text. */
  readonly warning?: string;
  /** What readers' votes add up to; may be negative. */
  readonly score?: number;
  readonly pinned?: boolean;
  /** How many replies the source has but did not send, and will not: they are read where the comment lives. */
  readonly moreReplies?: number;
  /** Where it lives, in a thread of several sources. */
  readonly origin?: NewsSource;
  readonly url?: string;
}

const STATES = ['published', 'pending', 'deleted', 'hidden'] as const;

const made = new WeakSet<object>();

/** An id for a comment that arrived, but whose own id the source did not tell. */
export function unseenId(): string {
  return `unseen-${Date.now()}`;
}

/** Whether an id is of `unseenId()`: in a thread of several sources, the name of the source stands before it. */
export function isUnseen(id: string): boolean {
  return /(?:^|\W)unseen-\d+$/.test(id);
}

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
  const status = STATES.find((known) => known === get(input, 'status')) ?? 'published';
  const isGone = status === 'deleted' || status === 'hidden';
  const score = get(input, 'score');
  const comment = deepFreeze<Comment>({
    id,
    parentId: parentId === '0' || parentId === id ? undefined : parentId,
    author: toPerson(get(input, 'author'), base),
    body: (!isGone && toBody(get(input, 'body'))) || { format: 'text', value: '' },
    published: toIsoDate(get(input, 'published')),
    edited: toIsoDate(get(input, 'edited')),
    status,
    url: safeUrl(get(input, 'url'), base),
    warning: cleanText(get(input, 'warning')) || undefined,
    score: typeof score === 'number' && Number.isSafeInteger(score) ? score : undefined,
    pinned: get(input, 'pinned') === true ? true : undefined,
    moreReplies: count(get(input, 'moreReplies')) || undefined,
    origin: toSource(get(input, 'origin'), base),
  });
  made.add(comment);
  return comment;
}
