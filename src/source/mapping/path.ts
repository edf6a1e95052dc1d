import { NewsError } from '../../model/news-error.js';
import { MAX_ITEMS } from '../../model/page.js';
import { get, isRecord, list } from '../../model/record.js';

/** Each item of a list. */
const EACH = Symbol('each item');

type Step = string | number | typeof EACH;

/** Where in an answer something is. `a.b[0]["odd.key"]`, `a[].b` for each item, `a|b` for the first that is there, `@` for all of it. */
export interface Path {
  readonly text: string;
  readonly ways: readonly (readonly Step[])[];
}

const LONGEST = 300;
const STEP = /(?:^|\.)([^.[\]|"]+)|\[(\d{0,6})\]|\["([^"]+)"\]/y;
const REFUSED = ['__proto__', 'constructor', 'prototype'];

/**
 * @param where which key of the mapping it stands at, for the error
 * @throws NewsError `unsupported`
 */
export function toPath(text: string, where: string): Path {
  const fail = (why: string) =>
    new NewsError('unsupported', `Mapping: \`${where}\` is no path: \`${text.slice(0, LONGEST)}\` ${why}.`);
  if (text.length > LONGEST) throw fail(`is longer than ${LONGEST} characters`);
  // A bar may stand in a quoted key.
  const ways = text.split(/\|(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((way) => {
    const steps: Step[] = [];
    const rest = way.trim().replace(/^@(?=$|\.|\[)\.?/, '');
    if (rest.startsWith('.') || (rest === '' && !way.trim().startsWith('@'))) throw fail('has an empty part');
    STEP.lastIndex = 0;
    for (let at = 0; at < rest.length; at = STEP.lastIndex) {
      STEP.lastIndex = at;
      const [, key, index, quoted] = STEP.exec(rest) ?? [];
      const name = key ?? quoted;
      if (name === undefined && index === undefined) throw fail(`breaks off at \`${rest.slice(at)}\``);
      if (name !== undefined && REFUSED.includes(name)) throw fail(`has \`${name}\`, which is never read`);
      steps.push(name ?? (index === '' ? EACH : Number(index)));
    }
    return steps;
  });
  return { text, ways };
}

/** What is there: nothing but own keys is read. `undefined` for nothing, `null` and the empty string; a list for `[]`. */
export function readPath(value: unknown, { ways }: Path): unknown {
  for (const way of ways) {
    const found = walk(value, way);
    if (!isNothing(found)) return found;
  }
  return undefined;
}

function walk(value: unknown, way: readonly Step[]): unknown {
  let here: unknown[] = [value];
  for (const step of way) {
    here =
      step === EACH
        ? here.flatMap((item) => list(item).slice(0, MAX_ITEMS)).slice(0, MAX_ITEMS)
        : here.map((item) => get(item, step)).filter((item) => !isNothing(item));
  }
  return way.includes(EACH) ? here : here[0];
}

const isNothing = (value: unknown) => value === undefined || value === null || value === '';

/**
 * Why a path leads to nothing: where it stopped, and what was there instead. `undefined` when it leads somewhere, or when
 * the source says itself that there is nothing (`null`, an empty list).
 */
export function whyMissed(value: unknown, path: Path): string | undefined {
  const reasons = path.ways.map((way) => stopOf(value, way));
  if (reasons.includes(undefined)) return undefined;
  return `\`${path.text}\` did not match: ${[...new Set(reasons)].join('; ')}`;
}

function stopOf(value: unknown, way: readonly Step[]): string | undefined {
  let here = value;
  let at = '';
  for (const step of way) {
    if (here === null) return undefined;
    const place = at ? `\`${at}\`` : 'the answer';
    if (step === EACH) {
      if (!Array.isArray(here)) return `${place} ${described(here)}`;
      if (here.length === 0) return undefined;
      here = here[0];
      at += '[0]';
      continue;
    }
    const next = get(here, step);
    if (next === undefined) return `${place} ${described(here)}`;
    here = next;
    at += typeof step === 'number' ? `[${step}]` : `${at && '.'}${step}`;
  }
  return undefined;
}

/** Keys, not values: nothing of what the source says about people belongs on a console. */
function described(value: unknown): string {
  if (Array.isArray(value)) return `is a list of ${value.length}`;
  if (!isRecord(value)) return value === undefined ? 'is missing' : `is a ${typeof value}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'is an empty object';
  const some = keys.slice(0, 12).map((key) => `\`${key.slice(0, 40)}\``);
  return `has ${some.join(', ')}${keys.length > some.length ? ` and ${keys.length - some.length} more` : ''}`;
}

/** The keys of a path that something is written to. @throws NewsError `unsupported` when it is not just keys */
export function keysOf(text: string, where: string): readonly string[] {
  const { ways } = toPath(text, where);
  const [way = []] = ways;
  const keys = way.filter((step) => typeof step === 'string');
  if (ways.length === 1 && keys.length > 0 && keys.length === way.length) return keys;
  throw new NewsError(
    'unsupported',
    `Mapping: \`${where}\` is written to, so it must be keys alone: \`a.b\`.`,
  );
}
