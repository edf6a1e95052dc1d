import { parseInert } from '../../model/inert-document.js';
import { NewsError } from '../../model/news-error.js';
import type { Io } from '../io.js';

/** Feeds are matched by namespace, never by prefix, since a publisher may name prefixes as they like. */
export const NS = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rss1: 'http://purl.org/rss/1.0/',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** Names of elements without a namespace, as RSS 2.0 has them, or in that of RSS 1.0. */
export const PLAIN: readonly (string | null)[] = [null, NS.rss1, 'http://my.netscape.com/rdf/simple/0.9/'];

/** @throws NewsError `parse` for what is no XML, and for XML that declares entities: they can grow without bound */
export async function readXml(src: string, io: Io): Promise<{ root: Element; url: string }> {
  const { value: text } = await io.text(src);
  if (declaresEntities(text)) {
    throw new NewsError('parse', 'Feeds that declare entities are not read.', { url: src });
  }
  const { value: parsed, url } = await io.document(src, 'application/xml');
  const root = rootOf(parsed) ?? rootOf(parseInert(mended(text), 'application/xml'));
  if (!root || root.localName === 'html') throw new NewsError('parse', 'This is no feed.', { url });
  return { root, url };
}

/** Only a document type does; a text about XML may still speak of it. */
function declaresEntities(text: string): boolean {
  const type = text.search(/<!DOCTYPE/i);
  return type >= 0 && /<!ENTITY/i.test(text.slice(type));
}

function rootOf(document: Document | undefined): Element | undefined {
  const isBroken = !document || document.getElementsByTagName('parsererror').length > 0;
  return isBroken ? undefined : document.documentElement;
}

/**
 * Publishers write a bare `&`, or names that only HTML knows (`&nbsp;`): kept as text, where they mean something to the
 * HTML that most fields hold.
 */
function mended(text: string): string {
  return text
    .trimStart()
    .replace(/<!\[CDATA\[[^]*?(?:\]\]>|$)|&(?!#|(?:amp|lt|gt|quot|apos);)/g, (found) =>
      found === '&' ? '&amp;' : found,
    );
}

/** The element's own children of that name; of no namespace (or RSS 1.0) when none is given. */
export function children(parent: Element, name: string, namespace?: string): Element[] {
  return [...parent.children].filter(
    (child) =>
      child.localName === name &&
      (namespace === undefined ? PLAIN.includes(child.namespaceURI) : child.namespaceURI === namespace),
  );
}

export function child(parent: Element, name: string, namespace?: string): Element | undefined {
  return children(parent, name, namespace)[0];
}

/** The text of a child, or `undefined` when it is missing or empty. */
export function textOf(parent: Element, name: string, namespace?: string): string | undefined {
  return child(parent, name, namespace)?.textContent?.trim() || undefined;
}

/** What relative URLs are relative to: the nearest `xml:base`, itself relative to the ones above. */
export function baseOf(element: Element, url: string): string {
  const above = element.parentElement ? baseOf(element.parentElement, url) : url;
  const own = element.getAttributeNS(NS.xml, 'base');
  try {
    return own ? new URL(own, above).href : above;
  } catch {
    return above;
  }
}
