import type { Comment } from '../model/comment.js';
import { toComment } from '../model/comment.js';
import { get, isRecord, list } from '../model/record.js';

/** What a reader wrote on this device and what is not yet public: text in progress, and comments that wait. */
export interface ReaderRecord {
  readonly name: string;
  readonly email: string;
  /** Text in progress by the id of the comment that it answers; `''` for the top level. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Own comments that a moderator has not seen yet. */
  readonly waiting: readonly Comment[];
}

const EMPTY: ReaderRecord = { name: '', email: '', drafts: {}, waiting: [] };
/** A comment that has not appeared after this time was most likely turned down. */
const WAITING_DAYS = 14;
const MOST = 20;

const keyOf = (src: string) => `newsprint:${src}`;

/** What is kept for a thread. Anything may have changed it meanwhile, so it is read like any other foreign data. */
export function readReader(src: string): ReaderRecord {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(keyOf(src)) ?? 'null');
  } catch {
    return EMPTY; // storage refused, or something else under our key
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const drafts = get(stored, 'drafts');
  const waiting = list(get(stored, 'waiting'));
  const record: ReaderRecord = {
    name: text(get(stored, 'name')),
    email: text(get(stored, 'email')),
    drafts: Object.fromEntries(
      Object.entries(isRecord(drafts) ? drafts : {}).filter(([, draft]) => typeof draft === 'string'),
    ) as Record<string, string>,
    waiting: waiting.flatMap(toWaiting),
  };
  // What has waited too long is not only left out: this device forgets it.
  if (record.waiting.length < waiting.length) writeReader(src, record);
  return record;
}

function toWaiting(stored: unknown): Comment[] {
  try {
    const comment = toComment(stored);
    const age = Date.now() - Date.parse(comment.published ?? '');
    return age < WAITING_DAYS * 86_400_000 ? [comment] : [];
  } catch {
    return [];
  }
}

/** Keeps it, as far as this browser lets us; forgets the entry when nothing is left. */
export function writeReader(src: string, record: ReaderRecord): void {
  const { waiting, drafts } = record;
  const kept = Object.fromEntries(
    Object.entries(drafts)
      .filter(([, draft]) => draft.trim() !== '')
      .slice(-MOST),
  );
  const writing = Object.keys(kept).length > 0;
  try {
    if (!writing && waiting.length === 0) return localStorage.removeItem(keyOf(src));
    // Name and address are only kept as long as there is a text that they belong to.
    const writer = writing ? { name: record.name, email: record.email } : {};
    localStorage.setItem(
      keyOf(src),
      JSON.stringify({ ...writer, drafts: kept, waiting: waiting.slice(-MOST) }),
    );
  } catch {
    // Storage is full or refused: the text still stands in the form.
  }
}
