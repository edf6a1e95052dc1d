import { countTags } from '../model/parse-cost.js';
import type { BodyPurpose } from './allow-lists.js';

/** UTF-16 code units of one body. */
export const MAX_BODY = 512 * 1024;
/** Markdown costs more than HTML: marked is still super-linear on hostile input. */
export const MAX_MARKDOWN: Readonly<Record<BodyPurpose, number>> = { comment: 10_000, article: 100 * 1024 };
/** Longest run of ASCII without white space in Markdown; languages that write without spaces are not ASCII. */
const MAX_RUN = 2000;
/** Quotes and lists in each other, in Markdown. */
const MAX_NESTING = 32;
/** Of Markdown: tens of thousands of one-character lines cost quadratic time as well. */
const MAX_LINES = 5000;
/** Opening angle brackets. Thousands of unknown tags cost the sanitiser quadratic time. */
const MAX_TAGS: Readonly<Record<BodyPurpose, number>> = { comment: 1000, article: 8000 };
/** Attributes of one tag: the same cost, within one element. */
const MAX_ATTRIBUTES = 200;
export const MAX_NODES = 20_000;
const MAX_DEPTH = 128;

/** Whether Markdown is worth parsing, by what it costs at worst. */
export function isReasonableMarkdown(text: string, purpose: BodyPurpose): boolean {
  if (text.length > MAX_MARKDOWN[purpose]) return false;
  if (text.split(/[^!-~]+/).some((run) => run.length > MAX_RUN)) return false;
  const lines = text.split(/\r\n?|\n/);
  if (lines.length > MAX_LINES) return false;
  for (const line of lines) {
    const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)![0];
    if (prefix.replace(/[ \t\d]/g, '').length > MAX_NESTING) return false;
  }
  return true;
}

/** Whether HTML is worth parsing, beside what `isParseable()` says. */
export function isReasonableHtml(html: string, purpose: BodyPurpose): boolean {
  return html.length <= MAX_BODY && countTags(html) <= MAX_TAGS[purpose];
}

/** Whether parsed HTML is worth sanitising: there is not too much of it, and no element is nearly all attributes. */
export function isReasonableInput(body: HTMLElement): boolean {
  if (!isSmall(body, Infinity)) return false;
  for (const element of body.querySelectorAll('*'))
    if (element.attributes.length > MAX_ATTRIBUTES) return false;
  return true;
}

/** Whether what came out is small enough for a page. */
export function isReasonableFragment(fragment: DocumentFragment): boolean {
  return isSmall(fragment, MAX_DEPTH);
}

/** Walks without recursion, and no further than the limits. */
function isSmall(root: Node, maxDepth: number): boolean {
  let nodes = 0;
  let depth = 0;
  let node: Node | null = root.firstChild;
  if (node) depth = 1;
  while (node) {
    if (++nodes > MAX_NODES || depth > maxDepth) return false;
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode === root ? null : node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
  return true;
}
