import { parseInert } from '../../model/inert-document.js';

// By the prefixes that everybody uses. A URL here is a name and nothing that is requested.
const NAMESPACES: Readonly<Record<string, string>> = {
  a10: 'http://www.w3.org/2005/Atom',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  thr: 'http://purl.org/syndication/thread/1.0',
  wfw: 'http://wellformedweb.org/CommentAPI/',
};
const ROOT = /<((?:[\w-]+:)?(?:rss|feed|RDF))(?=[\s>/])/;
/** More names and prefixes than this are an attack. */
const MOST_NAMES = 256;

/**
 * A feed that its publisher broke, as it was meant, where that is clear: output of the server around it, a bare `&`, names
 * that only HTML knows (`&nbsp;`), control characters, `--` in comments, prefixes that nobody declared. Each step is
 * one walk. What breaks off, or mixes up its tags, stays broken: nobody knows what is missing.
 */
export function mendXml(text: string): string {
  return withPrefixes(withoutForbidden(withoutSurroundings(text)));
}

/** Warnings of PHP stand before a feed, counters and caches leave their marks behind it. */
function withoutSurroundings(text: string): string {
  const root = ROOT.exec(text);
  if (!root) return text.trimStart();
  const declaration = text.indexOf('<?xml');
  const begin =
    declaration >= 0 && declaration < root.index ? declaration : /^\s*<!/.test(text) ? 0 : root.index;
  const end = `</${root[1]}>`;
  const last = text.lastIndexOf(end);
  return text.slice(begin, last < 0 ? undefined : last + end.length).trimStart();
}

// The order counts: what stands in CDATA is let alone.
const ODD =
  // eslint-disable-next-line no-control-regex -- control characters are what XML forbids
  /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|&#(?:x[\dA-Fa-f]{1,8}|\d{1,8});|&(?!#|(?:amp|lt|gt|quot|apos);)(?:[A-Za-z][A-Za-z\d]{1,31};)?|[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

function withoutForbidden(text: string): string {
  const known = htmlNames(text);
  return text.replace(ODD, (found) => {
    if (found.startsWith('<![CDATA[')) return found.replace(CONTROL, '');
    if (found.startsWith('&#')) return isAllowed(found) ? found : '';
    if (found.startsWith('&')) return known.get(found) ?? `&amp;${found.slice(1)}`;
    return '';
  });
}

function isAllowed(reference: string): boolean {
  const code = /^&#x/i.test(reference) ? parseInt(reference.slice(3), 16) : Number(reference.slice(2, -1));
  const isText = code >= 0x20 && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
  return code === 9 || code === 10 || code === 13 || (isText && code <= 0x10ffff);
}

/** What HTML's names stand for, all found in one parse. */
function htmlNames(text: string): ReadonlyMap<string, string> {
  const names = new Set<string>();
  for (const [name] of text.matchAll(/&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z\d]{1,31};/g)) {
    if (names.add(name).size >= MOST_NAMES) break;
  }
  const found = parseInert([...names].map((name) => `<i>${name}</i>`).join(''), 'text/html');
  const signs = [...(found?.querySelectorAll('i') ?? [])].map(({ textContent }) => textContent);
  return new Map(
    [...names].flatMap((name, index) => {
      const sign = signs[index];
      // An unknown name stays what it was; `<` and `&` by other names (`&LT;`) must not become markup.
      return sign === undefined || sign === name || /[<>&]/.test(sign) ? [] : [[name, sign]];
    }),
  );
}

function withPrefixes(text: string): string {
  const declared = new Set([...text.matchAll(/\sxmlns:([\w.-]+)\s*=/g)].map(([, prefix]) => prefix!));
  const missing = new Set<string>();
  for (const [, element, attribute] of text.matchAll(
    /<([a-z_][\w.-]*):[a-z_]|\s([a-z_][\w.-]*):[a-z_][\w.-]*\s*=\s*["']/gi,
  )) {
    const prefix = (element ?? attribute)!;
    if (!/^xml/i.test(prefix) && !declared.has(prefix)) missing.add(prefix);
    if (missing.size >= MOST_NAMES) break;
  }
  const added = [...missing].map((prefix) => {
    const name = Object.hasOwn(NAMESPACES, prefix) ? NAMESPACES[prefix]! : `urn:undeclared:${prefix}`;
    return ` xmlns:${prefix}="${name}"`;
  });
  return text.replace(ROOT, `<$1${added.join('')}`);
}
