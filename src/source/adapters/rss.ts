import type { Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll } from '../../model/page.js';
import type { Adapter } from '../adapter.js';
import type { Io } from '../io.js';
import { atomEntries, readFeed, toAtomArticle } from './atom-fields.js';
import { selectArticle, selectArticles } from './feed-selection.js';
import { readChannel, rssItems, toRssArticle } from './rss-fields.js';
import { NS, readXml } from './xml.js';

/**
 * Feeds in XML: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 1.0.
 * Sources: https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec, RFC 4287
 */
export const adapter: Adapter = {
  async article(query, io) {
    return selectArticle(await read(query.src, io), query);
  },
  async articles(query, io) {
    return selectArticles(await read(query.src, io), query);
  },
};

async function read(src: string, io: Io): Promise<readonly Article[]> {
  const { root, url } = await readXml(src, io);
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
