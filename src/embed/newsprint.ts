/**
 * The script-tag loader: finds the elements that a page uses, now and later, and loads just those. All that an element
 * needs is asked for at once: its code, what that imports, the sanitiser where there is text to sanitise, and the
 * adapter that the URL tells.
 *
 * Never throws. When a file does not arrive, readers keep the page's own fallback.
 */
import { adapterForUrl } from '../source/url-hint.js';

const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'article-card': () => import('./article-card.js'),
  'article-view': () => import('./article-view.js'),
  'comment-thread': () => import('./comment-thread.js'),
  'related-news': () => import('./related-news.js'),
};
const WITH_TEXT = ['article-view', 'comment-thread'];
const ADAPTERS: Readonly<Record<string, () => Promise<unknown>>> = {
  wordpress: () => import('../source/adapters/wordpress.js'),
  'json-feed': () => import('../source/adapters/json-feed.js'),
  rss: () => import('../source/adapters/rss.js'),
};

/** By element, the files that its own file imports, relative to this one; the build writes them here. */
declare const NEWSPRINT_CHUNKS: Readonly<Record<string, readonly string[]>> | undefined;
const chunks = typeof NEWSPRINT_CHUNKS === 'undefined' ? {} : NEWSPRINT_CHUNKS;

const selector = Object.keys(ELEMENTS)
  .map((tag) => `${tag}:not(:defined)`)
  .join();
const asked = new Set<string>();

/** Once each; a failure is said once and tried again when the next element of the kind appears. */
function ask(name: string, load: () => Promise<unknown>): void {
  if (asked.has(name)) return;
  asked.add(name);
  load().catch((error: unknown) => {
    asked.delete(name);
    console.warn(`[newsprint] ${name} could not be loaded:`, error);
  });
}

function discover(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) {
    const tag = element.localName;
    ask(tag, ELEMENTS[tag]!);
    for (const file of chunks[tag] ?? [])
      ask(file, () => import(/* @vite-ignore */ new URL(file, import.meta.url).href));
    if (WITH_TEXT.includes(tag)) ask('sanitiser', () => import('../content/render-body.js'));
    const adapter = element.getAttribute('adapter') ?? adapterForUrl(element.getAttribute('src') ?? '')?.name;
    if (adapter && Object.hasOwn(ADAPTERS, adapter)) ask(adapter, ADAPTERS[adapter]!);
  }
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

discover(document);
new MutationObserver((changes) => {
  if (changes.some(({ addedNodes }) => addedNodes.length > 0)) discoverSoon();
}).observe(document, { childList: true, subtree: true });
