import { parseInert } from './inert-document.js';

/** Nothing that a source sends as one string may be longer: 512 KiB of UTF-16 code units. */
export const MAX_STRING = 512 * 1024;

// What a name or a title has no use for, and an impostor has: control characters, direction marks, zero-width space,
// line and paragraph separators, bidi embeddings and isolates, byte order mark, interlinear annotation, tags.
// Zero-width joiner and non-joiner, and variation selectors, stay: scripts and emoji need them.
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- control characters are what this removes
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
// Marks above, below and around a letter, which grow into towers. Those that take room beside it (`\p{Mc}`) do not, and
// Burmese writes more to a letter with them.
const STACK = /[\p{Mn}\p{Me}\u200C\u200D]{5,}/gu;
/** Burmese and pointed Hebrew need as many. */
const MOST_MARKS = 4;
const JOINER = /[\u200C\u200D]/;

/**
 * One line of text that is safe to show beside our own words: normalised to NFC, without controls and bidi
 * overrides, with at most four combining marks in a row, white space folded.
 * Anything that is not a string or a finite number gives the empty string.
 */
export function cleanText(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return '';
  return value
    .slice(0, MAX_STRING)
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(UNWANTED, '')
    .normalize('NFC')
    .replace(STACK, lowStack)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first marks. An invisible joiner among them does not begin a new row: fonts stack across it. */
function lowStack(stack: string): string {
  let marks = 0;
  return [...stack].filter((character) => (JOINER.test(character) ? marks : ++marks) <= MOST_MARKS).join('');
}

const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,figcaption,td,th,pre,dt,dd';

/**
 * The words of a snippet of HTML, entities decoded, markup gone: for titles, names and excerpts that a source
 * sends as HTML. The result is text: bind it as text.
 */
export function plainText(value: unknown): string {
  if (typeof value !== 'string') return cleanText(value);
  const html = value.slice(0, MAX_STRING);
  if (!/[<&]/.test(html)) return cleanText(html);
  const doc = parseInert(html, 'text/html');
  // Without a parser (a page whose policy refuses it), tags go and the few entities that everyone uses are decoded.
  // `[^<>]`: with `[^>]` a text of nothing but `<` would be walked once for each of them.
  if (!doc) return cleanText(decodeCommonEntities(html.replace(/<[^<>]*>/g, ' ')));
  for (const element of doc.querySelectorAll('script,noframes,template,noscript,iframe,textarea,title'))
    element.remove();
  for (const element of doc.querySelectorAll('br,hr')) element.replaceWith(' ');
  for (const element of doc.querySelectorAll(BLOCKS)) {
    element.prepend(' ');
    element.append(' ');
  }
  return cleanText(doc.body.textContent);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decodeCommonEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
