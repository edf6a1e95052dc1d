import { toArticle, type Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll } from '../../model/page.js';
import { get, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter } from '../adapter.js';
import type { Io } from '../io.js';
import { selectArticle, selectArticles } from './feed-selection.js';

/** JSON Feed 1.0 and 1.1. Source: https://www.jsonfeed.org/version/1.1/ */
export const adapter: Adapter = {
  async article(query, io) {
    // One story: the first page has the newest; an older one is looked for further on.
    const wanted = query.item;
    const articles = await read(query.src, io, (found) =>
      wanted ? found.some(({ id, url }) => id === wanted || url === wanted) : found.length > 0,
    );
    return selectArticle(articles, query);
  },
  async articles(query, io) {
    return selectArticles(await read(query.src, io, (found) => found.length >= query.limit), query);
  },
};

/** A feed that goes on for ever, or in a circle, is left after so many pages. */
const MOST_PAGES = 5;

async function read(
  src: string,
  io: Io,
  isEnough: (found: readonly Article[]) => boolean,
): Promise<readonly Article[]> {
  const found: Article[] = [];
  const seen = new Set<string>();
  let next: string | undefined = src;
  while (next && !seen.has(next) && seen.size < MOST_PAGES) {
    seen.add(next);
    const answer = await io.json(next);
    const feed = answer.value;
    if (
      !/^https?:\/\/jsonfeed\.org\/version\/1/.test(String(get(feed, 'version'))) ||
      !Array.isArray(get(feed, 'items'))
    ) {
      throw new NewsError('parse', 'This is no JSON Feed.', { url: answer.url });
    }
    found.push(...normaliseAll(list(get(feed, 'items')), (item) => toFeedArticle(item, feed, answer.url)));
    if (isEnough(found)) break;
    next = safeUrl(get(feed, 'next_url'), answer.url, 'media');
  }
  return found;
}

function toFeedArticle(item: unknown, feed: unknown, base: string): Article {
  const html = get(item, 'content_html');
  const text = get(item, 'content_text');
  const body =
    typeof html === 'string' && html ? { format: 'html', value: html } : { format: 'text', value: text };
  const url = get(item, 'url') ?? get(item, 'external_url');
  // Microblogs have no titles: the first words stand for one.
  const title = cleanText(get(item, 'title')) || cleanText(get(item, 'summary') ?? text).slice(0, 120);
  return toArticle(
    {
      id: get(item, 'id'),
      url,
      title,
      excerpt: get(item, 'summary') ?? (typeof text === 'string' ? firstWords(text) : undefined),
      body,
      image: { src: get(item, 'image') || get(item, 'banner_image') },
      authors: authorsOf(item).length > 0 ? authorsOf(item) : authorsOf(feed),
      published: get(item, 'date_published'),
      updated: get(item, 'date_modified'),
      // The format knows tags only; the first one serves as category, for a card to show.
      categories: list(get(item, 'tags')).slice(0, 1),
      tags: get(item, 'tags'),
      source: sourceOf(item, feed),
      lang: get(item, 'language') ?? get(feed, 'language'),
    },
    base,
  );
}

/** 1.1 has a list; 1.0 had one author. */
function authorsOf(record: unknown): readonly unknown[] {
  const authors = list(get(record, 'authors'));
  return authors.length > 0 ? authors : [get(record, 'author')].filter(Boolean);
}

/** A story that points elsewhere comes from there; all others come from the feed. */
function sourceOf(item: unknown, feed: unknown): unknown {
  const external = get(item, 'url') ? safeUrl(get(item, 'external_url')) : undefined;
  if (external) return { name: new URL(external).host.replace(/^www\./, ''), url: external };
  return { name: get(feed, 'title'), url: get(feed, 'home_page_url') };
}

function firstWords(text: string): string {
  return text.length > 240 ? `${text.slice(0, 240).replace(/\s+\S*$/, '')}…` : text;
}
