import type { BodyPurpose } from './allow-lists.js';

/** UTF-16 code units of one body. */
export const MAX_BODY = 512 * 1024;
/** Markdown costs more than HTML: marked is still super-linear on hostile input. */
export const MAX_MARKDOWN: Readonly<Record<BodyPurpose, number>> = { comment: 10_000, article: 100 * 1024 };
/** Longest run of ASCII without white space in Markdown; languages that write without spaces are not ASCII. */
const MAX_RUN = 2000;
/** Quotes and lists in each other, in Markdown. */
const MAX_NESTING = 32;
/** Opening angle brackets. Thousands of unknown tags cost the sanitiser quadratic time. */
const MAX_TAGS: Readonly<Record<BodyPurpose, number>> = { comment: 1000, article: 8000 };
/** Attributes of one tag: the same cost, within one element. */
const MAX_ATTRIBUTES = 200;
const MAX_NODES = 20_000;
const MAX_DEPTH = 128;

/** Whether Markdown is worth parsing, by what it costs at worst. */
export function isReasonableMarkdown(text: string, purpose: BodyPurpose): boolean {
  if (text.length > MAX_MARKDOWN[purpose]) return false;
  if (new RegExp(`[!-~]{${MAX_RUN + 1}}`).test(text)) return false;
  for (const line of text.split('\n')) {
    const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)![0];
    if (prefix.replace(/[ \t\d]/g, '').length > MAX_NESTING) return false;
  }
  return true;
}

/** Whether HTML is worth parsing. One walk, whatever stands in it. */
export function isReasonableHtml(html: string, purpose: BodyPurpose): boolean {
  if (html.length > MAX_BODY) return false;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1))
    if (++tags > MAX_TAGS[purpose]) return false;
  return true;
}

/** Whether parsed HTML is worth sanitising: no element is nearly all attributes. */
export function hasReasonableAttributes(parsed: Document): boolean {
  for (const element of parsed.querySelectorAll('*'))
    if (element.attributes.length > MAX_ATTRIBUTES) return false;
  return true;
}

/** Whether what came out is small enough for a page. */
export function isReasonableFragment(fragment: DocumentFragment): boolean {
  let nodes = 0;
  let depth = 0;
  let node: Node | null = fragment.firstChild;
  if (node) depth = 1;
  while (node) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) return false;
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode === fragment ? null : node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
  return true;
}
