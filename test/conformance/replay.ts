import type { Exchange } from './questions.js';

const browserFetch = globalThis.fetch;

export interface Replay {
  /** Requests that nobody has an answer for. */
  readonly unknown: string[];
  /** What was asked, in order. */
  readonly asked: string[];
}

/**
 * Answers all requests of the page with exchanges: the same method, URL (parameters in any order) and body. Several of the
 * same request are answered in their order, and the last one again.
 */
export function replay(exchanges: readonly Exchange[]): Replay {
  const found: Replay = { unknown: [], asked: [] };
  const used = new Map<string, number>();
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const body = request.method === 'POST' ? await request.text() : undefined;
    const key = keyOf(request.method, request.url, body);
    found.asked.push(key);
    const matching = exchanges.filter(
      (exchange) => keyOf(exchange.request.method, exchange.request.url, exchange.request.body) === key,
    );
    const turn = used.get(key) ?? 0;
    used.set(key, turn + 1);
    const exchange = matching[Math.min(turn, matching.length - 1)];
    if (!exchange) {
      found.unknown.push(key);
      throw new TypeError('Failed to fetch');
    }
    return responseOf(exchange, request.url);
  };
  return found;
}

/** For `afterEach`. */
export function endReplay(): void {
  globalThis.fetch = browserFetch;
}

function responseOf({ response }: Exchange, url: string): Response {
  const { status, headers, json, text } = response;
  if (status === 0) throw new TypeError('Failed to fetch');
  const body = json === undefined ? (text ?? '') : JSON.stringify(json);
  const made = new Response(status === 204 ? null : body, { status, headers });
  Object.defineProperty(made, 'url', { value: url });
  return made;
}

function keyOf(method: string, address: string, body = ''): string {
  const url = new URL(address);
  url.searchParams.sort();
  return [method, url.href, normal(body)].join(' ').trimEnd();
}

/** JSON and forms are the same whatever order their fields have. */
function normal(body: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(body)));
  } catch {
    const form = new URLSearchParams(body);
    form.sort();
    return form.toString();
  }
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]));
}
