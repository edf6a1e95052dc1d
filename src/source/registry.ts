import { NewsError } from '../model/news-error.js';
import { get, isRecord } from '../model/record.js';
import type { Adapter } from './adapter.js';
import type { Io } from './io.js';
import { adapterForUrl } from './url-hint.js';

/** How an adapter is found and fetched. */
export interface AdapterEntry {
  /** Value of the `adapter` attribute. */
  readonly name: string;
  /** Whether a URL is surely of this API. Asked before anything is requested. */
  matchesUrl?(url: string): boolean;
  /** Whether an answer is of this API: `json` is the parsed answer, `text` its beginning when it is no JSON. */
  matchesAnswer?(answer: { readonly json?: unknown; readonly text?: string }): boolean;
  /** Adapters are code that only pages with such a source load. */
  load(): Promise<Adapter>;
}

const sureOf = (name: string) => (url: string) => {
  const hint = adapterForUrl(url);
  return hint?.name === name && hint.sure;
};

const entries: AdapterEntry[] = [
  {
    name: 'wordpress',
    matchesUrl: sureOf('wordpress'),
    matchesAnswer: ({ json }) => {
      const post = Array.isArray(json) ? json[0] : json;
      return isRecord(get(post, 'title')) && typeof get(post, 'title', 'rendered') === 'string';
    },
    load: async () => (await import('./adapters/wordpress.js')).adapter,
  },
  {
    name: 'json-feed',
    matchesAnswer: ({ json }) => {
      const version = get(json, 'version');
      return typeof version === 'string' && /^https?:\/\/jsonfeed\.org\/version\//.test(version);
    },
    load: async () => (await import('./adapters/json-feed.js')).adapter,
  },
  {
    name: 'rss',
    matchesAnswer: ({ text = '' }) => /<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]/.test(text),
    load: async () => (await import('./adapters/rss.js')).adapter,
  },
];

/** Adds an adapter, or replaces the one of the same name. It is asked before those that came earlier. */
export function registerAdapter(entry: AdapterEntry): void {
  const known = entries.findIndex(({ name }) => name === entry.name);
  if (known >= 0) entries.splice(known, 1);
  entries.unshift(entry);
}

/**
 * The adapter for a source: by name, else by the look of its URL, else by the shape of the answer (which the adapter
 * then reads again without a second request).
 *
 * @throws NewsError `unsupported` when nobody knows this API; `unreachable` when the adapter's code does not arrive
 */
export async function findAdapter(src: string, name: string | undefined, io: Io): Promise<Adapter> {
  const entry = name
    ? entries.find((candidate) => candidate.name === name)
    : (entries.find((candidate) => candidate.matchesUrl?.(src)) ?? (await findByAnswer(src, io)));
  if (!entry) {
    const known = entries.map((candidate) => candidate.name).join(', ');
    throw new NewsError('unsupported', `No adapter for ${name ?? 'this answer'}. Known: ${known}.`, {
      url: src,
    });
  }
  try {
    return await entry.load();
  } catch {
    throw new NewsError('unreachable', `The code for ${entry.name} could not be loaded.`, { url: src });
  }
}

async function findByAnswer(src: string, io: Io): Promise<AdapterEntry | undefined> {
  const { value: text, url } = await io.text(src);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Not JSON: a feed in XML, or the HTML page that somebody took for a feed.
  }
  const answer = json === undefined ? { text: text.slice(0, 4096) } : { json };
  const entry = entries.find((candidate) => candidate.matchesAnswer?.(answer));
  if (!entry && json === undefined) {
    throw new NewsError('parse', 'Neither JSON nor a feed: is this the URL of a web page?', { url });
  }
  return entry;
}
