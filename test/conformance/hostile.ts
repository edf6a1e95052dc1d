import { WRONG_VALUES } from '../unit/source/support.js';
import type { Exchange } from './questions.js';

/** What a server should never send, and some day does. */
const WRONG: readonly unknown[] = [
  ...WRONG_VALUES,
  Number.MAX_VALUE,
  -1e308,
  '\ud800',
  '\udfff lone \ud800',
  '9'.repeat(400),
  '2026-99-99T99:99:99Z',
];
const MOST_ITEMS = 2;

/** So many are tried of one question; of more, every so-manieth. */
const MOST_TRIED = 600;

/**
 * The exchanges with one value of one answer spoiled, or one answer cut: every value in turn, each in three ways. Long
 * lists are cut to their first items beforehand: they hold the same thing again and again.
 */
export function* spoiledExchanges(recorded: readonly Exchange[]): Generator<readonly Exchange[]> {
  const exchanges = recorded.map(shortenedExchange);
  let all = 0;
  for (const found of allSpoiled(exchanges)) if (found) all++;
  const step = Math.ceil(all / MOST_TRIED) | 1; // odd, so that every way has its turn
  let index = 0;
  for (const spoiledOnes of allSpoiled(exchanges)) if (index++ % step === 0) yield spoiledOnes;
}

function shortenedExchange(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response.json === undefined) return exchange;
  return { ...exchange, response: { ...response, json: shortened(response.json) } };
}

function* allSpoiled(exchanges: readonly Exchange[]): Generator<readonly Exchange[]> {
  let turn = 0;
  for (const [index, exchange] of exchanges.entries()) {
    for (const response of spoiledResponses(exchange.response, () => turn++)) {
      yield exchanges.map((other, place) => (place === index ? { ...exchange, response } : other));
    }
  }
}

function* spoiledResponses(
  response: Exchange['response'],
  next: () => number,
): Generator<Exchange['response']> {
  if (response.json === undefined) {
    const text = response.text ?? '';
    for (let part = 0; part < 40; part++)
      yield { ...response, text: text.slice(0, (text.length * part) / 40) };
    yield { ...response, text: text.replaceAll(/>[^<]{1,400}</g, '>\ud800&#0;&nope;<') };
    yield { ...response, text: text.replaceAll(/="[^"]*"/g, '="javascript:alert(1)"') };
    return;
  }
  for (const json of spoiled(response.json, next)) yield { ...response, json };
}

function shortened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(shortened);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shortened(child)]));
}

function* spoiled(record: unknown, next: () => number): Generator<unknown> {
  for (let way = 0; way < 3; way++) yield WRONG[(next() * 7 + way) % WRONG.length];
  if (typeof record !== 'object' || record === null) return;
  for (const [key, value] of Object.entries(record)) {
    for (const other of spoiled(value, next)) {
      const copy: object = Array.isArray(record) ? [...record] : { ...record };
      Object.defineProperty(copy, key, { value: other, enumerable: true });
      yield copy;
    }
    if (Array.isArray(record)) continue;
    yield Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
  }
}
