import { expect } from 'chai';
import { NewsError, type NewsErrorKind } from '../../../src/model/news-error.js';
import { createIo, type Io, type IoOptions } from '../../../src/source/io.js';

/** What answers in a test: a `Response`, JSON to be put into one, or a function of the request. */
export type Reply =
  Response | object | ((request: Request) => Response | undefined | Promise<Response | undefined>);

const browserFetch = globalThis.fetch;

/**
 * Answers all requests of the page, by address or by one function; what nobody answers is 404. Requests, responses
 * and streams are the browser's own. Returns the list of requests, which grows.
 */
export function serve(
  replies: Readonly<Record<string, Reply>> | ((request: Request) => Reply | undefined),
): Request[] {
  const asked: Request[] = [];
  const replyTo = typeof replies === 'function' ? replies : ({ url }: Request) => replies[url];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    request.signal.throwIfAborted();
    return Promise.race([respond(replyTo(request), request), whenAborted(request.signal)]);
  };
  return asked;
}

/** For `afterEach`. */
export function closeSource(): void {
  globalThis.fetch = browserFetch;
}

async function respond(reply: Reply | undefined, request: Request): Promise<Response> {
  const answer =
    typeof reply === 'function' ? await (reply as (request: Request) => unknown)(request) : reply;
  if (answer === undefined) return new Response('Not here.', { status: 404 });
  if (!(answer instanceof Response)) return json(answer);
  if (!answer.body) return answer;
  // As the browser does it: an abort also cuts an answer that has begun.
  const body = answer.clone().body!.pipeThrough(new TransformStream(), { signal: request.signal });
  return new Response(body, answer);
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

export function json(value: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json; charset=UTF-8');
  return new Response(JSON.stringify(value), { ...init, headers });
}

export function xml(text: string | Uint8Array<ArrayBuffer>, type = 'application/xml'): Response {
  return new Response(text, { headers: { 'content-type': type } });
}

let sites = 0;
/** A site that no other test has asked: answers are remembered by the page. */
export const newSite = (): string => `https://site-${++sites}.example`;

/** An `Io` that waits for nothing. */
export function quickIo(options: IoOptions = {}, signal = new AbortController().signal): Io {
  return createIo(signal, { backoff: 1, ...options });
}

/** The typed error that a promise fails with. */
export async function failure(promise: Promise<unknown>): Promise<NewsError> {
  const reason = await promise.then(
    (value) => expect.fail(`no error, but ${JSON.stringify(value)?.slice(0, 200)}`),
    (error: unknown) => error,
  );
  if (!(reason instanceof NewsError)) throw reason;
  return reason;
}

export async function expectFailure(promise: Promise<unknown>, kind: NewsErrorKind): Promise<NewsError> {
  const error = await failure(promise);
  expect(String(error.kind)).to.equal(kind); // a string in any case, for the report of a failure
  expect(error.message).not.to.equal('');
  return error;
}

export const soon = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A promise to be kept later. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((keep, breakIt) => {
    resolve = keep;
    reject = breakIt;
  });
  return { promise, resolve, reject };
}

/** What no field should be, and some day is. */
export const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  1e300,
  '',
  ' ',
  'x'.repeat(10_000),
  'javascript:alert(1)',
  'JavaScript\n:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://user:secret@site.example/',
  '<img src=x onerror=alert(1)>',
  [],
  [[]],
  [null, 0, 'x', {}],
  {},
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
];

/** All copies of a record in which one value, at whatever depth, is replaced by a wrong one. */
export function* spoiled(record: unknown): Generator<unknown> {
  for (const wrong of WRONG_VALUES) yield wrong;
  if (typeof record !== 'object' || record === null) return;
  for (const [key, value] of Object.entries(record)) {
    for (const other of spoiled(value)) {
      const copy: object = Array.isArray(record) ? [...record] : { ...record };
      Object.defineProperty(copy, key, { value: other, enumerable: true });
      yield copy;
    }
  }
}

/** Holds for everything that an adapter gives, whatever it was given: frozen, checked addresses, nothing inherited. */
export function expectHarmless(value: unknown): void {
  expect(harmIn(value, '')).to.deep.equal([]);
}

const ADDRESSES = ['url', 'src', 'avatar'];

/** By plain comparisons: it is asked thousands of times. */
function harmIn(value: unknown, key: string): string[] {
  if ('polluted' in {}) return ['Object.prototype is polluted'];
  if (typeof value === 'string') {
    const isGood =
      !ADDRESSES.includes(key) || (/^(?:https?|mailto|tel):/.test(value) && !value.includes('secret@'));
    return isGood ? [] : [`${key} is ${value}`];
  }
  if (typeof value !== 'object')
    return ['number', 'boolean', 'undefined'].includes(typeof value) ? [] : [typeof value];
  if (value === null) return [`${key} is null`];
  const isPlain = [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));
  const own = isPlain && Object.isFrozen(value) ? [] : [`${key} is not plain or not frozen`];
  return [...own, ...Object.entries(value).flatMap(([name, child]) => harmIn(child, name))];
}
