import { isArticle, toArticle, type Article } from '../model/article.js';
import { isComment, toComment, type Comment } from '../model/comment.js';
import { normaliseAll, type Page } from '../model/page.js';
import { toClassicForm, toPosting } from '../model/posting.js';
import type { Adapter } from './adapter.js';

/**
 * An adapter of which it does not matter who wrote it: what it hands over has been normalised, its URLs checked, also
 * where it only has the form of an `Article`. What was normalised already is not touched again.
 */
export function checked(adapter: Adapter): Adapter {
  const { article, articles, comments, posting, addComment, classicForm } = adapter;
  return {
    article: article && (async (query, io) => story(await article.call(adapter, query, io))),
    articles: articles && (async (query, io) => page(await articles.call(adapter, query, io), story)),
    comments: comments && (async (query, io) => page(await comments.call(adapter, query, io), comment)),
    posting: posting && (async (query, io) => toPosting(await posting.call(adapter, query, io))),
    addComment:
      addComment && (async (query, draft, io) => comment(await addComment.call(adapter, query, draft, io))),
    classicForm: classicForm && ((query, draft) => toClassicForm(classicForm.call(adapter, query, draft))),
  };
}

const story = (found: unknown): Article => (isArticle(found) ? found : toArticle(found));
const comment = (found: unknown): Comment => (isComment(found) ? found : toComment(found));

function page<T>(found: Page<T>, normalise: (item: unknown) => T): Page<T> {
  return Object.freeze({ ...found, items: Object.freeze(normaliseAll(found.items, normalise)) });
}
