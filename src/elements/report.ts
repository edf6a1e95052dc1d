import type { NewsError } from '../model/news-error.js';

const said = new Set<string>();

/** A line for the page's author on the console, said once however many elements and tries meet the same thing. */
export function reportOnce(tag: string, { kind, message, url = '' }: NewsError): void {
  const line = `[newsprint] <${tag}> ${kind}: ${message} ${url}`.trimEnd();
  if (said.has(line) || said.size > 100) return;
  said.add(line);
  console.warn(line);
}
