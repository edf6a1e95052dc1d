/**
 * The script-tag loader: finds the elements that a page uses, now and later, and loads just those. All that an element
 * needs is asked for at once: its code, what that imports, the sanitiser where there is text to sanitise, and the
 * adapter that the URL tells.
 *
 * Never throws. When a file does not arrive, readers keep the page's own fallback.
 */
import type { AdapterEntry } from '../source/adapter-entry.js';
import { ADAPTERS, rowForUrl, type AdapterRow } from '../source/adapter-table.js';

const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'article-card': () => import('./article-card.js'),
  'article-view': () => import('./article-view.js'),
  'comment-thread': () => import('./comment-thread.js'),
  'related-news': () => import('./related-news.js'),
};
const WITH_TEXT = ['article-view', 'comment-thread'];

/** By element, the files that its own file imports, relative to this one; the build writes them here. */
declare const NEWSPRINT_CHUNKS: Readonly<Record<string, readonly string[]>> | undefined;
const chunks = typeof NEWSPRINT_CHUNKS === 'undefined' ? {} : NEWSPRINT_CHUNKS;

const selector = Object.keys(ELEMENTS)
  .map((tag) => `${tag}:not(:defined)`)
  .join();
const asked = new Set<string>();

/** Once each; what failed is tried again when the next element of the kind appears. */
function ask(name: string, load: () => Promise<unknown>, failed?: (error: unknown) => void): void {
  if (asked.has(name)) return;
  asked.add(name);
  load().catch((error: unknown) => {
    asked.delete(name);
    failed?.(error);
  });
}

/** Lit makes its Trusted Types policy as soon as its code runs, and a page that forbids the name makes that throw. */
const complain = (tag: string) => (error: unknown) =>
  console.warn(
    `[newsprint] <${tag}> could not be loaded` +
      (/createPolicy|trusted.?type/i.test(String(error))
        ? ": this page's Content-Security-Policy must allow trusted-types lit-html newsprint 'allow-duplicates'."
        : `: ${String(error)}`),
  );

function discover(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) {
    const tag = element.localName;
    // What is only asked for early is asked for again, and complained of, by the element that needs it.
    ask(tag, ELEMENTS[tag]!, complain(tag));
    for (const file of chunks[tag] ?? [])
      ask(file, () => import(/* @vite-ignore */ new URL(file, import.meta.url).href));
    if (WITH_TEXT.includes(tag)) ask('sanitiser', () => import('../content/render-body.js'));
    for (const row of adaptersOf(element)) ask(row.name, row.load);
  }
}

/** By name, else by the look of each URL: a thread may have several. */
function adaptersOf(element: Element): readonly AdapterRow[] {
  const named = element.getAttribute('adapter');
  if (named) return ADAPTERS.filter(({ name }) => named.split(/\s+/).includes(name));
  const urls = (element.getAttribute('src') ?? '').split(/\s+(?=https?:|at:|\/\w)/);
  return urls.flatMap((url) => rowForUrl(url) ?? []);
}

let planned = false;
/** Pages that render by script change a lot at once: one look at the page for all of it. */
function discoverSoon(): void {
  if (planned) return;
  planned = true;
  queueMicrotask(() => {
    planned = false;
    discover(document);
  });
}

/** Adds an adapter of the page's own; elements that waited for it load again. */
export async function registerAdapter(entry: AdapterEntry): Promise<void> {
  (await import('../source/register-adapter.js')).registerAdapter(entry);
}

discover(document);
new MutationObserver((changes) => {
  if (changes.some(({ addedNodes }) => addedNodes.length > 0)) discoverSoon();
}).observe(document, { childList: true, subtree: true });
