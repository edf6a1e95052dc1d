import { toArticle, type Article } from '../../model/article.js';
import { parseInert } from '../../model/inert-document.js';
import { cleanText, plainText } from '../../model/text.js';
import { feedPicture } from './feed-picture.js';
import { numberOf, withoutAddress } from './rss-fields.js';
import { baseOf, child, children, NS, textOf } from './xml.js';

export function atomEntries(feed: Element): Element[] {
  return children(feed, 'entry', NS.atom);
}

/** What entries have from their feed when they say nothing else. Read once, because a feed may have thousands of them. */
export interface AtomFeed {
  readonly authors: readonly unknown[];
  readonly source: unknown;
  readonly lang: string | null;
}

export function readFeed(feed: Element, url: string): AtomFeed {
  return {
    authors: authorsOf(feed),
    source: sourceOf(feed, url),
    lang: feed.getAttributeNS(NS.xml, 'lang'),
  };
}

export function toAtomArticle(entry: Element, feed: AtomFeed, url: string): Article {
  const content = child(entry, 'content', NS.atom);
  const body = bodyOf(content);
  const html = body?.format === 'html' ? body.value : undefined;
  const source = child(entry, 'source', NS.atom);
  const authors = authorsOf(entry);
  return toArticle(
    {
      id: textOf(entry, 'id', NS.atom),
      url: linkOf(entry, 'alternate', url),
      title: plainConstruct(child(entry, 'title', NS.atom)),
      excerpt: plainConstruct(child(entry, 'summary', NS.atom)) || mediaWords(entry),
      body,
      image: feedPicture(entry, html),
      authors: authors.length > 0 ? authors : feed.authors,
      published: textOf(entry, 'published', NS.atom) ?? textOf(entry, 'updated', NS.atom),
      updated: textOf(entry, 'updated', NS.atom),
      categories: children(entry, 'category', NS.atom).map((category) => ({
        id: category.getAttribute('term'),
        name: category.getAttribute('label') || category.getAttribute('term'),
      })),
      source: source ? sourceOf(source, url) : feed.source,
      lang: entry.getAttributeNS(NS.xml, 'lang') ?? feed.lang,
      commentCount: numberOf(
        textOf(entry, 'total', NS.thr) ?? repliesLink(entry)?.getAttributeNS(NS.thr, 'count'),
      ),
    },
    baseOf(content ?? entry, url),
  );
}

/** The link to what was answered (RFC 4685, section 4). */
function repliesLink(entry: Element): Element | undefined {
  return children(entry, 'link', NS.atom).find((link) => link.getAttribute('rel') === 'replies');
}

/** Feeds of films say in Media RSS what others say in a summary. */
function mediaWords(entry: Element): string {
  const group = child(entry, 'group', NS.media);
  return plainText(group && textOf(group, 'description', NS.media));
}

function sourceOf(feed: Element, url: string): unknown {
  return { name: plainConstruct(child(feed, 'title', NS.atom)), url: linkOf(feed, 'alternate', url) };
}

/** The link of that relation. The one without `rel` is the alternate one (RFC 4287, section 4.2.7.2). */
export function linkOf(parent: Element, rel: string, url: string): string | undefined {
  const link = children(parent, 'link', NS.atom).find(
    (candidate) => (candidate.getAttribute('rel') ?? 'alternate') === rel,
  );
  const href = link?.getAttribute('href');
  if (!link || !href) return undefined;
  try {
    return new URL(href, baseOf(link, url)).href;
  } catch {
    return undefined;
  }
}

export function authorsOf(parent: Element): unknown[] {
  return children(parent, 'author', NS.atom).map((author) => ({
    name: withoutAddress(cleanText(textOf(author, 'name', NS.atom))),
    url: textOf(author, 'uri', NS.atom),
  }));
}

/** A text construct is text, escaped HTML, or XHTML in place (RFC 4287, section 3.1). */
export function plainConstruct(element: Element | undefined): string {
  const text = element?.textContent ?? '';
  return element?.getAttribute('type') === 'html' ? plainText(text) : cleanText(text);
}

/** As HTML writes it: without the prefixes and the CDATA that XML may have. */
function asHtml(content: Element): string {
  const html = parseInert('', 'text/html')?.importNode(content, true).innerHTML ?? '';
  return html.replace(/<(\/?)[\w-]+:/g, '<$1');
}

export function bodyOf(content: Element | undefined): { format: 'html' | 'text'; value: string } | undefined {
  if (!content || content.hasAttribute('src')) return undefined;
  const type = content.getAttribute('type') ?? 'text';
  if (type === 'xhtml') return { format: 'html', value: asHtml(content) };
  const value = content.textContent ?? '';
  if (type === 'html' || type === 'text/html') return { format: 'html', value };
  return type === 'text' || type.startsWith('text/') ? { format: 'text', value } : undefined;
}
