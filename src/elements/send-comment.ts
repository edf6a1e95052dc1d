import type { Comment } from '../model/comment.js';
import type { ClassicForm, CommentDraft } from '../model/posting.js';
import { createIo, type IoOptions } from '../source/io.js';
import type { Thread } from './load-thread.js';

/** A signal of its own: a form that was sent must arrive, also when the element is just being moved. */
export function sendComment(
  { adapter, src }: Thread,
  draft: CommentDraft,
  options: IoOptions,
): Promise<Comment> {
  return adapter!.addComment!({ src }, draft, createIo(new AbortController().signal, options));
}

export function classicForm(thread: Thread | undefined, draft: CommentDraft): ClassicForm | undefined {
  return thread?.adapter?.classicForm?.({ src: thread.src }, draft);
}
