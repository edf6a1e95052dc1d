import { invalidParams } from './errors.js';

/**
 * @typedef {object} ParamRule
 * @property {'integer' | 'integers' | 'terms' | 'enum' | 'string' | 'slugs' | 'boolean' | 'date' | 'relations'} type
 * @property {number} [min]
 * @property {number} [max]
 * @property {readonly string[]} [values]
 * @property {unknown} [fallback]
 */

/** Parameters that every collection takes. */
export const COLLECTION_RULES = {
  page: { type: 'integer', min: 1, fallback: 1 },
  per_page: { type: 'integer', min: 1, max: 100, fallback: 10 },
  offset: { type: 'integer' },
  order: { type: 'enum', values: ['asc', 'desc'], fallback: 'desc' },
  search: { type: 'string' },
  include: { type: 'integers' },
  exclude: { type: 'integers' },
  slug: { type: 'slugs' },
};

/**
 * Reads and checks the parameters of a query as core does: all problems are told at once.
 *
 * @param {URLSearchParams} query
 * @param {Record<string, ParamRule>} rules
 * @returns {Record<string, any>}
 */
export function readParams(query, rules) {
  const given = collect(query);
  const values = {};
  const problems = {};
  for (const [name, rule] of Object.entries(rules)) {
    if (!given.has(name)) {
      values[name] = rule.fallback;
      continue;
    }
    try {
      values[name] = READERS[rule.type](given.get(name), name, rule);
    } catch (problem) {
      problems[name] = problem;
    }
  }
  if (Object.keys(problems).length > 0) throw invalidParams(problems);
  return values;
}

/** `post=1`, `post[]=1` and `post[0]=1` all mean the same to PHP. */
function collect(query) {
  const given = new Map();
  for (const [key, value] of query) {
    const name = key.replace(/\[\w*\]$/, '');
    const before = key === name ? [] : (given.get(name) ?? []);
    given.set(name, [...before, value]);
  }
  return given;
}

const READERS = {
  integer(values, name, { min, max }) {
    const value = toInteger(values.at(-1), name);
    if (min !== undefined && max !== undefined && (value < min || value > max)) {
      throw bounds(`${name} must be between ${min} (inclusive) and ${max} (inclusive)`);
    }
    if (min !== undefined && value < min) throw bounds(`${name} must be greater than or equal to ${min}`);
    return value;
  },
  integers(values, name) {
    return split(values).map((value, index) => toInteger(value, `${name}[${index}]`));
  },
  terms(values, name) {
    return split(values).map((value, index) => {
      try {
        return toInteger(value, `${name}[${index}]`);
      } catch ({ message }) {
        const reason = `${name} is not a valid Term ID List. Reason: ${message}`;
        throw { code: 'rest_no_matching_schema', message: reason, data: { position: 0 } };
      }
    });
  },
  enum(values, name, { values: allowed }) {
    const value = values.at(-1);
    if (allowed.includes(value)) return value;
    const list = `${allowed.slice(0, -1).join(', ')}${allowed.length > 2 ? ',' : ''} and ${allowed.at(-1)}`;
    throw { code: 'rest_not_in_enum', message: `${name} is not one of ${list}.` };
  },
  string: (values) => values.at(-1),
  slugs: (values) => split(values),
  boolean(values, name) {
    const value = values.at(-1).toLowerCase();
    if (['1', 'true'].includes(value)) return true;
    if (['0', 'false', ''].includes(value)) return false;
    throw { code: 'rest_invalid_type', message: `${name} is not of type boolean.` };
  },
  date(values) {
    const text = values.at(-1);
    const time = Date.parse(/([zZ]|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
    if (Number.isNaN(time)) throw { code: 'rest_invalid_date', message: 'Invalid date.' };
    return time;
  },
};

function split(values) {
  return values
    .flatMap((value) => value.split(/[\s,]+/))
    .map((value) => value.trim())
    .filter(Boolean);
}

function toInteger(text, name) {
  if (/^-?\d+$/.test(text)) return Number(text);
  throw { code: 'rest_invalid_type', message: `${name} is not of type integer.` };
}

function bounds(message) {
  return { code: 'rest_out_of_bounds', message };
}
