import { NewsError } from '../../model/news-error.js';
import { isRecord } from '../../model/record.js';

/** What the page's author has to mend. */
export const wrong = (message: string) => new NewsError('unsupported', `Mapping: ${message}`);

/** @throws NewsError `unsupported` for a key that is not in `allowed`; it names the one that was probably meant */
export function onlyKeys(
  input: unknown,
  allowed: readonly string[],
  where: string,
): Readonly<Record<string, unknown>> {
  if (!isRecord(input))
    throw wrong(`\`${where}\` must be an object with some of these keys: ${allowed.join(', ')}.`);
  const unknown = Object.keys(input).find((key) => !allowed.includes(key));
  if (unknown === undefined) return input;
  const near = allowed.find((key) => isNear(key.toLowerCase(), unknown.toLowerCase()));
  const name = where === 'mapping' ? unknown : `${where}.${unknown}`;
  throw wrong(
    `\`${name.slice(0, 100)}\` is not known.${near ? ` Is \`${near}\` meant?` : ''} Known here: ${allowed.join(', ')}.`,
  );
}

/** One letter more, less or other, two that changed places, or a beginning: `titel`, `author`, `headline` is none. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1)
    return a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a));
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const rest = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (rest.every((part) => part.length < 2)) return true;
  return rest[0]!.length === 2 && rest[0] === [...rest[1]!].reverse().join('');
}
