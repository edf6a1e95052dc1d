import { NewsError } from '../model/news-error.js';
import type { AdapterEntry, SourceAnswer } from './adapter-entry.js';
import { ANSWERS } from './answer-table.js';
import { findWordPress } from './find-wordpress.js';
import type { Io } from './io.js';

/** Which adapters an answer is of: none, one, or more than one. */
export interface Detected {
  readonly names: readonly string[];
  /** The URL to read from: another one than was asked where that is a page of a site with an API. */
  readonly src: string;
}

/**
 * Asks the source once, and looks at the answer. Behind a page, and behind what no script may read, there may be a
 * WordPress with an API that says the same.
 *
 * @throws NewsError of every kind that reading throws
 */
export async function findByAnswer(src: string, own: readonly AdapterEntry[], io: Io): Promise<Detected> {
  let answer: SourceAnswer;
  try {
    answer = await read(src, io);
  } catch (error) {
    const isRefused = error instanceof NewsError && error.kind === 'unreachable';
    const api = isRefused ? await findWordPress(src, false, io) : undefined;
    if (api) return { names: ['wordpress'], src: api };
    throw error;
  }
  const claimed = own.find((entry) => entry.matchesAnswer?.(answer));
  if (claimed) return { names: [claimed.name], src };
  const names = Object.keys(ANSWERS).filter((name) => ANSWERS[name]!(answer));
  if (names.length === 1 && names[0] === 'html') {
    const api = await findWordPress(src, true, io);
    if (api) return { names: ['wordpress'], src: api };
  }
  if (names.length === 0 && answer.json === undefined) {
    throw new NewsError('parse', 'Neither JSON nor a feed nor a web page.', { url: answer.url });
  }
  return { names, src };
}

async function read(src: string, io: Io): Promise<SourceAnswer> {
  const answer = await io.text(src);
  const about = { url: answer.url, type: answer.header('content-type') ?? '' };
  try {
    const json: unknown = JSON.parse(answer.value);
    return { json, ...about };
  } catch {
    // Not JSON: a feed in XML, or a web page.
  }
  return { text: answer.value.slice(0, 65_536), ...about };
}
