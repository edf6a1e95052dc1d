/**
 * One page of records with the headers that tell of the others.
 *
 * @template T
 * @param {readonly T[]} records all that match, in order
 * @param {{ page: number, per_page: number, offset?: number }} params
 * @param {URL} url of the request
 * @returns {{ records: T[], total: number, pages: number, headers: Record<string, string> }}
 */
export function takePage(records, { page, per_page: size, offset }, url) {
  const start = offset ?? (page - 1) * size;
  const total = records.length;
  const pages = Math.ceil(total / size);
  const links = [];
  // Core links to the last page there is when one has gone past it.
  if (page > 1) links.push(`<${pageUrl(url, Math.min(page - 1, pages))}>; rel="prev"`);
  if (page < pages) links.push(`<${pageUrl(url, page + 1)}>; rel="next"`);
  const headers = { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(pages) };
  if (links.length > 0) headers.Link = links.join(', ');
  return { records: records.slice(start, start + size), total, pages, headers };
}

function pageUrl(url, page) {
  const other = new URL(url);
  other.searchParams.set('page', String(page));
  return other.href;
}

/**
 * Orders by a key, then by id so that no two requests disagree about equals.
 *
 * @template {{ id: number }} T
 * @param {readonly T[]} records
 * @param {(record: T) => string | number} key
 * @param {'asc' | 'desc'} order
 */
export function sortBy(records, key, order) {
  const sign = order === 'asc' ? 1 : -1;
  return [...records].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === y) return sign * (a.id - b.id);
    return sign * (x < y ? -1 : 1);
  });
}

/** `orderby=include` keeps the order in which the ids were asked for. */
export function sortAsListed(records, ids) {
  return [...records].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
