import type { NewsError } from '../model/news-error.js';
import type { Circumstances } from '../source/cors-doctor.js';

const said = new Set<string>();
const examined = new Set<string>();

/** A line for the page's author on the console, said once however many elements and tries meet the same thing. */
export function reportOnce(tag: string, error: NewsError, about: Circumstances = {}): void {
  if (error.kind === 'unreachable' && error.code === undefined && error.url)
    void examineOnce(tag, error, about);
  else say(tag, error, error.message);
}

/** Of a host that does not answer, the likely cause is found out, once. Readers wait for nothing of it. */
async function examineOnce(tag: string, error: NewsError, about: Circumstances): Promise<void> {
  const host = /^\w+:\/\/[^/?#]*/.exec(error.url!)?.[0] ?? error.url!;
  if (examined.has(host) || examined.size > 20) return;
  examined.add(host);
  let cause: string | undefined;
  try {
    const { explainUnreachable } = await import('../source/cors-doctor.js');
    cause = await explainUnreachable(error, about);
  } catch {
    // Then at least that it failed.
  }
  say(tag, error, cause ?? error.message);
}

function say(tag: string, { kind, url = '' }: NewsError, what: string): void {
  const line = `[newsprint] <${tag}> ${kind}: ${what} ${what.includes(url) ? '' : url}`.trimEnd();
  if (said.has(line) || said.size > 100) return;
  said.add(line);
  console.warn(line);
}
