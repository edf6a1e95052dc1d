import { get, isRecord, list } from '../../model/record.js';
import { cleanText, MAX_STRING } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { escapeHtml, escapeLines, figureHtml, type Figure } from './common/html-writer.js';

/*
 * Contentful's rich text, a tree of nodes, as HTML. What comes out is as untrusted as what goes in.
 * Source: https://www.contentful.com/developers/docs/concepts/rich-text/
 */

/** How a text finds what it shows but does not contain. */
export interface RichTextLinks {
  /** The entry or asset behind a link, with its fields at the top; `undefined` where it did not come along. */
  readonly follow: (link: unknown) => unknown;
  /** The picture of an asset, or of an entry that has one. */
  readonly picture: (record: unknown) => Figure | undefined;
}

/** Deeper than any editor allows, and shallow enough for a stack. */
const MAX_DEPTH = 24;

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  'heading-1': 'h1',
  'heading-2': 'h2',
  'heading-3': 'h3',
  'heading-4': 'h4',
  'heading-5': 'h5',
  'heading-6': 'h6',
  blockquote: 'blockquote',
  'unordered-list': 'ul',
  'ordered-list': 'ol',
  'list-item': 'li',
  table: 'table',
  'table-row': 'tr',
  'table-cell': 'td',
  'table-header-cell': 'th',
};

const MARKS: Readonly<Record<string, string>> = {
  code: 'code',
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  superscript: 'sup',
  subscript: 'sub',
};

/** A document as HTML; of nodes that are not known, what is inside them. */
export function richTextToHtml(document: unknown, links: RichTextLinks, base: string): string {
  let room = MAX_STRING;
  const take = (html: string) => {
    room -= html.length;
    return room < 0 ? '' : html;
  };

  const children = (node: unknown, depth: number): string =>
    list(get(node, 'content'))
      .map((child) => (depth < MAX_DEPTH && room > 0 && isRecord(child) ? toHtml(child, depth + 1) : ''))
      .join('');

  const link = (url: unknown, inside: string) => {
    const href = safeUrl(url, base);
    return href && inside ? take(`<a href="${escapeHtml(href)}">`) + inside + '</a>' : inside;
  };

  const toHtml = (node: unknown, depth: number): string => {
    const type = get(node, 'nodeType');
    if (type === 'text') return take(marked(get(node, 'value'), get(node, 'marks')));
    if (typeof type === 'string' && Object.hasOwn(TAGS, type)) {
      const tag = TAGS[type]!;
      return take(`<${tag}></${tag}>`) && `<${tag}>${children(node, depth)}</${tag}>`;
    }
    const target = () => links.follow(get(node, 'data', 'target'));
    switch (type) {
      case 'hr':
        return take('<hr>');
      case 'hyperlink':
        return link(get(node, 'data', 'uri'), children(node, depth));
      case 'asset-hyperlink':
        return link(get(target(), 'file', 'url'), children(node, depth));
      case 'entry-hyperlink':
        return link(get(target(), 'url'), children(node, depth));
      case 'embedded-asset-block':
        return take(embedded(target()));
      case 'embedded-entry-block':
        return take(figureHtml(links.picture(target()) ?? {}, base));
      case 'embedded-entry-inline': {
        const words = escapeHtml(cleanText(get(target(), 'title') ?? get(target(), 'name')).slice(0, 300));
        const url = get(target(), 'url');
        return take(url ? link(url, words) : words);
      }
      default:
        return children(node, depth);
    }
  };

  /** What is no picture is a file to be opened. */
  const embedded = (asset: unknown): string => {
    const figure = links.picture(asset);
    if (figure) return figureHtml(figure, base);
    const title = escapeHtml(cleanText(get(asset, 'title') ?? get(asset, 'file', 'fileName')).slice(0, 300));
    return title && `<p>${link(get(asset, 'file', 'url'), title)}</p>`;
  };

  return children(document, 0);
}

function marked(value: unknown, marks: unknown): string {
  const text = typeof value === 'string' ? escapeLines(value) : '';
  const wanted = new Set(list(marks).map((mark) => get(mark, 'type')));
  return Object.entries(MARKS).reduce(
    (html, [mark, tag]) => (html && wanted.has(mark) ? `<${tag}>${html}</${tag}>` : html),
    text,
  );
}
