import { parseInert } from '../../model/inert-document.js';
import { NewsError } from '../../model/news-error.js';
import type { Io } from '../io.js';
import { mendXml } from './mend-xml.js';

/** Feeds are matched by namespace, never by prefix, since a publisher may name prefixes as they like. */
export const NS = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  gd: 'http://schemas.google.com/g/2005',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rss1: 'http://purl.org/rss/1.0/',
  search: 'http://a9.com/-/spec/opensearch/1.1/',
  search1: 'http://a9.com/-/spec/opensearchrss/1.0/',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  thr: 'http://purl.org/syndication/thread/1.0',
  wfw: 'http://wellformedweb.org/CommentAPI/',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** Names of elements without a namespace, as RSS 2.0 has them, or in that of RSS 1.0. */
const PLAIN: readonly (string | null)[] = [
  null,
  NS.rss1,
  'http://my.netscape.com/rdf/simple/0.9/',
  'http://channel.netscape.com/rdf/simple/0.9/',
];

/** @throws NewsError `parse` for what is no XML, and for XML that declares entities: they can grow without bound */
export async function readXml(src: string, io: Io): Promise<{ root: Element; url: string }> {
  const { value: text } = await io.text(src);
  if (declaresEntities(text)) {
    throw new NewsError('parse', 'Feeds that declare entities are not read.', { url: src });
  }
  const { value: parsed, url } = await io.document(src, 'application/xml');
  const root = rootOf(parsed) ?? rootOf(parseInert(mendXml(text), 'application/xml'));
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
 * The element's own children of that name; when no namespace is given, of none, of that of RSS 1.0, or of the element's
 * own, since some give all of RSS 2.0 one.
 */
export function children(parent: Element, name: string, namespace?: string): Element[] {
  return [...parent.children].filter(
    (child) =>
      child.localName === name &&
      (namespace === undefined
        ? PLAIN.includes(child.namespaceURI) || child.namespaceURI === parent.namespaceURI
        : child.namespaceURI === namespace),
  );
}

export function child(parent: Element, name: string, namespace?: string): Element | undefined {
  return children(parent, name, namespace)[0];
}

/** What holds the fields of a feed as a whole: the root of Atom, the channel of RSS. */
export function channelOf(root: Element): Element {
  return root.localName === 'feed' ? root : (child(root, 'channel') ?? root);
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
