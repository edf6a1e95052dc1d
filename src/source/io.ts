import { parseInert } from '../model/inert-document.js';
import { plainText } from '../model/text.js';
import { NewsError, type NewsErrorKind } from '../model/news-error.js';
import { get } from '../model/record.js';
import { decodeText } from './charset.js';
import { HostGate } from './host-gate.js';
import { checkShape } from './json-limits.js';
import { readBytes } from './read-bytes.js';
import { RequestPool, type StoredAnswer } from './request-pool.js';
import { LONGEST_WAIT, rateLimitSeconds, retryAfterSeconds, retryDelay } from './retry.js';

/** What came back, with the headers that a script may read. */
export interface Answer<T> {
  readonly value: T;
  /** Where the answer came from in the end, after redirects. */
  readonly url: string;
  readonly status: number;
  header(name: string): string | null;
}

export interface ReadOptions {
  /** Past the in-page memory: ask the source again (the browser's own HTTP cache still revalidates). */
  readonly fresh?: boolean;
  /** Media types that are wanted. The header is safelisted up to 128 bytes: it causes no preflight. */
  readonly accept?: string;
}

/** All that an adapter can do to the world. The only `fetch` of the library stands behind it. */
export interface Io {
  readonly signal: AbortSignal;
  /** @throws NewsError of every kind but `validation`; an `AbortError` when the element no longer wants the answer */
  json(url: string, options?: ReadOptions): Promise<Answer<unknown>>;
  text(url: string, options?: ReadOptions): Promise<Answer<string>>;
  /** Bytes decoded by byte order mark, header or XML declaration, parsed without running anything. */
  document(
    url: string,
    type: 'text/html' | 'application/xml',
    options?: ReadOptions,
  ): Promise<Answer<Document>>;
  /** Sent form-encoded, which costs no preflight; never repeated by itself. */
  postForm(url: string, fields: Readonly<Record<string, string>>): Promise<Answer<unknown>>;
  /**
   * The same as JSON, for sources that take nothing else; the browser asks beforehand whether it may.
   *
   * @param type media type of the body. Default: `application/json`.
   * @returns the parsed answer; `undefined` for an empty one
   */
  postJson(url: string, value: unknown, type?: string): Promise<Answer<unknown>>;
}

/** Most bytes of one answer. */
export const MAX_BYTES = 2 * 1024 * 1024;
/** Most milliseconds from request to last byte. */
export const TIMEOUT = 10_000;
/** How often a read is tried in all when the source says 429 or 5xx. */
export const TRIES = 3;

export interface IoOptions {
  readonly maxBytes?: number;
  readonly timeout?: number;
  /** Whether reads go past the in-page memory, unless one says otherwise. */
  readonly fresh?: boolean;
  /** Whether the page lets the source see its cookies. Default: `omit`. */
  readonly credentials?: RequestCredentials;
  /** Where reads go through for sources that send no CORS headers: `https://…?url={url}`. Nothing is posted through it. */
  readonly proxy?: string;
  /** Whose answers and queues these are. Default: those of the page. */
  readonly shared?: SharedRequests;
  /** First pause before a second try, in milliseconds; it doubles from try to try. */
  readonly backoff?: number;
}

/** What all elements of a page share: answers, and the queues before hosts. */
export class SharedRequests {
  readonly pool = new RequestPool();
  readonly gate = new HostGate();
}

const page = new SharedRequests();

/** An `Io` for one load of one element. Identical reads on the page share one request, whoever asks. */
export function createIo(signal: AbortSignal, options: IoOptions = {}): Io {
  const {
    maxBytes = MAX_BYTES,
    timeout = TIMEOUT,
    backoff = 500,
    credentials = 'omit',
    proxy = '',
  } = options;
  const { pool, gate } = options.shared ?? page;

  const read = async (
    url: string,
    { fresh = options.fresh ?? false, accept }: ReadOptions = {},
  ): Promise<StoredAnswer> => {
    const through = proxied(url, proxy);
    // Conditional headers by hand would cost a preflight: `no-cache` has the browser revalidate what it keeps.
    const init: RequestInit = {
      credentials,
      cache: fresh ? 'no-cache' : 'default',
      headers: accept ? { accept } : undefined,
    };
    const ask = async (shared: AbortSignal) => {
      const stored = await withRetries(gate, { through, url }, shared, backoff, () =>
        request(through, init, { signal: shared, timeout, maxBytes }),
      );
      return proxy ? { ...stored, url } : stored;
    };
    return pool.get([url, credentials, accept, proxy].join(' '), ask, signal, fresh);
  };

  const post = async (url: string, init: RequestInit): Promise<Answer<unknown>> => {
    try {
      const stored = await request(
        url,
        { ...init, method: 'POST', credentials },
        { signal, timeout: timeout * 2, maxBytes },
      );
      return answer(stored, stored.bytes.length > 0 ? parseJson(stored).value : undefined);
    } finally {
      pool.forget(url); // also when only the answer was lost
    }
  };

  return {
    signal,
    async json(url, readOptions) {
      const stored = await read(url, readOptions);
      stored.json ??= parseJson(stored);
      return answer(stored, stored.json.value);
    },
    async text(url, readOptions) {
      const stored = await read(url, readOptions);
      return answer(stored, decodeText(stored.bytes, stored.headers.get('content-type')));
    },
    async document(url, type, readOptions) {
      const stored = await read(url, readOptions);
      const markup = decodeText(stored.bytes, stored.headers.get('content-type'));
      // White space before an XML declaration makes it no XML; blogs that print a blank line first are many.
      const document = parseInert(type === 'application/xml' ? markup.trimStart() : markup, type);
      if (!document) throw new NewsError('parse', "This page's policy allows no parsing.", { url });
      return answer(stored, document);
    },
    postForm: (url, fields) => post(url, { body: new URLSearchParams(fields) }),
    postJson: (url, value, type = 'application/json') =>
      post(url, { body: JSON.stringify(value), headers: { 'content-type': type } }),
  };
}

/** @throws NewsError `unsupported` for a proxy that has no place for the URL */
function proxied(url: string, proxy: string): string {
  if (!proxy) return url;
  if (!proxy.includes('{url}')) {
    throw new NewsError('unsupported', 'The proxy needs a place for the URL: https://…?url={url}', {
      url: proxy,
    });
  }
  return proxy.replaceAll('{url}', encodeURIComponent(url));
}

function answer<T>(stored: StoredAnswer, value: T): Answer<T> {
  return { value, url: stored.url, status: stored.status, header: (name) => stored.headers.get(name) };
}

interface Limits {
  readonly signal: AbortSignal;
  readonly timeout: number;
  readonly maxBytes: number;
}

async function request(
  url: string,
  init: RequestInit,
  { signal, timeout, maxBytes }: Limits,
): Promise<StoredAnswer> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), timeout);
  const stop = () => clock.abort();
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    const response = await fetch(url, { ...init, mode: 'cors', signal: clock.signal });
    const bytes = await readBytes(response, maxBytes).catch((error: unknown) => {
      if (response.ok || !(error instanceof NewsError)) throw error;
      return new Uint8Array(); // that it is refused says more than that the page about it is too large
    });
    const stored: StoredAnswer = {
      bytes,
      url: response.url || url,
      status: response.status,
      headers: response.headers,
    };
    if (!response.ok) throw httpError(stored);
    return stored;
  } catch (error) {
    if (error instanceof NewsError) throw error;
    signal.throwIfAborted();
    if (clock.signal.aborted)
      throw new NewsError('timeout', `No whole answer within ${timeout} ms.`, { url });
    throw new NewsError('unreachable', 'No answer: the network, the server, or its CORS headers.', { url });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

const KINDS: Record<number, NewsErrorKind> = {
  401: 'login-required',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'duplicate',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
};

/** A refusal as an error. Its body, where it is JSON, goes along for the adapter: each API words refusals its own way. */
function httpError(stored: StoredAnswer): NewsError {
  let body: unknown;
  try {
    body = parseJson(stored).value;
  } catch {
    // Proxies and fatal errors answer with HTML; some APIs do, too, and say in it what is wrong.
    body = decodeText(stored.bytes, stored.headers.get('content-type')).slice(0, 4096);
  }
  // GitHub says 403 when the allowance of an hour is used up.
  const usedUp =
    stored.status === 429 || (stored.status === 403 && stored.headers.get('x-ratelimit-remaining') === '0');
  const kind = usedUp
    ? 'rate-limited'
    : (KINDS[stored.status] ?? (stored.status >= 500 ? 'server' : 'validation'));
  const code = get(body, 'code');
  return new NewsError(kind, plainText(get(body, 'message')) || `HTTP ${stored.status}`, {
    status: stored.status,
    code: typeof code === 'string' ? code : undefined,
    retryAfter:
      retryAfterSeconds(stored.headers.get('retry-after')) ??
      (usedUp ? rateLimitSeconds(stored.headers) : undefined),
    url: stored.url,
    answer: body,
  });
}

function parseJson(stored: StoredAnswer): { value: unknown } {
  const text = decodeText(stored.bytes, stored.headers.get('content-type'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const what = /^\s*</.test(text) ? 'HTML or XML came' : 'something broken came';
    throw new NewsError('parse', `JSON was expected, but ${what}.`, {
      url: stored.url,
      status: stored.status,
    });
  }
  checkShape(value, stored.url);
  return { value };
}

/** Runs a read again when the source is busy (429) or stumbles (5xx), as long as waiting is reasonable. */
async function withRetries<T>(
  gate: HostGate,
  { through, url }: { readonly through: string; readonly url: string },
  signal: AbortSignal,
  backoff: number,
  run: () => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    await untilOpen(gate, url, signal);
    try {
      const open = await gate.run(through, signal, async () => {
        // A host may have asked for a pause while this one stood in its queue.
        if (gate.closedFor(url) > 0) return undefined;
        return { answer: await run().catch(closing(gate, url, backoff)) };
      });
      if (open) return open.answer;
      tried--;
    } catch (error) {
      const wait =
        tried < TRIES && error instanceof NewsError ? retryDelay(error, tried, backoff) : undefined;
      if (wait === undefined) throw error;
      await pause(wait, signal);
    }
  }
}

/** What a host says about one request holds for all: nobody on the page asks it again before. */
const closing =
  (gate: HostGate, url: string, backoff: number) =>
  (error: unknown): never => {
    if (error instanceof NewsError) {
      if (error.retryAfter !== undefined) gate.close(url, error.retryAfter * 1000);
      else if (error.kind === 'rate-limited') gate.close(url, backoff);
    }
    throw error;
  };

/** @throws NewsError `rate-limited` when the host wants to be left alone for longer than a reader waits */
async function untilOpen(gate: HostGate, url: string, signal: AbortSignal): Promise<void> {
  for (let wait = gate.closedFor(url); wait > 0; wait = gate.closedFor(url)) {
    if (wait > LONGEST_WAIT) {
      const retryAfter = Math.ceil(wait / 1000);
      throw new NewsError('rate-limited', `Asked to wait for ${retryAfter} s.`, { url, retryAfter });
    }
    await pause(wait, signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
