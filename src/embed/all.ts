/** Defines all elements of the library. */
export { ArticleCard } from './article-card.js';
export { ArticleView } from './article-view.js';
export { CommentThread } from './comment-thread.js';
export { RelatedNews } from './related-news.js';
export { registerAdapter } from '../source/registry.js';
