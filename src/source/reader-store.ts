import type { Comment } from '../model/comment.js';
import { toComment } from '../model/comment.js';
import { count, get, isRecord, list } from '../model/record.js';

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
const DAY = 86_400_000;
/** A comment that has not appeared after this time was most likely turned down. */
export const WAITING_DAYS = 14;
/** A text that nobody has touched for so long is given up, with the name and the address that belong to it. */
export const DRAFT_DAYS = 30;
const MOST = 20;

const keyOf = (src: string) => `newsprint:${src}`;

/** What the browser does not keep, for as long as the page is open. */
const memory = new Map<string, ReaderRecord>();

/** What is kept for a thread. Anything may have changed it meanwhile, so it is read like any other foreign data. */
export function readReader(src: string): ReaderRecord {
  const unkept = memory.get(src);
  if (unkept) return unkept;
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(keyOf(src)) ?? 'null');
  } catch {
    return EMPTY; // storage refused, or something else under our key
  }
  const record = toRecord(stored);
  // What is too old is not only left out: this device forgets it.
  if (isOutdated(stored, record)) write(src, record, touchedOf(stored));
  return record;
}

/**
 * Reads, changes and writes in one step: another tab, or another thread on the page, may have written meanwhile, and what
 * a change is not about stays as it is there.
 */
export function changeReader(src: string, change: (known: ReaderRecord) => ReaderRecord): ReaderRecord {
  const record = change(readReader(src));
  if (write(src, record, Date.now())) memory.delete(src);
  else memory.set(src, record);
  return record;
}

/** A text by the comment that it answers; empty where there is none. Own keys only: ids are the source's to choose. */
export function draftFor(parentId: string, { drafts }: ReaderRecord): string {
  return String(get(drafts, parentId) ?? '');
}

function toRecord(stored: unknown): ReaderRecord {
  const drafts = get(stored, 'drafts');
  const isFresh = Date.now() - touchedOf(stored) < DRAFT_DAYS * DAY;
  const text = (value: unknown) => (isFresh && typeof value === 'string' ? value : '');
  return {
    name: text(get(stored, 'name')),
    email: text(get(stored, 'email')),
    drafts: Object.fromEntries(
      Object.entries(isRecord(drafts) ? drafts : {})
        .map(([id, draft]) => [id, text(draft)])
        .filter(([, draft]) => draft),
    ) as Record<string, string>,
    waiting: list(get(stored, 'waiting')).flatMap(toWaiting),
  };
}

/** When somebody last wrote here. */
function touchedOf(stored: unknown): number {
  return count(get(stored, 'touched')) ?? Date.now();
}

function isOutdated(stored: unknown, { drafts, waiting }: ReaderRecord): boolean {
  const known = get(stored, 'drafts');
  return (
    waiting.length < list(get(stored, 'waiting')).length ||
    (isRecord(known) && Object.keys(drafts).length < Object.keys(known).length)
  );
}

function toWaiting(stored: unknown): Comment[] {
  try {
    const comment = toComment(stored);
    const age = Date.now() - Date.parse(comment.published ?? '');
    return age < WAITING_DAYS * DAY ? [comment] : [];
  } catch {
    return [];
  }
}

/** Forgets the entry when nothing is left. @returns whether this browser lets us keep it */
function write(src: string, record: ReaderRecord, touched: number): boolean {
  const { waiting, drafts } = record;
  const kept = Object.fromEntries(
    Object.entries(drafts)
      .filter(([, draft]) => draft.trim() !== '')
      .slice(-MOST),
  );
  const writing = Object.keys(kept).length > 0;
  try {
    if (!writing && waiting.length === 0) localStorage.removeItem(keyOf(src));
    else {
      // Name and address are only kept as long as there is a text that they belong to.
      const writer = writing ? { name: record.name, email: record.email } : {};
      localStorage.setItem(
        keyOf(src),
        JSON.stringify({ ...writer, drafts: kept, waiting: waiting.slice(-MOST), touched }),
      );
    }
    return true;
  } catch {
    return false; // storage is full or refused
  }
}
