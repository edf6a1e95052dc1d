import { get, isRecord, list } from '../../model/record.js';
import { cleanText, MAX_STRING } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { escapeHtml, escapeLines, figureHtml, type Figure } from './common/html-writer.js';

/*
 * Portable Text, the rich text of Sanity, as HTML: a flat list of blocks, in which lists are blocks with a level. What
 * comes out is as untrusted as what goes in.
 * Source: https://github.com/portabletext/portabletext
 */

const STYLES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'];
const MARKS: Readonly<Record<string, string>> = {
  code: 'code',
  strong: 'strong',
  em: 'em',
  underline: 'u',
  'strike-through': 's',
  sup: 'sup',
  sub: 'sub',
};
/** A list in a list in a list: nobody writes deeper. */
const MAX_LEVEL = 8;

/** Whether a value is such a text, and no other list. */
export function isPortableText(value: unknown): boolean {
  return list(value).some((block) => get(block, '_type') === 'block');
}

/** Blocks as HTML; those of a site's own making, of which nobody knows how they look, are left out. */
export function portableTextToHtml(
  blocks: unknown,
  picture: (image: unknown) => Figure | undefined,
  base: string,
): string {
  const open: string[] = [];
  let html = '';
  for (const block of list(blocks)) {
    if (html.length > MAX_STRING) break;
    if (!isRecord(block)) continue;
    const item = get(block, 'listItem');
    const isItem = get(block, '_type') === 'block' && typeof item === 'string';
    html += toLevel(open, isItem ? levelOf(block) : 0, item === 'number' ? 'ol' : 'ul');
    html += isItem ? inlineHtml(block, base) : blockHtml(block, picture, base);
  }
  return html + toLevel(open, 0);
}

function levelOf(block: unknown): number {
  const level = get(block, 'level');
  return typeof level === 'number' && level >= 1 ? Math.min(Math.floor(level), MAX_LEVEL) : 1;
}

/** Closes and opens lists up to a new item of a level; each that is open has an open item. */
function toLevel(open: string[], level: number, tag = ''): string {
  let html = '';
  while (open.length > level || (open.length > 0 && open.length === level && open.at(-1) !== tag)) {
    html += `</li></${open.pop()}>`;
  }
  if (level > 0 && open.length === level) return `${html}</li><li>`;
  while (open.length < level) {
    open.push(tag);
    html += `<${tag}><li>`;
  }
  return html;
}

function blockHtml(block: unknown, picture: (image: unknown) => Figure | undefined, base: string): string {
  switch (get(block, '_type')) {
    case 'block': {
      const style = get(block, 'style');
      const tag = STYLES.find((known) => known === style) ?? 'p';
      const inside = inlineHtml(block, base);
      return inside && `<${tag}>${inside}</${tag}>`;
    }
    case 'image':
    case 'figure':
    case 'mainImage':
      return figureHtml(picture(block) ?? {}, base);
    case 'code': {
      const code = get(block, 'code');
      const language = get(block, 'language');
      const isKnown = typeof language === 'string' && /^[\w+#-]{1,40}$/.test(language);
      const name = isKnown ? ` class="language-${language}"` : '';
      return typeof code === 'string' ? `<pre><code${name}>${escapeHtml(code)}</code></pre>` : '';
    }
    case 'break':
    case 'divider':
    case 'horizontalRule':
    case 'hr':
      return '<hr>';
    case 'table':
      return tableHtml(block);
    default:
      return '';
  }
}

/** Of the table plugin: rows of cells of plain text. */
function tableHtml(table: unknown): string {
  const rows = list(get(table, 'rows')).map((row) => {
    const cells = list(get(row, 'cells')).map((cell) => `<td>${escapeHtml(cleanText(cell))}</td>`);
    return cells.length > 0 ? `<tr>${cells.join('')}</tr>` : '';
  });
  const inside = rows.join('');
  return inside && `<table>${inside}</table>`;
}

/** The spans of a block. Those that follow each other with the same link are one link. */
function inlineHtml(block: unknown, base: string): string {
  const links = new Map<unknown, string>();
  for (const definition of list(get(block, 'markDefs'))) {
    const href = get(definition, '_type') === 'link' ? safeUrl(get(definition, 'href'), base) : undefined;
    if (href) links.set(get(definition, '_key'), href);
  }
  let html = '';
  let current: string | undefined;
  for (const span of list(get(block, 'children'))) {
    if (html.length > MAX_STRING) break;
    const text = get(span, 'text');
    // Objects within a line are of a site's own making.
    if (typeof text !== 'string' || get(span, '_type') !== 'span') continue;
    const marks = list(get(span, 'marks'));
    const href = marks.map((mark) => links.get(mark)).find(Boolean);
    if (href !== current) {
      html += `${current ? '</a>' : ''}${href ? `<a href="${escapeHtml(href)}">` : ''}`;
      current = href;
    }
    html += Object.entries(MARKS).reduce(
      (inside, [mark, tag]) => (inside && marks.includes(mark) ? `<${tag}>${inside}</${tag}>` : inside),
      escapeLines(text),
    );
  }
  return html + (current ? '</a>' : '');
}
