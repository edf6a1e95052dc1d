import { cleanText } from '../model/text.js';
import { ALL_ATTRIBUTES, ELEMENTS, type BodyPurpose } from './allow-lists.js';

// What begins and ends a line, beside the elements that a body may have anyway.
const BLOCKS = new Set(
  (
    'address article aside caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr legend main nav optgroup option search section summary table tbody tfoot thead tr'
  ).split(' '),
);
/** What stands on one line with its neighbours, a space between them. */
const CELLS = new Set(['td', 'th', 'rt']);
/** Old names of elements that a body may have. */
const RENAMED: Readonly<Record<string, string>> = {
  dir: 'ul',
  listing: 'pre',
  menu: 'ul',
  plaintext: 'pre',
  strike: 's',
  tt: 'code',
  xmp: 'pre',
};

/**
 * Before the sanitiser: brings what it would drop with all its words, or run together with its neighbours, into a form
 * that it keeps. Nothing is made safe here.
 */
export function tidy(body: HTMLElement, purpose: BodyPurpose): void {
  withoutTraps(body);
  for (const svg of body.querySelectorAll('svg')) svg.replaceWith(wordsOfPicture(svg));
  for (const math of body.querySelectorAll('math')) math.replaceWith(wordsOfFormula(math));
  for (const embed of body.querySelectorAll('embed,object')) asFrame(embed);
  if (purpose === 'comment') withOneSource(body);
  // From the inside out, so that an element sees what its children have become.
  for (const element of [...body.querySelectorAll('*')].reverse()) {
    const name = element.localName;
    if (ELEMENTS[purpose].includes(name)) continue;
    if (Object.hasOwn(RENAMED, name)) rename(element, RENAMED[name]!);
    else if (CELLS.has(name)) element.append(' ');
    else if (BLOCKS.has(name)) asBlock(element, purpose);
  }
}

/** Each of these makes the sanitiser drop an element with its words. */
function withoutTraps(body: HTMLElement): void {
  const comments = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  for (const comment of found) comment.remove();
  // By way of the prototype: `<form><input name=removeAttribute>`.
  for (const element of body.querySelectorAll('[id],[name]')) {
    for (const name of ['id', 'name']) Element.prototype.removeAttribute.call(element, name);
  }
  // Also without the attribute an element stays what it was made as, and a copy of it becomes an element of the page's own
  // (`customElements.define(…, {extends: 'p'})`). Only another one is a plain one.
  for (const element of body.querySelectorAll('[is]')) {
    const name = element.localName;
    if (!ELEMENTS.article.includes(name) && name !== 'iframe') continue;
    const plain = rename(element, name);
    // Others would be dropped later, and a page that enforces Trusted Types forbids to set some of them.
    for (const attribute of ALL_ATTRIBUTES)
      if (element.hasAttribute(attribute)) plain.setAttribute(attribute, element.getAttribute(attribute)!);
  }
}

/** A drawing has its title, or else the words that are drawn. */
function wordsOfPicture(svg: Element): string {
  for (const code of svg.querySelectorAll('script,style,noframes')) code.remove();
  const titles = svg.querySelectorAll(':scope > title');
  const words = titles.length > 0 ? titles : svg.querySelectorAll('text,foreignObject');
  return cleanText([...words].map(({ textContent }) => textContent).join(' '));
}

/** A formula is its text, without its source in another language. */
function wordsOfFormula(math: Element): string {
  for (const aside of math.querySelectorAll('annotation,annotation-xml,script,style,noframes'))
    aside.remove();
  return cleanText(math.getAttribute('alttext')) || cleanText(math.textContent);
}

/** What is embedded, one way or the other, becomes a link later on. What stands in it for browsers that cannot, stays. */
function asFrame(embed: Element): void {
  const address = embed.getAttribute(embed.localName === 'embed' ? 'src' : 'data');
  if (!address || embed.textContent.trim() || embed.querySelector('img,embed,object,iframe')) return;
  const frame = embed.ownerDocument.createElement('iframe');
  frame.setAttribute('src', address);
  embed.replaceWith(frame);
}

/** A comment has no sources, but the link that comes instead of a film needs one. */
function withOneSource(body: HTMLElement): void {
  for (const media of body.querySelectorAll('video:not([src]),audio:not([src])')) {
    const address = media.querySelector('source')?.getAttribute('src');
    if (address) media.setAttribute('src', address);
  }
}

function asBlock(element: Element, purpose: BodyPurpose): void {
  if (purpose === 'article') rename(element, 'div');
  else if (!element.hasChildNodes()) rename(element, 'br');
  else if (element.querySelector('p,ul,ol,pre,blockquote')) element.replaceWith(...element.childNodes);
  else rename(element, 'p');
}

function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}
