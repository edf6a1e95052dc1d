import { toArticle, type Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll } from '../../model/page.js';
import { get, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter } from '../adapter.js';
import type { Io } from '../io.js';
import { selectArticle, selectArticles } from './feed-selection.js';

/** JSON Feed 1.0 and 1.1. Source: https://www.jsonfeed.org/version/1.1/ */
export const adapter: Adapter = {
  async article(query, io) {
    // The first page has the newest; an older story is looked for further on.
    const wanted = query.item;
    const found: Article[] = [];
    for await (const page of pages(query.src, io)) {
      found.push(...page);
      if (wanted ? page.some(({ id, url }) => id === wanted || url === wanted) : page.length > 0) break;
    }
    return selectArticle(found, query);
  },
  async articles(query, io) {
    const found: Article[] = [];
    try {
      for await (const page of pages(query.src, io)) {
        found.push(...page);
        if (found.length >= query.limit) break;
      }
    } catch (error) {
      // A later page that is broken takes nothing away from those before it.
      if (found.length === 0 || !(error instanceof NewsError)) throw error;
    }
    return selectArticles(found, query);
  },
};

/** A feed that goes on for ever, or in a circle, is left after so many pages. */
const MOST_PAGES = 5;

async function* pages(src: string, io: Io): AsyncGenerator<readonly Article[]> {
  const seen = new Set<string>();
  let next: string | undefined = src;
  while (next && !seen.has(next) && seen.size < MOST_PAGES) {
    seen.add(next);
    const answer = await io.json(next);
    const feed = answer.value;
    const version = get(feed, 'version');
    const isFeed = typeof version === 'string' && /^https?:\/\/jsonfeed\.org\/version\/1/.test(version);
    if (!isFeed || !Array.isArray(get(feed, 'items'))) {
      throw new NewsError('parse', 'This is no JSON Feed.', { url: answer.url });
    }
    yield normaliseAll(list(get(feed, 'items')), (item) => toFeedArticle(item, feed, answer.url));
    next = nextPage(feed, answer.url, src);
  }
}

/** Where the feed goes on. Only on its own host: the page that shows it named no other. */
function nextPage(feed: unknown, url: string, src: string): string | undefined {
  const next = safeUrl(get(feed, 'next_url'), url, 'media');
  const isOwn = next && [url, src].some((known) => new URL(known).origin === new URL(next).origin);
  return isOwn ? next : undefined;
}

function toFeedArticle(item: unknown, feed: unknown, base: string): Article {
  const html = get(item, 'content_html');
  const text = get(item, 'content_text');
  const body =
    typeof html === 'string' && html ? { format: 'html', value: html } : { format: 'text', value: text };
  const url = get(item, 'url') || get(item, 'external_url');
  const summary = cleanText(get(item, 'summary'));
  const words = summary ? '' : cleanText(text) || plainText(html);
  // Microblogs have no titles: the first words stand for one.
  const title = cleanText(get(item, 'title')) || firstWords(summary || words, 120);
  return toArticle(
    {
      id: get(item, 'id'),
      url,
      title,
      excerpt: summary || firstWords(words, 240),
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

/** Cut neither through a word, where there are words, nor through a sign that takes two code units. */
function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/\s+\S{0,40}$/, '');
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
