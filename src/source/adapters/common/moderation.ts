import { toComment, type Comment } from '../../../model/comment.js';

/*
 * What a site's own fields say about whether a comment may be seen. A field for approval is a list of what may be shown:
 * whatever is not surely a yes is not one. A field called `status` may be about anything, so only known words count.
 */

/** Values of a record's fields, by what they are about; only of fields that are there, whatever is in them. */
export interface Told {
  readonly deleted: readonly unknown[];
  readonly hidden: readonly unknown[];
  readonly approval: readonly unknown[];
  readonly status: readonly unknown[];
}

/** Databases without booleans answer with numbers, and forms with words. */
export const isYes = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && /^\s*(?:true|1)\s*$/i.test(value));

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const DELETED = words('deleted removed trash trashed');
const HIDDEN = words('hidden blocked banned spam rejected denied declined disapproved archived');
const SHOWN = words('published approved active visible public live posted');
const HELD = words(
  'draft pending pendingreview pendingapproval waiting awaiting awaitingreview awaitingapproval awaitingmoderation held hold onhold review inreview underreview moderation inmoderation queued unapproved notapproved unpublished notpublished unmoderated unverified unconfirmed flagged reported inactive private invisible disabled',
);

/** `in_review` is `In review`. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' && value.length < 100 ? value.toLowerCase().replace(/[^a-z]/g, '') : '';

/** `Comment.status` of what is told. */
export function statusOf({ deleted, hidden, approval, status }: Told): Comment['status'] {
  const said = [...approval, ...status].map(wordOf);
  if (deleted.some(isYes) || said.some((word) => DELETED.has(word))) return 'deleted';
  if (hidden.some(isYes) || said.some((word) => HIDDEN.has(word))) return 'hidden';
  const isApproved = approval.every((value) => isYes(value) || SHOWN.has(wordOf(value)));
  const isHeld = status.some((value) => value === false || HELD.has(wordOf(value)));
  return isApproved && !isHeld ? 'published' : 'pending';
}

/**
 * Comments for everybody: what waits for a moderator is nobody's business, even where the server tells it. Where it holds
 * replies together, it stays as a place without a text or a name.
 */
export function withoutHeld(comments: readonly Comment[]): readonly Comment[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const holding = new Set<string>();
  for (const { status, parentId } of comments) {
    if (status === 'pending') continue;
    for (let id = parentId; id !== undefined && !holding.has(id); id = byId.get(id)?.parentId)
      holding.add(id);
  }
  return comments.flatMap((comment) => {
    if (comment.status !== 'pending') return comment;
    const { id, parentId, published } = comment;
    return holding.has(id) ? toComment({ id, parentId, published, status: 'hidden' }) : [];
  });
}
