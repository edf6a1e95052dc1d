import { NewsError } from '../model/news-error.js';
import type { AdapterEntry, SourceAnswer } from './adapter-entry.js';
import { ADAPTERS } from './adapter-table.js';
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
 * Asks the source once, and looks at the answer. Behind a page, and behind what no script may read, there may be an API
 * that says the same: of the kind that the address looks like, or of WordPress.
 *
 * @throws NewsError of every kind that reading throws
 */
export async function findByAnswer(src: string, own: readonly AdapterEntry[], io: Io): Promise<Detected> {
  let answer: SourceAnswer;
  try {
    answer = await read(src, io);
  } catch (error) {
    if (!(error instanceof NewsError) || error.kind !== 'unreachable') throw error;
    const name = await findByPage(src, io);
    if (name) return { names: [name], src };
    const api = await findWordPress(src, false, io);
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

/** Where a thread's page, which no other origin may read, has the same for programs. */
const APIS: Readonly<Record<string, (page: URL) => string>> = {
  discourse: ({ origin, pathname }) => `${origin}${pathname.replace(/\/$/, '')}.json`,
  mastodon: ({ origin, pathname }) => `${origin}/api/v1/statuses/${lastPart(pathname)}`,
  lemmy: ({ origin, pathname }) => `${origin}/api/v3/post?id=${lastPart(pathname)}`,
};

const lastPart = (path: string) => path.split('/').filter(Boolean).at(-1) ?? '';

/** The adapter whose pages have addresses like this one, where its API answers. */
async function findByPage(src: string, io: Io): Promise<string | undefined> {
  for (const { name, maybe } of ADAPTERS) {
    const api = APIS[name];
    if (!api || !maybe?.test(src) || !URL.canParse(src)) continue;
    const url = api(new URL(src));
    try {
      const { value: json } = await io.json(url);
      if (ANSWERS[name]!({ json, url, type: '' })) return name;
    } catch (error) {
      if (!(error instanceof NewsError)) throw error;
    }
  }
  return undefined;
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
