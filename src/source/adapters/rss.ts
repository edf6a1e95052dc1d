import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll } from '../../model/page.js';
import type { Adapter } from '../adapter.js';
import type { Io } from '../io.js';
import { atomEntries, linkOf, readFeed, toAtomArticle } from './atom-fields.js';
import { origin, posting, readComments } from './feed-comments.js';
import { nextDocument, readArticle, readArticles, type FeedDocument } from './feed-pages.js';
import { readChannel, rssItems, toRssArticle } from './rss-fields.js';
import { channelOf, NS, readXml } from './xml.js';

/**
 * Feeds in XML: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 1.0, and the feeds of comments that blogs have for each story.
 * Sources: https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec, RFC 4287, RFC 4685, RFC 5005
 */
export const adapter: Adapter = {
  article: (query, io) => readArticle(query, (url) => readDocument(url, query.src, io)),
  articles: (query, io) => readArticles(query, (url) => readDocument(url, query.src, io)),
  comments: readComments,
  posting,
  origin,
};

async function readDocument(address: string, src: string, io: Io): Promise<FeedDocument> {
  const { root, url } = await readXml(address, io);
  const next = linkOf(channelOf(root), 'next', url);
  return { articles: articlesOf(root, url), next: nextDocument(next, url, src) };
}

function articlesOf(root: Element, url: string): readonly Article[] {
  if (root.localName === 'feed' && root.namespaceURI === NS.atom) {
    const feed = readFeed(root, url);
    return normaliseAll(atomEntries(root), (entry) => toAtomArticle(entry as Element, feed, url));
  }
  if (root.localName === 'rss' || root.localName === 'RDF') {
    const channel = readChannel(root);
    return normaliseAll(rssItems(root), (item) => toRssArticle(item as Element, channel, url));
  }
  throw new NewsError('parse', `XML, but no feed: <${root.localName.slice(0, 60)}>.`, { url });
}
