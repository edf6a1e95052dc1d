import type { PostingField } from '../../model/posting.js';
import { get, isRecord } from '../../model/record.js';
import { escapeLines } from '../adapters/common/html-writer.js';
import { escapeMarkdown } from '../adapters/common/markdown-text.js';
import { onlyKeys, wrong } from './keys.js';
import { keysOf, toPath, type Path } from './path.js';
import { asText, toTemplate, type Template, type Values } from './template.js';

/** How a comment is written, as a mapping says it. */
export interface PostingPart {
  /** Where it is sent; missing where one can write only on the site's own page. */
  readonly request?: Template;
  /** The page where one can write. */
  readonly link?: Template;
  readonly isForm: boolean;
  readonly writes: readonly Write[];
  /** Where the answer has the comment as it was stored. */
  readonly comment: Path;
  readonly maxLength?: number;
  readonly refusals: Refusals;
  readonly fields: readonly PostingField[];
  /** All places that it uses. */
  readonly names: readonly string[];
}

/** What is written where in the body of a request. */
export interface Write {
  readonly keys: readonly string[];
  value(values: Values): unknown;
}

/** How the API says no. */
export interface Refusals {
  readonly code?: Path;
  readonly kinds: Readonly<Record<string, unknown>>;
  readonly fields: readonly (readonly [field: PostingField, path: Path])[];
}

const FIELDS = ['name', 'email', 'comment'] as const;
const ADDRESS_PLACES = ['item', 'id'];
const PLACES = [...ADDRESS_PLACES, 'parent', ...FIELDS, 'now'];
const KINDS = [
  ...['validation', 'duplicate', 'flood', 'rate-limited', 'closed', 'login-required', 'forbidden'],
  ...['too-large', 'not-found', 'server'],
];

/** @throws NewsError `unsupported` */
export function toPostingPart(input: unknown): PostingPart {
  const keys = ['request', 'json', 'form', 'comment', 'link', 'maxLength', 'refusals'];
  const given = onlyKeys(input, keys, 'posting');
  const address = (key: 'request' | 'link') =>
    given[key] === undefined ? undefined : toTemplate(given[key], `posting.${key}`, ADDRESS_PLACES);
  const [request, link] = [address('request'), address('link')];
  const isForm = given.form !== undefined;
  if (!request === !link) throw wrong('`posting` must have either `request` or `link`.');
  if (request && isForm === (given.json !== undefined))
    throw wrong('`posting` must have either `json` or `form`: what is sent.');
  const used: string[] = [...(request ?? link!).names];
  const body = isForm ? 'form' : 'json';
  const writes = request ? toWrites(given[body], `posting.${body}`, isForm, used) : [];
  if (request && !used.includes('comment')) throw wrong(`\`posting.${body}\` must send {comment} somewhere.`);
  const { maxLength, comment = '@' } = given;
  if (maxLength !== undefined && !(Number.isInteger(maxLength) && (maxLength as number) > 0))
    throw wrong('`posting.maxLength` must be a whole number.');
  return {
    request,
    link,
    isForm,
    writes,
    comment: path(comment, 'posting.comment'),
    maxLength: maxLength as number | undefined,
    refusals: toRefusals(given.refusals),
    fields: FIELDS.filter((field) => used.includes(field)),
    names: used,
  };
}

function toWrites(input: unknown, where: string, isForm: boolean, used: string[]): Write[] {
  if (!isRecord(input)) throw wrong(`\`${where}\` must be an object: {"their.field": "{comment}"}.`);
  return Object.entries(input).map(([key, what]) => ({
    // Names of form fields are just names: `comment[text]`.
    keys: isForm ? [key] : keysOf(key, `${where}.${key}`),
    value: toValue(what, `${where}.${key}`, used),
  }));
}

/** What is more than text, for APIs that take it: a reader types plain text. */
const CONVERT: Readonly<Record<string, (value: unknown) => unknown>> = {
  number: (value) => (/^-?\d{1,15}$/.test(asText(value)) ? Number(value) : value),
  html: (value) =>
    asText(value)
      .split(/\n{2,}/)
      .map((part) => `<p>${escapeLines(part)}</p>`)
      .join(''),
  markdown: (value) => escapeMarkdown(asText(value)),
};

function toValue(input: unknown, where: string, used: string[]): Write['value'] {
  if (typeof input === 'string') return placed(input, where, used);
  if (typeof input === 'number' || typeof input === 'boolean' || input === null) return () => input;
  const given = onlyKeys(input, [...Object.keys(CONVERT), 'value', 'else'], where);
  const names = Object.keys(given).filter((key) => key !== 'else');
  const [name] = names;
  if (names.length !== 1 || name === undefined)
    throw wrong(`\`${where}\` must be text such as "{comment}", {"number": "{parent}"} or {"value": …}.`);
  const from = given[name];
  if (name === 'value') return () => from;
  if (typeof from !== 'string') throw wrong(`\`${where}.${name}\` must be text such as "{comment}".`);
  const read = placed(from, where, used);
  return (values) => {
    const value = read(values);
    return value === undefined ? given.else : CONVERT[name]!(value);
  };
}

/** Text with places. One place alone keeps its type, and is left out when it is empty. */
function placed(text: string, where: string, used: string[]): Write['value'] {
  if (text === '') return () => '';
  const { names } = toTemplate(`?${text}`, where, PLACES);
  used.push(...names);
  const [only] = names;
  if (names.length === 1 && text === `{${only}}`)
    return (values) => (asText(values[only!]) === '' ? undefined : values[only!]);
  return (values) => text.replaceAll(/\{(\w+)\}/g, (_place, name: string) => asText(values[name]));
}

function toRefusals(input: unknown): Refusals {
  if (input === undefined) return { kinds: {}, fields: [] };
  const given = onlyKeys(input, ['code', 'kinds', 'fields'], 'posting.refusals');
  const { kinds = {}, fields = {} } = given;
  if (!isRecord(kinds))
    throw wrong('`posting.refusals.kinds` must be an object: {"their code": "duplicate"}.');
  const bad = Object.values(kinds).find((kind) => !KINDS.includes(String(kind)));
  if (bad !== undefined) {
    throw wrong(`\`posting.refusals.kinds\` has ${JSON.stringify(bad)}; there are: ${KINDS.join(', ')}.`);
  }
  const known = onlyKeys(fields, FIELDS, 'posting.refusals.fields');
  return {
    code: given.code === undefined ? undefined : path(given.code, 'posting.refusals.code'),
    kinds,
    fields: FIELDS.flatMap((field) =>
      known[field] === undefined
        ? []
        : [[field, path(get(known, field), `posting.refusals.fields.${field}`)] as const],
    ),
  };
}

function path(input: unknown, where: string): Path {
  if (typeof input !== 'string') throw wrong(`\`${where}\` must be a path, such as "data.comment".`);
  return toPath(input, where);
}
