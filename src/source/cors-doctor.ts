import type { NewsError } from '../model/news-error.js';
import { rowForUrl } from './adapter-table.js';
import { isMixedContent, PROXY_ADVICE, settingFor } from './cors-advice.js';

/** Why there was no answer that the page may read. */
export type Finding = 'offline' | 'mixed-content' | 'policy' | 'silent' | 'no-header' | 'answers';

export interface Circumstances {
  /** Value of the `adapter` attribute. */
  readonly adapter?: string;
  readonly during?: 'load' | 'post';
  readonly credentials?: RequestCredentials;
  /** Most milliseconds that the probe takes. */
  readonly timeout?: number;
}

const PATIENCE = 5000;

/**
 * What most likely keeps the page from reading a source, for its author: a line for each of cause, header, setting
 * and what to do besides. `unreachable` is all that a
 * failed request says; one more, whose answer nobody can read, tells whether the host is there at all.
 *
 * @returns `undefined` for an address that no browser asks
 */
export async function explainUnreachable(
  { url = '' }: Pick<NewsError, 'url'>,
  about: Circumstances = {},
): Promise<string | undefined> {
  if (!/^https?:/.test(url)) return undefined;
  return wording(await examine(url, about), url, about);
}

/** @param url of http or https */
export async function examine(url: string, { timeout = PATIENCE }: Circumstances = {}): Promise<Finding> {
  if (!navigator.onLine) return 'offline';
  if (isMixedContent(url, location.origin)) return 'mixed-content';
  const { origin } = new URL(url);
  let isBlocked = false;
  const watch = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    isBlocked ||=
      disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI.startsWith(origin);
  };
  document.addEventListener('securitypolicyviolation', watch);
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
    });
    return origin === location.origin ? 'answers' : 'no-header';
  } catch {
    // The report comes in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return isBlocked ? 'policy' : 'silent';
  } finally {
    document.removeEventListener('securitypolicyviolation', watch);
  }
}

function wording(finding: Finding, url: string, { adapter, during, credentials }: Circumstances): string {
  const host = new URL(url).origin;
  const page = location.origin;
  switch (finding) {
    case 'offline':
      return 'This device is offline.';
    case 'mixed-content':
      return `This page is encrypted and ${host} is not: browsers block that. Use https:// in src.`;
    case 'policy':
      return `This page's Content-Security-Policy forbids it: add ${host} to connect-src.`;
    case 'silent':
      return `${host} does not answer: a wrong name, a server that is down, redirects in a circle, or a blocker.`;
    case 'answers':
      return `${host} answers again: it was a short outage.`;
    case 'no-header':
      return [
        `${host} answers, but does not let this page read it.`,
        credentials === 'include'
          ? `Most likely missing: Access-Control-Allow-Origin: ${page} (not *) with Access-Control-Allow-Credentials: true.`
          : `Most likely missing: the header Access-Control-Allow-Origin: ${page} (or *).`,
        ...(during === 'post'
          ? ['For posting also, in the answer to OPTIONS: Access-Control-Allow-Headers: content-type.']
          : []),
        `${settingFor(nameOf(adapter, url), page)}.`.replace(/([.;])\.$/, '$1'),
        PROXY_ADVICE,
        `More: npx newsprint-elements doctor '${url.replaceAll("'", '%27')}' --origin=${page}`,
      ].join('\n  ');
  }
}

/** One name of several says nothing about this address. */
function nameOf(adapter: string | undefined, url: string): string | undefined {
  return adapter && !/\s/.test(adapter.trim()) && adapter !== 'auto' ? adapter.trim() : rowForUrl(url)?.name;
}
