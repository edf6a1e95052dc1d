import { toArticle, type Article } from '../../model/article.js';
import { toIsoDate } from '../../model/date.js';
import { get } from '../../model/record.js';
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
  /** Of a podcast: its makers and its cover, which stand for those of an episode that names none. */
  readonly authors: readonly unknown[];
  readonly picture: string | undefined;
}

export function readChannel(root: Element): RssChannel {
  const channel = child(root, 'channel');
  return {
    source: channel && { name: plainText(textOf(channel, 'title')), url: textOf(channel, 'link') },
    lang: channel && (textOf(channel, 'language') ?? textOf(channel, 'language', NS.dc)),
    authors: channel ? named([child(channel, 'author', NS.itunes)]) : [],
    picture: (channel && child(channel, 'image', NS.itunes)?.getAttribute('href')) ?? undefined,
  };
}

export function toRssArticle(item: Element, channel: RssChannel, url: string): Article {
  const description =
    textOf(item, 'description') ?? textOf(item, 'summary', NS.itunes) ?? textOf(item, 'subtitle', NS.itunes);
  const html = htmlOf(item) ?? description;
  const source = child(item, 'source');
  const picture = feedPicture(item, html);
  const authors = rssAuthors(item);
  return toArticle(
    {
      id: rssId(item),
      url: rssLink(item),
      title: plainText(textOf(item, 'title') ?? textOf(item, 'title', NS.itunes)),
      excerpt: plainText(description),
      body: html ? { format: 'html', value: html } : undefined,
      image: get(picture, 'src') ? picture : channel.picture,
      authors: authors.length > 0 ? authors : channel.authors,
      published: rssDate(item),
      updated: firstDate(textOf(item, 'updated', NS.atom), textOf(item, 'modified', NS.dcterms)),
      categories: [...children(item, 'category'), ...children(item, 'subject', NS.dc)].map((category) =>
        plainText(category.textContent),
      ),
      tags: keywordsOf(item),
      source: source
        ? // Its `url` is the address of the other feed, which is XML and nothing for readers.
          { name: plainText(source.textContent) }
        : channel.source,
      lang: channel.lang,
      commentCount: numberOf(textOf(item, 'comments', NS.slash) ?? textOf(item, 'total', NS.thr)),
    },
    baseOf(item, url),
  );
}

export function rssId(item: Element): string | undefined {
  return child(item, 'guid')?.textContent?.trim() ?? item.getAttributeNS(NS.rdf, 'about') ?? rssLink(item);
}

export function rssLink(item: Element): string | undefined {
  const guid = child(item, 'guid');
  // Many a guid is just a number, although it does not say that it is no permanent link.
  const permanent = guid?.getAttribute('isPermaLink') === 'false' ? undefined : safeUrl(guid?.textContent);
  return textOf(item, 'link') ?? permanent;
}

/** The whole text, where there is more than a description. */
export function htmlOf(item: Element): string | undefined {
  return textOf(item, 'encoded', NS.content);
}

export function rssDate(item: Element): string | undefined {
  return firstDate(
    textOf(item, 'pubDate'),
    textOf(item, 'date', NS.dc),
    textOf(item, 'published', NS.atom),
    textOf(item, 'created', NS.dcterms),
    textOf(item, 'updated', NS.atom),
  );
}

function firstDate(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((candidate) => toIsoDate(candidate) !== undefined);
}

export function numberOf(text: string | null | undefined): number | undefined {
  return text ? Number(text) : undefined;
}

/** `media:keywords` and `itunes:keywords` are the only tags that are not called categories. */
function keywordsOf(item: Element): string[] {
  const text = textOf(item, 'keywords', NS.media) ?? textOf(item, 'keywords', NS.itunes) ?? '';
  return text.split(',').map(plainText);
}

export function rssAuthors(item: Element): readonly unknown[] {
  const atom = children(item, 'author', NS.atom).map((author) => child(author, 'name', NS.atom));
  for (const elements of [
    children(item, 'creator', NS.dc),
    [child(item, 'author')],
    [child(item, 'author', NS.itunes)],
    atom,
  ]) {
    const found = named(elements);
    if (found.length > 0) return found;
  }
  return [];
}

function named(elements: readonly (Element | undefined)[]): readonly { name: string }[] {
  return elements.flatMap((element) => {
    const name = withoutAddress(plainText(element?.textContent));
    return name ? [{ name }] : [];
  });
}

/** `author` is an e-mail address, with the name in brackets after it at best: an address is not shown. */
export function withoutAddress(author: string): string {
  if (!author.includes('@')) return author;
  const name = /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? '';
  // `@ines` is a name on social media.
  return name || (/\S@\S/.test(author) ? '' : author);
}
