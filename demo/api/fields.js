/**
 * `_fields` as a list of paths; none means everything.
 *
 * @param {URLSearchParams} query
 * @returns {string[][] | undefined}
 */
export function wantedFields(query) {
  const names = [...query]
    .filter(([name]) => /^_fields(\[\w*\])?$/.test(name))
    .flatMap(([, value]) => value.split(','))
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length > 0 ? names.map((name) => name.split('.')) : undefined;
}

/**
 * Keeps only the wanted fields: `title`, or `title.rendered` for a part of one.
 *
 * @param {Record<string, any>} record
 * @param {string[][] | undefined} paths
 */
export function pickFields(record, paths) {
  if (!paths) return record;
  const picked = {};
  for (const [name, value] of Object.entries(record)) {
    const rests = paths.filter((path) => path[0] === name).map((path) => path.slice(1));
    if (rests.length === 0) continue;
    const whole = rests.some((rest) => rest.length === 0) || value === null || typeof value !== 'object';
    picked[name] = whole || Array.isArray(value) ? value : pickFields(value, rests);
  }
  return picked;
}
