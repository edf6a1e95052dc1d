import type { Article } from '../model/article.js';
import type { Comment } from '../model/comment.js';
import type { NewsSource } from '../model/news-source.js';
import type { Page } from '../model/page.js';
import type { ClassicForm, CommentDraft, Posting } from '../model/posting.js';
import type { ThreadOrder } from '../model/thread.js';
import type { Io } from './io.js';

/** What one wants to know about a story. */
export interface ArticleQuery {
  /** Absolute URL of the content, as the page's author gave it. */
  readonly src: string;
  /** Id or URL of the story, where `src` is a list; otherwise the first one. */
  readonly item?: string;
}

/** What makes stories go with another one: the same category, the same tags, or the API's own list. */
export type RelatedBy = 'category' | 'tag' | 'source';

/** What one wants to know about a list of stories. */
export interface ArticlesQuery {
  readonly src: string;
  /** Most stories wanted. An adapter may give fewer, never more. */
  readonly limit: number;
  /** ISO 8601 UTC: stories published before this moment are left out. */
  readonly since?: string;
  /** Id or URL of the story that the list goes with: left out, and those that go with it come first. */
  readonly relatedTo?: string;
  /** How they go with it. Missing: whatever the API does best. */
  readonly by?: RelatedBy;
  /** `next` of the page before, for the one after it. */
  readonly next?: string;
}

/** What one wants to know about the comments of one story. */
export interface CommentsQuery {
  readonly src: string;
  readonly order: ThreadOrder;
  /** `next` of the page before, for the one after it. */
  readonly next?: string;
}

/**
 * One content API: a stateless object with a method for each thing that this API can do. What it cannot do is a
 * missing method, and the elements leave that control out. It builds a URL, awaits, maps fields; it never calls
 * `fetch`, touches the DOM or sanitises. All methods throw `NewsError`.
 */
export interface Adapter {
  article?(query: ArticleQuery, io: Io): Promise<Article>;
  articles?(query: ArticlesQuery, io: Io): Promise<Page<Article>>;
  comments?(query: CommentsQuery, io: Io): Promise<Page<Comment>>;
  /** What one may write, also where that is only a link to the source's own page. */
  posting?(query: { readonly src: string }, io: Io): Promise<Posting>;
  /** @returns the comment as the source stored it, `pending` when a moderator sees it first */
  addComment?(query: { readonly src: string }, draft: CommentDraft, io: Io): Promise<Comment>;
  /** Where a real form takes the draft when `addComment` was refused with `login-required`. */
  classicForm?(query: { readonly src: string }, draft: CommentDraft): ClassicForm | undefined;
  /** What readers call the place of a thread, and its page there. Missing: the host of `src`. */
  origin?(query: { readonly src: string }): NewsSource;
}
