import { get, identifier, isRecord } from './record.js';
import { cleanText } from './text.js';
import { safeUrl } from './url.js';

/** Where a story was first published, or where a comment lives. */
export interface NewsSource {
  readonly name: string;
  readonly url?: string;
  /** Tells places apart that have the same name, in a thread of several sources. */
  readonly id?: string;
}

/** From `{name, url}` or a bare name; `undefined` without a name. */
export function toSource(input: unknown, base?: string): NewsSource | undefined {
  const name = cleanText(isRecord(input) ? get(input, 'name') : input);
  if (!name) return undefined;
  const source = { name, url: safeUrl(get(input, 'url'), base) };
  const id = identifier(get(input, 'id'));
  return id === undefined ? source : { ...source, id };
}
