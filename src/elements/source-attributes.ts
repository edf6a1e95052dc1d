import type { Article } from '../model/article.js';
import { cleanText } from '../model/text.js';
import { safeUrl } from '../model/url.js';

/** The story with the news source that the page's author named, where the content API named none. */
export function withSource(article: Article, name: string, url: string): Article {
  if (article.source || !name) return article;
  return { ...article, source: { name: cleanText(name), url: safeUrl(url, document.baseURI) } };
}
