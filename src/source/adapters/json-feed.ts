import { toArticle, type Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll } from '../../model/page.js';
import { get, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter } from '../adapter.js';
import type { Io } from '../io.js';
import { firstWords } from './common/first-words.js';
import { nextDocument, readArticle, readArticles, type FeedDocument } from './feed-pages.js';

/** JSON Feed 1.0 and 1.1. Source: https://www.jsonfeed.org/version/1.1/ */
export const adapter: Adapter = {
  article: (query, io) => readArticle(query, (url) => readDocument(url, query.src, io)),
  articles: (query, io) => readArticles(query, (url) => readDocument(url, query.src, io)),
};

async function readDocument(address: string, src: string, io: Io): Promise<FeedDocument> {
  const { value: feed, url } = await io.json(address);
  const version = get(feed, 'version');
  const isFeed = typeof version === 'string' && /^https?:\/\/jsonfeed\.org\/version\/1/.test(version);
  if (!isFeed || !Array.isArray(get(feed, 'items'))) {
    throw new NewsError('parse', 'This is no JSON Feed.', { url });
  }
  return {
    articles: normaliseAll(list(get(feed, 'items')), (item) => toFeedArticle(item, feed, url)),
    next: nextDocument(get(feed, 'next_url'), url, src),
  };
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
      image: { src: get(item, 'image') || get(item, 'banner_image') || attachedPicture(item) },
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

function attachedPicture(item: unknown): unknown {
  const picture = list(get(item, 'attachments')).find((attachment) => {
    const type = get(attachment, 'mime_type');
    return typeof type === 'string' && type.startsWith('image/');
  });
  return get(picture, 'url');
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
