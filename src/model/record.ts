/** Reading unknown JSON by own keys only, so that `__proto__` and inherited names are never read. */
export type UnknownRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of own keys and indexes, or `undefined` as soon as one is missing. */
export function get(value: unknown, ...path: (string | number)[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as UnknownRecord)[key];
  }
  return here;
}

/** An array as it is, anything else as none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An identifier as text: non-empty strings and finite numbers, at most 512 characters; otherwise `undefined`. */
export function identifier(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 512 ? value : undefined;
}

/** A number that is not negative and can be counted to, without its fraction; otherwise `undefined`. */
export function count(value: unknown): number | undefined {
  const possible = typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
  return possible ? Math.floor(value) : undefined;
}

/** Freezes what `toArticle` and `toComment` made, all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
