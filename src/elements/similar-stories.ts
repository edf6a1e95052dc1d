import { toArticle, type Article } from '../model/article.js';
import { NewsError } from '../model/news-error.js';
import { rankBySimilarity } from '../model/similarity.js';
import type { Adapter } from '../source/adapter.js';
import type { Io } from '../source/io.js';
import { isThisPage } from './page-address.js';

/** The candidates, the likest first. @param relatedTo id or URL of the story; otherwise the page's own is meant */
export async function bySimilarity(
  candidates: readonly Article[],
  relatedTo: string | undefined,
  adapter: Adapter,
  src: string,
  io: Io,
): Promise<readonly Article[]> {
  return rankBySimilarity(await currentStory(candidates, relatedTo, adapter, src, io), candidates);
}

async function currentStory(
  candidates: readonly Article[],
  relatedTo: string | undefined,
  adapter: Adapter,
  src: string,
  io: Io,
): Promise<Article> {
  const known = candidates.find(({ id, url }) =>
    relatedTo === undefined ? isThisPage(url) : id === relatedTo || url === relatedTo,
  );
  if (known) return known;
  try {
    if (relatedTo !== undefined && adapter.article)
      return await adapter.article({ src, item: relatedTo }, io);
  } catch (error) {
    // A list that goes with a story should not fail because the story cannot be read.
    if (!(error instanceof NewsError)) throw error;
  }
  const about = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  return toArticle({ title: document.title || ' ', excerpt: about('description'), url: location.href });
}
