import { escapeStray } from './text.js';

/** Tags that a guest may use in a comment; core allows these and a few more, without attributes that style. */
const INLINE = /^(?:b|strong|i|em|cite|code|del|s|q|blockquote)$/;

/**
 * What is stored of a posted comment: known tags stay, other tags go, text is kept but cannot be markup.
 * A text of `a < b > c` loses its middle, as it does in core: comments are HTML.
 *
 * @param {string} html
 */
export function filterComment(html) {
  const open = [];
  const filtered = html.replace(/<[^>]*>|[^<]+|</g, (piece) => {
    const tag = /^<(\/?)([a-z]+)\b([^>]*)>$/i.exec(piece);
    if (!tag) return piece.startsWith('<') && piece.endsWith('>') ? '' : escapeStray(piece);
    const name = tag[2].toLowerCase();
    if (tag[1]) return closeTag(open, name);
    if (INLINE.test(name)) {
      open.push(name);
      return `<${name}>`;
    }
    const href = name === 'a' && /\bhref\s*=\s*(["'])(https?:\/\/[^"'<>\s]+)\1/i.exec(tag[3])?.[2];
    if (!href) return '';
    open.push('a');
    return `<a href="${escapeStray(href)}" rel="nofollow ugc">`;
  });
  return (
    filtered +
    [...open]
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}

/** Closes what is open inside as well, so that the stored HTML always nests. */
function closeTag(open, name) {
  const index = open.lastIndexOf(name);
  if (index < 0) return '';
  return open
    .splice(index)
    .reverse()
    .map((inner) => `</${inner}>`)
    .join('');
}

/**
 * Paragraphs and line breaks for display, from text with blank lines and newlines.
 *
 * @param {string} stored
 */
export function paragraphs(stored) {
  return stored
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${part.trim().replaceAll('\n', '<br />\n')}</p>\n`)
    .join('');
}
