import { toArticle, type Article } from '../../model/article.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { feedPicture } from './feed-picture.js';
import { baseOf, child, children, NS, textOf } from './xml.js';

/** Items stand in the channel in RSS 2.0, beside it in RSS 1.0. */
export function rssItems(root: Element): Element[] {
  const channel = child(root, 'channel');
  return [...(channel ? children(channel, 'item') : []), ...children(root, 'item')];
}

/** What all items have from their channel. Read once, because a channel may have thousands of children. */
export interface RssChannel {
  readonly source: unknown;
  readonly lang: string | undefined;
}

export function readChannel(root: Element): RssChannel {
  const channel = child(root, 'channel');
  return {
    source: channel && { name: plainText(textOf(channel, 'title')), url: textOf(channel, 'link') },
    lang: channel && (textOf(channel, 'language') ?? textOf(channel, 'language', NS.dc)),
  };
}

export function toRssArticle(item: Element, channel: RssChannel, url: string): Article {
  const description = textOf(item, 'description');
  const full = textOf(item, 'encoded', NS.content);
  const html = full ?? description;
  const guid = child(item, 'guid');
  // Many a guid is just a number, although it does not say that it is no permanent link.
  const permanent = guid?.getAttribute('isPermaLink') === 'false' ? undefined : safeUrl(guid?.textContent);
  const link = textOf(item, 'link') ?? permanent;
  const source = child(item, 'source');
  const replies = textOf(item, 'comments', NS.slash);
  return toArticle(
    {
      id: guid?.textContent?.trim() ?? item.getAttributeNS(NS.rdf, 'about') ?? link,
      url: link,
      title: plainText(textOf(item, 'title')),
      excerpt: plainText(description),
      body: html ? { format: 'html', value: html } : undefined,
      image: feedPicture(item, html),
      authors: authorsOf(item),
      published: textOf(item, 'pubDate') ?? textOf(item, 'date', NS.dc),
      categories: [...children(item, 'category'), ...children(item, 'subject', NS.dc)].map((category) =>
        plainText(category.textContent),
      ),
      source: source
        ? // Its `url` is the address of the other feed, which is XML and nothing for readers.
          { name: plainText(source.textContent) }
        : channel.source,
      lang: channel.lang,
      commentCount: replies === undefined ? undefined : Number(replies),
    },
    baseOf(item, url),
  );
}

/** `author` is an e-mail address, with the name in brackets after it at best: an address is not shown. */
function authorsOf(item: Element): unknown[] {
  const creators = children(item, 'creator', NS.dc).map((creator) => plainText(creator.textContent));
  if (creators.length > 0) return creators.map((name) => ({ name }));
  const author = plainText(textOf(item, 'author'));
  const name = /\(([^)]+)\)\s*$/.exec(author)?.[1] ?? (author.includes('@') ? '' : author);
  return [{ name }];
}
