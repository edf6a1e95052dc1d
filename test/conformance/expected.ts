/** What of `expected` is not in `actual`, one line each; empty when all is there. */
export function missingIn(actual: unknown, expected: unknown, path = ''): string[] {
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(actual, expected) || (expected === null && actual === undefined)
      ? []
      : [`${path}: ${show(expected)} was expected, but it is ${show(actual)}`];
  }
  if (typeof actual !== 'object' || actual === null) {
    return [`${path}: ${show(expected)} was expected, but it is ${show(actual)}`];
  }
  return Object.entries(expected).flatMap(([key, value]) => {
    const own = Object.hasOwn(actual, key) ? (actual as Record<string, unknown>)[key] : undefined;
    return missingIn(own, value, `${path}.${key}`);
  });
}

const show = (value: unknown) => JSON.stringify(value)?.slice(0, 300) ?? String(value);
