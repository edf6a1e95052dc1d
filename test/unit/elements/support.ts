import 'axe-core';
import { expect } from 'chai';
import { NewsError, type NewsErrorKind } from '../../../src/model/news-error.js';
import type { Adapter } from '../../../src/source/adapter.js';
import { registerAdapter } from '../../../src/source/registry.js';

declare const axe: typeof import('axe-core');

/** Puts markup into the page as a parser would, and takes it away after the test. */
export function fixture<E extends HTMLElement>(markup: string): E {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  const stage = Object.assign(document.createElement('div'), { className: 'fixture' });
  stage.append(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  document.body.append(stage);
  return stage.firstElementChild as E;
}

export function clearFixtures(): void {
  for (const stage of document.querySelectorAll('body > .fixture')) stage.remove();
}

/** Waits for an event of the element; fails by mocha's own timeout. */
export function once<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) =>
    target.addEventListener(type, (event) => resolve(event as E), { once: true }),
  );
}

export async function until(condition: () => unknown): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The words of the shadow tree, white space folded. Not `innerText`, which has no words for what is far off screen. */
export function shownText(element: Element): string {
  return wordsOf(element.shadowRoot!.querySelector('.frame')!);
}

export function wordsOf(element: Element): string {
  return element.textContent!.replace(/\s+/g, ' ').trim();
}

/** Fails with the rules that are broken, and where. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element.parentElement!, {
    // A fixture is no page: it has no landmarks and may begin with any heading.
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
    },
  });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(found).to.deep.equal([]);
}

let adapters = 0;

/** An adapter under a name of its own, for the `adapter` attribute. */
export function adapterNamed(adapter: Adapter): string {
  const name = `test-${++adapters}`;
  registerAdapter({ name, load: async () => adapter });
  return name;
}

export const never = (): Promise<never> => new Promise(() => {});
export const refuse = (kind: NewsErrorKind) => (): Promise<never> =>
  Promise.reject(new NewsError(kind, 'as the test wants'));

/** A promise to be kept later. */
export function deferred<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((keep, breakIt) => {
    resolve = keep;
    reject = breakIt;
  });
  return { promise, resolve, reject };
}
