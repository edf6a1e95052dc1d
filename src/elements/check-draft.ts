import type { Strings } from '../i18n/strings.js';
import type { CommentDraft, Posting, PostingField } from '../model/posting.js';

/** Something, an at sign, something with a dot: the source has the last word. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What has to be changed before it is worth sending, one sentence by field, in the order of the form. */
export function checkDraft(
  draft: CommentDraft,
  { fields, maxLength = Infinity }: Posting,
  strings: Strings,
): Partial<Record<PostingField, string>> {
  const errors: Partial<Record<PostingField, string>> = {};
  for (const field of ['comment', 'name', 'email'] as const) {
    if (!fields.includes(field)) continue;
    if (!draft[field]) errors[field] = strings.fieldMissing(strings[field]);
    else if (field === 'comment' && draft.comment.length > maxLength) {
      errors.comment = strings.charactersOver(draft.comment.length - maxLength);
    } else if (field === 'email' && !EMAIL.test(draft.email)) errors.email = strings.emailWrong;
  }
  return errors;
}
