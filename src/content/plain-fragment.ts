import { parseInert } from '../model/inert-document.js';
import { plainText } from '../model/text.js';
import { safeUrl } from '../model/url.js';
import { MAX_BODY, MAX_NODES } from './limits.js';

const LINK = /https?:\/\/[^\s<>"'`]{1,2000}/g;
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Text as paragraphs, with line breaks and addresses as links. */
export function plainFragment(text: string, rel: string): DocumentFragment {
  // A document of its own, so that building costs the page nothing and loads nothing.
  const inert = document.implementation.createHTMLDocument('');
  const fragment = inert.createDocumentFragment();
  const whole = bounded(text).replace(/\r\n?/g, '\n').trim();
  if (isMinced(whole)) {
    fragment.append(inert.createElement('p'));
    fragment.firstElementChild!.append(whole);
    return fragment;
  }
  for (const paragraph of whole.split(/\n[ \t]*\n\s*/)) {
    if (!paragraph) continue;
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

/** Half a megabyte of nothing but line ends, or of addresses: each makes up to three nodes. Its words are shown as one. */
function isMinced(text: string): boolean {
  return text.split(/\n|https?:/).length > MAX_NODES / 3;
}

/** What is cut off is marked, and no character is cut in two. */
function bounded(text: string): string {
  return text.length > MAX_BODY ? `${text.slice(0, MAX_BODY).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function withLinks(line: string, inert: Document, rel: string): (string | Node)[] {
  const parts: (string | Node)[] = [];
  let end = 0;
  for (const match of line.matchAll(LINK)) {
    const address = withoutTrailing(match[0]);
    const url = safeUrl(address);
    if (!url) continue;
    const link = inert.createElement('a');
    link.setAttribute('href', url);
    link.setAttribute('rel', rel);
    link.setAttribute('target', '_blank');
    link.setAttribute('referrerpolicy', 'no-referrer');
    link.textContent = address;
    parts.push(line.slice(end, match.index), link);
    end = match.index + address.length;
  }
  return [...parts, line.slice(end)].filter((part) => part !== '');
}

/**
 * Without what ends a sentence rather than an address. A closing bracket belongs to the address only when its opening
 * one does, as in `…/Elbe_(river)`. One walk from the end, since an address may be 2,000 brackets.
 */
function withoutTrailing(address: string): string {
  const count = (character: string) => address.split(character).length;
  const surplus = Object.fromEntries(
    Object.entries(BRACKETS).map(([closing, opening]) => [closing, count(closing) - count(opening)]),
  );
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (surplus[last]! > 0) surplus[last]!--;
    else if (!'.,;:!?…'.includes(last)) break;
  }
  return address.slice(0, end);
}

// What no browser shows; `noframes` is what `<style>` is parsed as, see `withoutReports()`.
const SKIPPED = 'script,noframes,template,noscript,title,iframe,svg,math';
const BLOCKS =
  'p,div,li,ul,ol,h1,h2,h3,h4,h5,h6,blockquote,section,figure,figcaption,table,tr,pre,dl,dt,dd,hr,details,summary';

/** The words of HTML with their paragraphs, for markup that is given up. */
export function wordsOf(html: string): string {
  const body = parseInert(html.slice(0, MAX_BODY), 'text/html')?.body;
  // Frames instead of a body, and where the parser stops reading there may be words.
  const words = body?.localName === 'body' ? wordsIn(body) : wordsBetweenTags(html.slice(0, MAX_BODY));
  return html.length > MAX_BODY ? `${words}…` : words;
}

function wordsIn(body: HTMLElement): string {
  for (const element of body.querySelectorAll(SKIPPED)) element.remove();
  for (const image of body.querySelectorAll('img')) image.replaceWith(image.alt);
  const lines = () => Array.from({ length: 2 }, () => body.ownerDocument.createElement('br'));
  for (const block of body.querySelectorAll(BLOCKS)) {
    block.prepend(...lines());
    block.append(...lines());
  }
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) words.push((node as Text).data.replace(/\s+/g, ' '));
    else if ((node as Element).localName === 'br') words.push('\n');
    else if (/^t[dh]$/.test((node as Element).localName)) words.push(' ');
  }
  return words.join('').trim();
}

/** The same for HTML that is not parsed: because the page forbids it, or because it would take too long. */
function wordsBetweenTags(html: string): string {
  // `[^<>]`: with `[^>]` a text of nothing but `<` would be walked once for each of them.
  const escaped = html
    .replace(/<(script|style|template|title)\b[^]*?(?:<\/\1\b[^<>]*>?|$)/gi, '')
    .replace(/<\/?(?:p|br|div|li|tr|h[1-6]|blockquote)\b[^<>]*>/gi, '\n\n')
    .replace(/<[^<>]*>/g, '')
    .replaceAll('<', '&lt;');
  // A text without tags is quickly parsed. Where nothing is parsed at all, `plainText()` knows the common entities.
  const words =
    parseInert(escaped, 'text/html')?.body.textContent ?? escaped.split('\n').map(plainText).join('\n');
  return words.trim();
}
