import { parseInert } from '../model/inert-document.js';
import { MAX_BODY } from './limits.js';

const LINK = /https?:\/\/[^\s<>"'`]{1,2000}/g;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?…]+$|[)\]}]+[.,;:!?…]*$/;

/** Text as paragraphs, with line breaks and addresses as links. */
export function plainFragment(text: string, rel: string): DocumentFragment {
  // A document of its own, so that building costs the page nothing and loads nothing.
  const inert = document.implementation.createHTMLDocument('');
  const fragment = inert.createDocumentFragment();
  for (const paragraph of text
    .slice(0, MAX_BODY)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)) {
    if (!paragraph.trim()) continue;
    const p = inert.createElement('p');
    paragraph
      .trim()
      .split('\n')
      .forEach((line, index) => {
        if (index > 0) p.append(inert.createElement('br'));
        p.append(...withLinks(line, inert, rel));
      });
    fragment.append(p);
  }
  return fragment;
}

function withLinks(line: string, inert: Document, rel: string): (string | Node)[] {
  const parts: (string | Node)[] = [];
  let end = 0;
  for (const match of line.matchAll(LINK)) {
    const address = withoutTrailing(match[0]);
    if (!isUrl(address)) continue;
    const link = inert.createElement('a');
    link.setAttribute('href', address);
    link.setAttribute('rel', rel);
    link.setAttribute('target', '_blank');
    link.setAttribute('referrerpolicy', 'no-referrer');
    link.textContent = address;
    parts.push(line.slice(end, match.index), link);
    end = match.index + address.length;
  }
  return [...parts, line.slice(end)].filter((part) => part !== '');
}

/** A closing bracket belongs to the address only when its opening one does, as in `…/Elbe_(river)`. */
function withoutTrailing(address: string): string {
  let text = address;
  for (let cut = TRAILING.exec(text); cut; cut = TRAILING.exec(text)) {
    const kept = text.slice(0, cut.index);
    if (cut[0].startsWith(')') && kept.split('(').length > kept.split(')').length) {
      const closed = `${kept})`;
      return closed.length === text.length ? text : closed;
    }
    text = kept;
  }
  return text;
}

function isUrl(address: string): boolean {
  try {
    return Boolean(new URL(address).host);
  } catch {
    return false;
  }
}

// `noframes` is what `<style>` is parsed as: see `withoutReports()`.
const SKIPPED = 'script,noframes,template,noscript,textarea,title,object,embed,svg,math,select,button';
const BLOCKS =
  /^(?:p|div|li|ul|ol|h[1-6]|blockquote|section|figure|figcaption|table|tr|pre|dl|dt|dd|hr|details|summary)$/;

/** The words of HTML with their paragraphs, for markup that is given up. */
export function wordsOf(html: string): string {
  const parsed = parseInert(html.slice(0, MAX_BODY), 'text/html');
  // `[^<>]`: with `[^>]` a text of nothing but `<` would be walked once for each of them.
  if (!parsed)
    return html.replace(/<\/?(?:p|br|div|li|h[1-6]|blockquote)\b[^<>]*>/gi, '\n\n').replace(/<[^<>]*>/g, '');
  for (const element of parsed.querySelectorAll(SKIPPED)) element.remove();
  const walker = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) words.push((node as Text).data.replace(/\s+/g, ' '));
    else if ((node as Element).localName === 'br') words.push('\n');
    else if (BLOCKS.test((node as Element).localName)) words.push('\n\n');
  }
  return words.join('').trim();
}
