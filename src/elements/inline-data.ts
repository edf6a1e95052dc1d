import { NewsError } from '../model/news-error.js';

const JSON_CHILD = 'script[type="application/json"]:not([data-role])';
const MAPPING_CHILD = 'script[type="application/json"][data-role="mapping"]';

/** The text of an element's JSON child, if it has one. */
export function inlineJson(element: Element): string | undefined {
  const child = [...element.children].find((candidate) => candidate.matches(JSON_CHILD));
  return child?.textContent ?? undefined;
}

/** The text of the child that describes an API, if there is one. */
export function inlineMapping(element: Element): string | undefined {
  const child = [...element.children].find((candidate) => candidate.matches(MAPPING_CHILD));
  return child?.textContent ?? undefined;
}

/** @throws NewsError of the kind that is given */
export function parseInline(json: string, kind: 'parse' | 'unsupported' = 'parse'): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const what = kind === 'parse' ? 'JSON' : 'mapping';
    throw new NewsError(kind, `The ${what} inside the element is broken: ${why}`);
  }
}

/** Whether a page put something between the tags that a reader can see. */
export function hasFallback(element: Element): boolean {
  return [...element.childNodes].some((node) => {
    if (node instanceof Text) return node.data.trim() !== '';
    return (
      node instanceof Element &&
      !node.hasAttribute('slot') &&
      !node.matches('script,style,template,link,meta')
    );
  });
}
