import type { NewsErrorKind } from '../model/news-error.js';

/** What a reader has done with one thread, and what became of it. Another thread begins with a new one. */
export class ReadingState {
  /** Ids of comments whose replies are folded away. */
  readonly collapsed = new Set<string>();
  /** Id of the comment that is being answered. */
  replyingTo: string | undefined;
  /** What posting has led to, for everybody to read. */
  announcement = '';
  /** What a reader sees anyway, for screen readers to say. */
  spoken = '';
  loadingMore = false;
  /** Why the next page did not come. */
  moreError: NewsErrorKind | undefined;
}
