import { toIsoDate } from '../../model/date.js';
import { NewsError } from '../../model/news-error.js';
import { get, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { pathPart } from '../adapters/common/path-part.js';
import { onlyKeys, wrong } from './keys.js';
import { readPath, toPath, whyMissed, type Path } from './path.js';
import type { Group, Kind, Shape } from './shapes.js';
import { asText } from './template.js';

export type Read = (record: unknown) => unknown;

type Place = readonly [field: string, path: Path];

/** The fields of a mapping, ready to be read from a record. */
export interface Fields {
  /** What the model takes: `toArticle()`, `toComment()`. */
  read(record: unknown): Readonly<Record<string, unknown>>;
  /** Where each field is, for those that are simply somewhere. */
  readonly paths: readonly Place[];
}

/** @param own keys that stand beside the fields but are none */
export function toFields(input: unknown, shape: Shape, where: string, own: readonly string[] = []): Fields {
  const given = onlyKeys(input, [...own, ...Object.keys(shape)], where);
  const paths: Place[] = [];
  const readers = Object.entries(shape).flatMap(([field, kind]): [string, Read][] => {
    if (!Object.hasOwn(given, field)) return [];
    const name = `${where}.${field}`;
    return [
      [field, isGroup(kind) ? group(given[field], kind, name, paths) : leaf(given[field], kind, name, paths)],
    ];
  });
  return {
    read: (record) => Object.fromEntries(readers.map(([field, read]) => [field, read(record)])),
    paths,
  };
}

const isGroup = (kind: Kind | Group): kind is Group => typeof kind === 'object' && 'fields' in kind;

function group(input: unknown, { fields, many }: Group, where: string, paths: Place[]): Read {
  if (!isRecord(input) || isConversion(input)) {
    const one = leaf(input, 'src' in fields ? 'url' : 'text', where, paths);
    return many ? (record) => asList(one(record)) : one;
  }
  const inner = toFields(input, fields, where, many ? ['list'] : []);
  if (!many) {
    paths.push(...inner.paths);
    return inner.read;
  }
  const from = get(input, 'list');
  if (from === undefined) return (record) => [inner.read(record)];
  const path = pathAt(from, `${where}.list`);
  paths.push([`${where}.list`, path]);
  return (record) => asList(readPath(record, path)).map(inner.read);
}

const asList = (value: unknown) => (Array.isArray(value) ? list(value) : value === undefined ? [] : [value]);

/** Ways to write a field other than as a path, and the kinds that they are for. */
const CONVERSIONS: Readonly<Record<string, (kind: Kind) => boolean>> = {
  path: () => true,
  value: () => true,
  html: (kind) => kind === 'text' || kind === 'body',
  text: (kind) => kind === 'text' || kind === 'body',
  markdown: (kind) => kind === 'body',
  date: (kind) => kind === 'date',
  template: (kind) => kind === 'text' || kind === 'url' || kind === 'id',
};
const BESIDE: Readonly<Record<string, readonly string[]>> = { date: ['unit'], path: ['values'] };

const isConversion = (input: Readonly<Record<string, unknown>>) =>
  Object.keys(input).some((key) => Object.hasOwn(CONVERSIONS, key));

function leaf(input: unknown, kind: Kind, where: string, paths: Place[]): Read {
  if (typeof input === 'string') return leaf({ path: input }, kind, where, paths);
  const able = Object.keys(CONVERSIONS).filter((name) => CONVERSIONS[name]!(kind));
  const ways = able.map((name) => `{"${name}": …}`).join(', ');
  if (!isRecord(input)) throw wrong(`\`${where}\` must be a path ("a.b") or one of ${ways}.`);
  const names = Object.keys(input).filter((key) => able.includes(key));
  if (names.length !== 1) {
    const refused = Object.keys(input).find((key) => Object.hasOwn(CONVERSIONS, key) && !able.includes(key));
    throw wrong(
      `\`${where}\` ${refused ? `cannot be {"${refused}": …}; it` : ''} must be a path or one of ${ways}.`,
    );
  }
  const name = names[0]!;
  onlyKeys(input, [name, ...(BESIDE[name] ?? [])], where);
  const from = input[name];
  if (name === 'value') return () => from;
  if (name === 'template') return template(from, kind, `${where}.template`);
  const path = pathAt(from, where);
  paths.push([where, path]);
  const at: Read = (record) => readPath(record, path);
  switch (name) {
    case 'html':
    case 'markdown':
    case 'text':
      if (kind === 'body') return (record) => ({ format: name, value: at(record) });
      return name === 'html' ? (record) => plainText(at(record)) : at;
    case 'date':
      return date(at, get(input, 'unit'), where);
    default:
      return chosen(as(kind, at), at, get(input, 'values'), kind, where);
  }
}

function pathAt(input: unknown, where: string): Path {
  if (typeof input === 'string') return toPath(input, where);
  throw wrong(`\`${where}\` must be a path, such as "a.b[0].c".`);
}

function as(kind: Kind, at: Read): Read {
  if (kind === 'number') return (record) => toNumber(at(record));
  if (kind === 'date') return date(at, undefined, '');
  return at;
}

export function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\s*-?\d{1,15}(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, ms: 1 };
/** As seconds the year 5138, as milliseconds the year 1973. */
const SURELY_MILLISECONDS = 1e11;

/** Numbers are seconds or milliseconds since 1970; text is what the model reads, unless the unit is told. */
function date(at: Read, unit: unknown, where: string): Read {
  if (unit !== undefined && (typeof unit !== 'string' || !Object.hasOwn(UNITS, unit)))
    throw wrong(`\`${where}.unit\` must be "s" or "ms".`);
  return (record) => {
    const found = unit === undefined ? at(record) : toNumber(at(record));
    if (typeof found !== 'number') return found;
    const factor =
      unit === undefined ? (Math.abs(found) < SURELY_MILLISECONDS ? 1000 : 1) : UNITS[unit as string]!;
    return toIsoDate(new Date(found * factor));
  };
}

/** `values`: what the source says, and what that means here; anything else says nothing. */
function chosen(read: Read, at: Read, values: unknown, kind: Kind, where: string): Read {
  if (values === undefined) return read;
  if (!isRecord(values)) throw wrong(`\`${where}.values\` must be an object: {"their word": "ours"}.`);
  const wanted = Array.isArray(kind)
    ? (kind as readonly unknown[])
    : kind === 'boolean'
      ? [true, false]
      : undefined;
  const bad = wanted && Object.values(values).find((value) => !wanted.includes(value));
  if (bad !== undefined)
    throw wrong(`\`${where}.values\` has ${JSON.stringify(bad)}; there are: ${wanted!.join(', ')}.`);
  return (record) => {
    const found = at(record);
    const key = typeof found === 'boolean' ? String(found) : asText(found);
    return Object.hasOwn(values, key) ? values[key] : undefined;
  };
}

/** Text with paths in braces. In addresses what is filled in is encoded, and slashes in it remain. */
function template(input: unknown, kind: Kind, where: string): Read {
  if (typeof input !== 'string') throw wrong(`\`${where}\` must be text with paths in braces.`);
  if (kind === 'url' && /^[^/?#]*:(?:\/\/)?[^/?#]*\{/.test(input))
    throw wrong(`\`${where}\` may have no path in its host.`);
  const parts = input.split(/\{([^{}]*)\}/).map((part, index) => (index % 2 ? toPath(part, where) : part));
  return (record) => {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      const value = asText(readPath(record, part));
      if (value === '') return undefined;
      if (kind !== 'url') text += value;
      else
        text += value
          .replace(text.endsWith('/') ? /^\/+/ : /^/, '')
          .split('/')
          .map(pathPart)
          .join('/');
    }
    return text;
  };
}

/** Said once a page and mapping: fields that none of several records has are most likely misspelt. */
const told = new Set<string>();

/**
 * What a mapping got wrong shows only in an answer. A field that is needed and in no record is an error; any other one is
 * told to the page's author.
 *
 * @throws NewsError `parse`
 */
export function checkFields(records: readonly unknown[], fields: Fields, needed: string, url: string): void {
  if (records.length === 0) return;
  for (const [field, path] of fields.paths) {
    const why = whyMissed(records[0], path);
    if (why === undefined || !records.every((record) => whyMissed(record, path))) continue;
    const sentence = `Mapping: \`${field}\`: ${why.replace('the answer', 'the record')}.`;
    if (field === needed) throw new NewsError('parse', sentence, { url });
    if (records.length < 2 || told.has(sentence) || told.size > 100) continue;
    told.add(sentence);
    console.warn(`[newsprint] ${sentence}`);
  }
}
