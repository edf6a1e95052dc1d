import { NS } from '../../../../src/source/adapters/xml.js';

/** The root of some XML, with the prefixes that feeds usually have. */
export function parse(markup: string): Element {
  const prefixes = ['content', 'dc', 'itunes', 'media', 'rdf', 'slash'] as const;
  const declared = prefixes.map((prefix) => `xmlns:${prefix}="${NS[prefix]}"`).join(' ');
  const document = new DOMParser().parseFromString(`<x ${declared}>${markup}</x>`, 'application/xml');
  const root = document.documentElement.firstElementChild!;
  // Stands alone, as the root of a feed does.
  root.remove();
  return root;
}
