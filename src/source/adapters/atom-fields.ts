import { toArticle, type Article } from '../../model/article.js';
import { cleanText, plainText } from '../../model/text.js';
import { feedPicture } from './feed-picture.js';
import { baseOf, child, children, NS, textOf } from './xml.js';

export function atomEntries(feed: Element): Element[] {
  return children(feed, 'entry', NS.atom);
}

export function toAtomArticle(entry: Element, feed: Element, url: string): Article {
  const content = child(entry, 'content', NS.atom);
  const body = bodyOf(content);
  const html = body?.format === 'html' ? body.value : undefined;
  const origin = child(entry, 'source', NS.atom) ?? feed;
  return toArticle(
    {
      id: textOf(entry, 'id', NS.atom),
      url: linkOf(entry, 'alternate', url),
      title: plainConstruct(child(entry, 'title', NS.atom)),
      excerpt: plainConstruct(child(entry, 'summary', NS.atom)),
      body,
      image: feedPicture(entry, html),
      authors: authorsOf(entry).length > 0 ? authorsOf(entry) : authorsOf(feed),
      published: textOf(entry, 'published', NS.atom) ?? textOf(entry, 'updated', NS.atom),
      updated: textOf(entry, 'updated', NS.atom),
      categories: children(entry, 'category', NS.atom).map((category) => ({
        id: category.getAttribute('term'),
        name: category.getAttribute('label') ?? category.getAttribute('term'),
      })),
      source: {
        name: plainConstruct(child(origin, 'title', NS.atom)),
        url: linkOf(origin, 'alternate', url),
      },
      lang: entry.getAttributeNS(NS.xml, 'lang') ?? feed.getAttributeNS(NS.xml, 'lang'),
    },
    baseOf(content ?? entry, url),
  );
}

/** The link without `rel` is the alternate one (RFC 4287, section 4.2.7.2). */
function linkOf(parent: Element, rel: string, url: string): string | undefined {
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

function authorsOf(parent: Element): unknown[] {
  return children(parent, 'author', NS.atom).map((author) => ({
    name: cleanText(textOf(author, 'name', NS.atom)),
    url: textOf(author, 'uri', NS.atom),
  }));
}

/** A text construct is text, escaped HTML, or XHTML in place (RFC 4287, section 3.1). */
function plainConstruct(element: Element | undefined): string {
  const text = element?.textContent ?? '';
  return element?.getAttribute('type') === 'html' ? plainText(text) : cleanText(text);
}

function bodyOf(content: Element | undefined): { format: 'html' | 'text'; value: string } | undefined {
  if (!content || content.hasAttribute('src')) return undefined;
  const type = content.getAttribute('type') ?? 'text';
  if (type === 'xhtml') return { format: 'html', value: new XMLSerializer().serializeToString(content) };
  const value = content.textContent ?? '';
  if (type === 'html' || type === 'text/html') return { format: 'html', value };
  return type === 'text' || type.startsWith('text/') ? { format: 'text', value } : undefined;
}
