/** A web address; a bracket belongs to it when it is closed again. */
const ADDRESS = /(?:https?|ftp):\/\/(?:[^\s<>"'`\\()]|\([^\s<>"'`\\()]*\))+/gi;
/** What a sentence puts behind an address. */
const AFTER_ADDRESS = '.,;:!?*_~|[]{}';
/** What some parser or other takes for markup in the middle of a line. */
const MARKS = /[\\`*_[\]|<>&~^)]/g;
/** What Waline adds: TeX, emoji (`:tada:`, `8-)`), curly quotes, ellipses and dashes. */
const TYPOGRAPHIC = /[$:"']|[.!?,+-]{2,}/g;
/** What some parsers make an address of, with all that follows: the dot is escaped. */
const BARE_ADDRESS = /\bwww(?=\.)/gi;
/** What is markup only where a line begins: heading, list, rule, table. */
const LINE_START = /^(?:[#+\-=:]|\d{1,9}(?=\.))/;

/**
 * Plain text as Markdown that shows the same again: for sources that store what a reader writes as Markdown. Only marks
 * are escaped that Misaka, which knows fewer than CommonMark does, takes a backslash before; no entities, which Mistune
 * shows as they stand. Web addresses become links.
 *
 * @param typographic whether the source also makes emoji, formulas and curly quotes of what it reads
 */
export function escapeMarkdown(text: string, typographic = false): string {
  const lines = text.split(/\r\n?|\n/).map((line) => escapeLine(line.trimEnd(), typographic));
  // Two spaces before a line feed break the line in every Markdown; that a line feed alone does is a setting.
  return lines.map((line, index) => (line && lines[index + 1] ? `${line}  ` : line)).join('\n');
}

function escapeLine(line: string, typographic: boolean): string {
  const indent = /^[ \t]*/.exec(line)![0];
  const words = line.slice(indent.length);
  let escaped = '';
  let end = 0;
  for (const match of words.matchAll(ADDRESS)) {
    const address = withoutSigns(match[0]);
    escaped += `${escapeWords(words.slice(end, match.index), typographic)}<${address}>`;
    end = match.index + address.length;
  }
  escaped += escapeWords(words.slice(end), typographic);
  escaped = escaped.replace(LINE_START, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
  // Four spaces would be code.
  return indent.replaceAll('\t', '    ').replaceAll(' ', '\u00A0') + escaped;
}

/** By hand: a pattern that has to reach the end would be tried from each of many thousand signs. */
function withoutSigns(address: string): string {
  let end = address.length;
  while (end > 0 && AFTER_ADDRESS.includes(address[end - 1]!)) end--;
  return address.slice(0, end);
}

function escapeWords(words: string, typographic: boolean): string {
  const escaped = words.replace(MARKS, '\\$&').replace(BARE_ADDRESS, '$&\\');
  return typographic ? escaped.replace(TYPOGRAPHIC, (marks) => marks.replace(/./g, '\\$&')) : escaped;
}
