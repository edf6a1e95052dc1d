import { NewsError } from '../model/news-error.js';
import type { AdapterEntry } from './adapter-entry.js';
import { ADAPTERS } from './adapter-table.js';
import type { Adapter } from './adapter.js';
import type { Io } from './io.js';

/** An adapter, and the URL that it reads: another one than the page gave where that was a page of the site. */
export interface FoundSource {
  readonly adapter: Adapter;
  readonly src: string;
}

const registered: AdapterEntry[] = [];
const listeners = new Set<() => void>();
const builtIn: readonly AdapterEntry[] = ADAPTERS.map(({ name, url, load }) => ({
  name,
  matchesUrl: (src) => url?.test(src) ?? false,
  load: async () => (await load()).adapter,
}));

/** Adds an adapter, or replaces the one of the same name. It is asked before those that came earlier. */
export function registerAdapter(entry: AdapterEntry): void {
  const known = registered.findIndex(({ name }) => name === entry.name);
  if (known >= 0) registered.splice(known, 1);
  registered.unshift(entry);
  for (const listener of listeners) listener();
}

/** Calls back when an adapter was added. @returns how to stop that */
export function onAdapters(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Those that the page registered, the latest first, then those that come with the library. */
function entries(): readonly AdapterEntry[] {
  return [...registered, ...builtIn.filter(({ name }) => !registered.some((own) => own.name === name))];
}

/** Names that the `adapter` attribute takes. */
export function adapterNames(): readonly string[] {
  return [...entries().map(({ name }) => name), 'json'];
}

export interface SourceRequest {
  readonly src: string;
  /** Value of the `adapter` attribute; empty to find out. */
  readonly adapter?: string;
  /** What the page says about an API that nobody has heard of: the parsed `data-role="mapping"` child. */
  readonly mapping?: unknown;
}

/**
 * The adapter for a source: by name, else by the look of its URL, else by the shape of the answer (which the adapter
 * then reads again without a second request).
 *
 * @throws NewsError `unsupported` when nobody knows this API, and when two do; `unreachable` when the adapter's code
 *   does not arrive
 */
export async function findSource(
  { src, adapter: name, mapping }: SourceRequest,
  io: Io,
): Promise<FoundSource> {
  if (name === 'json' || (!name && mapping !== undefined))
    return { src, adapter: await mapped(src, mapping) };
  const known = entries();
  const entry = name ? known.find((candidate) => candidate.name === name) : onlyOne(byUrl(known, src), src);
  if (entry) return { src, adapter: await loaded(entry, src) };
  if (name) {
    throw new NewsError(
      'unsupported',
      `No adapter is called "${name}". There are: ${adapterNames().join(', ')}.`,
      {
        url: src,
      },
    );
  }
  const { findByAnswer } = await code(() => import('./detect.js'), 'to find the adapter', src);
  const found = await findByAnswer(src, registered, io);
  const detected = onlyOne(
    known.filter((candidate) => found.names.includes(candidate.name)),
    src,
  );
  if (detected) return { src: found.src, adapter: await loaded(detected, src) };
  throw new NewsError(
    'unsupported',
    'No adapter knows this answer. Name one with the adapter attribute, or describe the API with a mapping ' +
      `(adapter="json"). There are: ${adapterNames().join(', ')}.`,
    { url: src },
  );
}

/** What the page registered goes before what comes with the library: then it is no question which one is meant. */
function byUrl(known: readonly AdapterEntry[], src: string): readonly AdapterEntry[] {
  const matching = known.filter((candidate) => candidate.matchesUrl?.(src));
  const own = matching.find((candidate) => registered.includes(candidate));
  return own ? [own] : matching;
}

/** @throws NewsError `unsupported` which says what to write */
function onlyOne(matching: readonly AdapterEntry[], src: string): AdapterEntry | undefined {
  if (matching.length < 2) return matching[0];
  const choices = matching.map(({ name }) => `adapter="${name}"`).join(' or ');
  throw new NewsError('unsupported', `More than one adapter can read this. Write ${choices}.`, { url: src });
}

async function loaded(entry: AdapterEntry, src: string): Promise<Adapter> {
  return code(() => entry.load(), `for ${entry.name}`, src);
}

async function mapped(src: string, mapping: unknown): Promise<Adapter> {
  const { mappedAdapter } = await code(() => import('./adapters/json.js'), 'for mappings', src);
  return mappedAdapter(mapping);
}

async function code<T>(load: () => Promise<T>, what: string, url: string): Promise<T> {
  try {
    return await load();
  } catch {
    throw new NewsError('unreachable', `The code ${what} could not be loaded.`, {
      url,
      code: 'code-missing',
    });
  }
}
