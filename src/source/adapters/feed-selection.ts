import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import type { Page } from '../../model/page.js';
import type { ArticleQuery, ArticlesQuery } from '../adapter.js';

/** A feed is one list without filters, so what a query wants is chosen here. */
export function selectArticle(articles: readonly Article[], { item, src }: ArticleQuery): Article {
  const found = item ? articleOf(articles, item) : articles[0];
  if (!found) throw new NewsError('not-found', 'The feed has no such story.', { url: src });
  return found;
}

/** The first stories of `orderArticles()`. */
export function selectArticles(articles: readonly Article[], query: ArticlesQuery): Page<Article> {
  return { items: orderArticles(articles, query).slice(0, query.limit) };
}

/** Newest first as the feed has them; stories that share a category or tag with the current one come before others. */
export function orderArticles(
  articles: readonly Article[],
  { relatedTo, by, since }: ArticlesQuery,
): readonly Article[] {
  const current = relatedTo ? articleOf(articles, relatedTo) : undefined;
  const others = articles.filter(
    (article) => article !== current && (!since || !article.published || article.published >= since),
  );
  const topics = new Set(current ? topicsOf(current, by) : []);
  const goesWith = (article: Article) => topicsOf(article, by).some((topic) => topics.has(topic));
  return [...others.filter(goesWith), ...others.filter((article) => !goesWith(article))];
}

/** The story of that id or address. */
export function articleOf(articles: readonly Article[], wanted: string): Article | undefined {
  return (
    articles.find(({ id, url }) => id === wanted || url === wanted) ??
    articles.find(({ id, url }) => isSameAddress(url, wanted) || isSameAddress(id, wanted))
  );
}

/** Whether two addresses are of one page, however a link to it was written. */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  const known = one && addressOf(one);
  return !!known && !!other && known === addressOf(other);
}

/** Without what changes from link to link: the scheme, `www.`, the last slash, the place on the page, campaigns. */
function addressOf(value: string): string | undefined {
  if (!/^https?:/i.test(value)) return undefined;
  try {
    const url = new URL(value);
    for (const name of [...url.searchParams.keys()]) {
      if (/^(?:utm_|fbclid$|gclid$)/.test(name)) url.searchParams.delete(name);
    }
    return url.host.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '') + url.search;
  } catch {
    return undefined;
  }
}

function topicsOf({ categories, tags }: Article, by: ArticlesQuery['by']): string[] {
  const terms = [...(by === 'tag' ? [] : categories), ...(by === 'category' ? [] : tags)];
  return terms.map(({ name }) => name.toLowerCase());
}
