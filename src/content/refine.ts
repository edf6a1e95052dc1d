import { cleanText } from '../model/text.js';
import { safeUrl } from '../model/url.js';
import { ELEMENTS, REPLACED, type BodyPurpose } from './allow-lists.js';
import { checkAttributes, mediaUrl, mediaUrls, type UrlRules } from './check-attributes.js';

/** What the sanitiser let through, brought into the form in which a page shows it. Works on an inert fragment. */
export function refine(
  fragment: DocumentFragment,
  purpose: BodyPurpose,
  rules: UrlRules,
  shown: Shown,
): void {
  for (const element of fragment.querySelectorAll(REPLACED.join())) {
    if (!isShown(element, purpose, rules, shown)) element.replaceWith(...replacement(element, rules));
  }
  for (const picture of fragment.querySelectorAll('picture')) {
    if (!picture.querySelector('img')) picture.replaceWith(...contentsOf(picture));
  }
  for (const element of fragment.querySelectorAll('*')) {
    checkAttributes(element, rules);
    finish(element, rules);
  }
  demoteHeadings(fragment, shown.headingLevel);
}

export interface Shown {
  readonly images: boolean;
  /** Level of the widget's own title. */
  readonly headingLevel: number;
}

function isShown(element: Element, purpose: BodyPurpose, rules: UrlRules, { images }: Shown): boolean {
  const name = element.localName;
  if (name === 'img' ? !images : !ELEMENTS[purpose].includes(name)) return false;
  const sources = [element, ...(element.closest('picture') ?? element).querySelectorAll('source')];
  return sources.some(
    (source) =>
      mediaUrl(source.getAttribute('src') ?? '', rules) ??
      (name === 'img' ? mediaUrls(source.getAttribute('srcset') ?? '', rules) : undefined),
  );
}

/** The alternative text, else a link to what is not shown, else what it has for browsers that cannot show it. */
function replacement(element: Element, { base, rel }: UrlRules): (string | Node)[] {
  const alt = cleanText(element.getAttribute('alt'));
  if (alt) return [alt];
  const source = element.getAttribute('src') ?? element.querySelector('source')?.getAttribute('src');
  const url = safeUrl(source, base, 'media');
  if (!url) return contentsOf(element);
  const { host } = new URL(url);
  // A link in a link could not be told from it.
  if (element.closest('a')) return [host];
  const link = element.ownerDocument.createElement('a');
  link.setAttribute('href', url);
  link.setAttribute('rel', rel);
  link.textContent = host;
  return [link];
}

/** Without sources, which are nothing by themselves. In a frame, markup stands as text. */
function contentsOf(element: Element): Node[] {
  for (const source of element.querySelectorAll('source,track')) source.remove();
  return element.localName === 'iframe' ? [] : [...element.childNodes];
}

function finish(element: Element, { rel }: UrlRules): void {
  const set = (attributes: Record<string, string>) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
  switch (element.localName) {
    case 'a':
      if (element.hasAttribute('href')) set({ rel, target: '_blank', referrerpolicy: 'no-referrer' });
      break;
    case 'img':
      set({ loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' });
      if (!element.hasAttribute('alt')) set({ alt: '' });
      break;
    case 'video':
    case 'audio':
      set({ controls: '', preload: 'none' });
      break;
  }
}

/** The highest heading of the text comes one below the widget's own title; the others keep their distance. */
function demoteHeadings(fragment: DocumentFragment, level: number): void {
  const headings = [...fragment.querySelectorAll('h1,h2,h3,h4,h5,h6')];
  const highest = Math.min(...headings.map((heading) => Number(heading.localName[1])));
  for (const heading of headings) {
    const wanted = Math.min(6, Number(heading.localName[1]) - highest + level + 1);
    if (heading.localName === `h${wanted}`) continue;
    const renamed = heading.ownerDocument.createElement(`h${wanted}`);
    for (const { name, value } of heading.attributes) renamed.setAttribute(name, value);
    renamed.append(...heading.childNodes);
    heading.replaceWith(renamed);
  }
}
