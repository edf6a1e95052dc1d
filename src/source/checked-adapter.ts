import { isArticle, toArticle, type Article } from '../model/article.js';
import { isComment, toComment, type Comment } from '../model/comment.js';
import { toSource, type NewsSource } from '../model/news-source.js';
import { normaliseAll, type Page } from '../model/page.js';
import { toClassicForm, toPosting } from '../model/posting.js';
import type { Adapter } from './adapter.js';

/**
 * An adapter of which it does not matter who wrote it: what it hands over has been normalised, its URLs checked, also
 * where it only has the form of an `Article`. What was normalised already is not touched again.
 */
export function checked(adapter: Adapter): Adapter {
  const { article, articles, comments, posting, addComment, classicForm } = adapter;
  const origin = (query: { readonly src: string }): NewsSource => {
    let told: unknown;
    try {
      told = adapter.origin?.(query);
    } catch {
      // An address that it cannot read is told by what is asked of it; a thread of several goes on without.
    }
    return toSource(told) ?? { name: hostOf(query.src) };
  };
  return {
    article: article && (async (query, io) => story(await article.call(adapter, query, io))),
    articles: articles && (async (query, io) => page(await articles.call(adapter, query, io), story)),
    comments: comments && (async (query, io) => page(await comments.call(adapter, query, io), comment)),
    posting:
      posting &&
      (async (query, io) => {
        const told = toPosting(await posting.call(adapter, query, io));
        return told.how === 'link' && adapter.origin
          ? { ...told, origin: told.origin ?? origin(query) }
          : told;
      }),
    addComment:
      addComment && (async (query, draft, io) => comment(await addComment.call(adapter, query, draft, io))),
    classicForm: classicForm && ((query, draft) => toClassicForm(classicForm.call(adapter, query, draft))),
    origin,
  };
}

const story = (found: unknown): Article => (isArticle(found) ? found : toArticle(found));
const comment = (found: unknown): Comment => (isComment(found) ? found : toComment(found));

function page<T>(found: Page<T>, normalise: (item: unknown) => T): Page<T> {
  return Object.freeze({ ...found, items: Object.freeze(normaliseAll(found.items, normalise)) });
}

function hostOf(src: string): string {
  try {
    return new URL(src).host.replace(/^www\./, '');
  } catch {
    return src.slice(0, 100);
  }
}
