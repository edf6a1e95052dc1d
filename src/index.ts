/**
 * Everything but the definitions: importing this defines no tag. `newsprint-elements/all.js`, or a file for one tag
 * such as `newsprint-elements/article-card.js`, does.
 */
export { ArticleCard } from './elements/article-card.js';
export { ArticleView } from './elements/article-view.js';
export { CommentThread } from './elements/comment-thread.js';
export { NewsCommentEvent, NewsErrorEvent, NewsLoadEvent, NewsSelectEvent } from './elements/events.js';
export { NewsElement } from './elements/news-element.js';
export { RelatedNews } from './elements/related-news.js';
export { registerStrings } from './i18n/language.js';
export type { Strings } from './i18n/strings.js';
export { toArticle, type Article, type Picture, type Term } from './model/article.js';
export type { Body } from './model/body.js';
export { toComment, type Comment } from './model/comment.js';
export { NewsError, type NewsErrorDetails, type NewsErrorKind } from './model/news-error.js';
export { toArticlePage, toCommentPage, type MissingSource, type Page } from './model/page.js';
export type { NewsSource } from './model/news-source.js';
export type { Person } from './model/person.js';
export type { ClassicForm, CommentDraft, Posting, PostingField } from './model/posting.js';
export type { ThreadOrder } from './model/thread.js';
export type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery, RelatedBy } from './source/adapter.js';
export type { Answer, Io, ReadOptions } from './source/io.js';
export type { AdapterEntry, SourceAnswer } from './source/adapter-entry.js';
export { registerAdapter } from './source/registry.js';
export type { CardLayout } from './view/card-view.js';
