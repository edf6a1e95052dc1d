import { toSource, type NewsSource } from './news-source.js';
import { count, get, isRecord, list } from './record.js';
import { safeUrl } from './url.js';

/** Which fields a writer is asked for. */
export type PostingField = 'name' | 'email' | 'comment';

/** What a source can do for somebody who wants to write. Data, not methods: the form is drawn from it. */
export interface Posting {
  /**
   * `anonymous`: a guest may post through the API. `link`: only on the source's own page. `closed`: nobody may, any more.
   * `none`: this source takes no comments.
   */
  readonly how: 'anonymous' | 'link' | 'closed' | 'none';
  readonly fields: readonly PostingField[];
  /** Most characters that a comment may have, where there is a limit. */
  readonly maxLength?: number;
  /** The page where one can write, for `link`, and as a way out. */
  readonly url?: string;
  /** In a thread of several sources, the one that is written to: only its comments can be answered here. */
  readonly origin?: NewsSource;
}

/** What a reader wrote. */
export interface CommentDraft {
  readonly name: string;
  readonly email: string;
  /** Plain text. An adapter converts it to what its source stores. */
  readonly comment: string;
  /** The comment that this one answers. */
  readonly parentId?: string;
}

/**
 * A classic form on the source's own site that takes the draft when its API refuses guests: sent by a real form
 * submission into a new tab, so that the site's own cookies and answers apply.
 */
export interface ClassicForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

const WAYS = ['anonymous', 'link', 'closed', 'none'] as const;
const FIELDS = ['name', 'email', 'comment'] as const;

/** Normalises what an adapter says about posting; what is no such thing is `none`. */
export function toPosting(input: unknown): Posting {
  return {
    how: WAYS.find((way) => way === get(input, 'how')) ?? 'none',
    fields: FIELDS.filter((field) => list(get(input, 'fields')).includes(field)),
    maxLength: count(get(input, 'maxLength')) || undefined,
    url: safeUrl(get(input, 'url')),
    origin: toSource(get(input, 'origin')),
  };
}

/** Normalises a form to hand a draft over to; `undefined` when it leads nowhere. */
export function toClassicForm(input: unknown): ClassicForm | undefined {
  const action = safeUrl(get(input, 'action'), undefined, 'media');
  const fields = get(input, 'fields');
  if (!action || !isRecord(fields)) return undefined;
  const texts = Object.entries(fields).filter(([, value]) => typeof value === 'string');
  return { action, fields: Object.fromEntries(texts) as Record<string, string> };
}
