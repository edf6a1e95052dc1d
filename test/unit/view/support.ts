import { render } from 'lit';

/** Draws a template into an element of its own. */
export function draw(template: unknown): HTMLElement {
  const stage = document.createElement('div');
  render(template, stage);
  return stage;
}

/** White space folded. */
export function words(element: Element): string {
  return element.textContent!.replace(/\s+/g, ' ').trim();
}

/** Texts and attribute values that contain half a character. */
export function halves(element: Element): string[] {
  const attributes = [...element.querySelectorAll('*')].flatMap((child) => [...child.attributes]);
  const texts = [element.textContent!, ...attributes.map(({ value }) => value)];
  return texts.filter((text) => /\p{Surrogate}/u.test(text));
}

/** How many there are. A count rather than an element, since the runner never ends when it has to report an element. */
export function countOf(element: Element, selector: string): number {
  return element.querySelectorAll(selector).length;
}
