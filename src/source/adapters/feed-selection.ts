import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import type { Page } from '../../model/page.js';
import type { ArticleQuery, ArticlesQuery } from '../adapter.js';

/** A feed is one list without filters, so what a query wants is chosen here. */
export function selectArticle(articles: readonly Article[], { item, src }: ArticleQuery): Article {
  const found = item ? articles.find((article) => isMeant(article, item)) : articles[0];
  if (!found) throw new NewsError('not-found', 'The feed has no such story.', { url: src });
  return found;
}

/** Newest first as the feed has them; stories that share a category or tag with the current one come before others. */
export function selectArticles(articles: readonly Article[], query: ArticlesQuery): Page<Article> {
  const { relatedTo, since, limit } = query;
  const current = relatedTo ? articles.find((article) => isMeant(article, relatedTo)) : undefined;
  const others = articles.filter(
    (article) => article !== current && (!since || !article.published || article.published >= since),
  );
  const topics = new Set(current ? topicsOf(current) : []);
  const related = others.filter((article) => topicsOf(article).some((topic) => topics.has(topic)));
  const rest = others.filter((article) => !related.includes(article));
  return { items: [...related, ...rest].slice(0, limit) };
}

function isMeant({ id, url }: Article, wanted: string): boolean {
  return id === wanted || url === wanted;
}

function topicsOf({ categories, tags }: Article): string[] {
  return [...categories, ...tags].map(({ name }) => name.toLowerCase());
}
