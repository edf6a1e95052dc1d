import { get, isRecord, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';

/** Things that one page describes; more of them are an attack. */
const MOST_THINGS = 20_000;
const MOST_SCRIPTS = 100;

/**
 * What a page says about itself in JSON-LD: any number of scripts, of which a broken one harms no other. Links between
 * things (`{"@id": …}`) are followed here.
 * Source: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export class LinkedData {
  readonly roots: readonly unknown[];
  readonly #byId = new Map<string, unknown>();

  constructor(page: Document) {
    this.roots = [...page.querySelectorAll('script[type*="ld+json" i]')]
      .slice(0, MOST_SCRIPTS)
      .map(({ textContent }) => parsed(textContent));
    this.#index();
  }

  /** The things of a property: one or many, as they are or as links. */
  all(value: unknown): readonly unknown[] {
    const one = get(value, '@list') ?? get(value, '@set') ?? value;
    const several = Array.isArray(one) ? one : one === undefined || one === null ? [] : [one];
    return several.map((thing) => this.resolve(thing));
  }

  /** What a link means; all else is itself. */
  resolve(thing: unknown): unknown {
    const id = get(thing, '@id');
    return typeof id === 'string' && isLink(thing) ? (this.#byId.get(id) ?? thing) : thing;
  }

  /** By hand: a recursion would fail on what is nested a hundred thousand times. */
  #index(): void {
    const waiting: unknown[] = [...this.roots];
    for (let count = 0; waiting.length > 0 && count < MOST_THINGS; count++) {
      const thing = waiting.pop();
      if (typeof thing !== 'object' || thing === null) continue;
      const id = get(thing, '@id');
      if (typeof id === 'string' && !isLink(thing)) {
        const known = this.#byId.get(id);
        if (!known || Object.keys(thing).length > Object.keys(known).length) this.#byId.set(id, thing);
      }
      for (const child of Object.values(thing)) if (typeof child === 'object') waiting.push(child);
    }
  }
}

function isLink(thing: unknown): boolean {
  return isRecord(thing) && Object.keys(thing).every((key) => key === '@id' || key === '@type');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What content systems leave in it: comments around it for browsers of long ago, line breaks in texts, a comma too many.
    const mended = unwrapped(text)
      // eslint-disable-next-line no-control-regex -- control characters are what JSON forbids
      .replace(/[\0-\x1F]+/g, ' ')
      .replace(/,(?=\s*[\]}])/g, '')
      .replace(/;$/, '');
    try {
      return JSON.parse(mended);
    } catch {
      return undefined;
    }
  }
}

/** Without `<!-- … -->`, and without `//<![CDATA[ … //]]>` in all its forms. */
function unwrapped(text: string): string {
  const inner = text.trim();
  if (inner.startsWith('<!--')) return withoutEnd(inner.slice('<!--'.length), '-->');
  const opened = withoutStart(inner, '//', '/*').trimStart();
  if (!opened.startsWith('<![CDATA[')) return withoutEnd(inner, '-->');
  const begun = withoutStart(opened.slice('<![CDATA['.length).trimStart(), '*/');
  const closed = withoutEnd(withoutEnd(begun, '*/'), ']]>');
  return withoutEnd(closed, '//', '/*');
}

function withoutStart(text: string, ...marks: readonly string[]): string {
  const mark = marks.find((one) => text.startsWith(one));
  return mark === undefined ? text : text.slice(mark.length);
}

function withoutEnd(text: string, ...marks: readonly string[]): string {
  const mark = marks.find((one) => text.endsWith(one));
  return (mark === undefined ? text : text.slice(0, -mark.length)).trimEnd();
}

/** `NewsArticle` for `https://schema.org/NewsArticle` and `schema:NewsArticle`. */
export function typesOf(thing: unknown): readonly string[] {
  const types = get(thing, '@type');
  return (Array.isArray(types) ? types.slice(0, 20) : [types]).flatMap((type) =>
    typeof type === 'string' ? type.slice(0, 200).replace(/^.*[/#:]/, '') : [],
  );
}

/** A string as it stands: the first one, also where it is given with its language. */
export function rawText(value: unknown): string {
  const one = Array.isArray(value) ? list(value)[0] : value;
  const text = get(one, '@value') ?? one;
  return typeof text === 'number' ? cleanText(text) : typeof text === 'string' ? text : '';
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const MARKUP =
  /<(?:br|hr|p|img)\b[^<>]{0,2000}>|<\/(?:a|b|blockquote|code|div|em|h[1-6]|i|li|ol|p|pre|span|strong|u|ul)\s*>/i;

/** One line of plain words. The values are text, but many pages fill them with HTML, or with its entities. */
export function words(value: unknown): string {
  const text = rawText(value);
  if (MARKUP.test(text)) return plainText(text);
  if (!ENTITY.test(text)) return cleanText(text);
  const decoded = plainText(escaped(text));
  return MARKUP.test(decoded) ? plainText(decoded) : decoded;
}

/** A longer text as a body: its line breaks are kept, and whatever HTML it turns out to have. */
export function toBodyFields(value: unknown): { format: 'html' | 'text'; value: string } {
  const text = rawText(value);
  if (MARKUP.test(text)) return { format: 'html', value: text };
  if (!ENTITY.test(text)) return { format: 'text', value: text };
  if (/&lt;\/?(?:p|br|div|a|em|strong)\b/i.test(text)) return { format: 'html', value: plainText(text) };
  const paragraphs = escaped(text)
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  return {
    format: 'html',
    value: paragraphs.map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join(''),
  };
}

/** Entities stay: they are what is to be read. */
function escaped(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `1200`, `"1200"`, `"1200px"`, `{"value": 1200}`. */
export function toNumber(value: unknown): number | undefined {
  const one = get(value, 'value') ?? get(value, '@value') ?? value;
  const number = typeof one === 'string' ? parseFloat(one.slice(0, 20).replaceAll(',', '')) : one;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** An address: of a property that is one, or a thing that has one, or a list of either. */
export function addressOf(value: unknown): string | undefined {
  for (const one of Array.isArray(value) ? value.slice(0, 10) : [value]) {
    const address = isRecord(one) ? (get(one, 'url') ?? get(one, '@value') ?? get(one, '@id')) : one;
    if (typeof address === 'string' && address) return address;
  }
  return undefined;
}
