import type { Article } from '../model/article.js';
import type { Comment } from '../model/comment.js';
import type { NewsError } from '../model/news-error.js';
import type { Page } from '../model/page.js';

/** Content has arrived and is on screen. */
export class NewsLoadEvent extends Event {
  static readonly type = 'news-load';
  readonly content: Article | Page<Article> | Page<Comment>;

  constructor(content: Article | Page<Article> | Page<Comment>) {
    super(NewsLoadEvent.type, { bubbles: true, composed: true });
    this.content = content;
  }
}

/** Something could not be shown or sent. The element has already said so in one sentence. */
export class NewsErrorEvent extends Event {
  static readonly type = 'news-error';
  readonly error: NewsError;
  /** What was being done. */
  readonly during: 'load' | 'post';

  constructor(error: NewsError, during: 'load' | 'post') {
    super(NewsErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
    this.during = during;
  }
}

/** A reader chose a story. `preventDefault()` keeps the link from being followed, for pages that route themselves. */
export class NewsSelectEvent extends Event {
  static readonly type = 'news-select';
  readonly article: Article;

  constructor(article: Article) {
    super(NewsSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.article = article;
  }
}

/** A reader's comment has reached its source; `comment.status` tells whether it waits for a moderator. */
export class NewsCommentEvent extends Event {
  static readonly type = 'news-comment';
  readonly comment: Comment;

  constructor(comment: Comment) {
    super(NewsCommentEvent.type, { bubbles: true, composed: true });
    this.comment = comment;
  }
}

declare global {
  interface HTMLElementEventMap {
    'news-load': NewsLoadEvent;
    'news-error': NewsErrorEvent;
    'news-select': NewsSelectEvent;
    'news-comment': NewsCommentEvent;
  }
}
