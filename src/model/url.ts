/** What a URL is for decides which schemes it may have. */
export type UrlPurpose = 'link' | 'media';

const SCHEMES: Record<UrlPurpose, readonly string[]> = {
  link: ['http:', 'https:', 'mailto:', 'tel:'],
  media: ['http:', 'https:'],
};
const MAX_URL = 4096;

/**
 * An absolute URL that may be bound to `href` or `src`, or `undefined`: no scheme that runs or embeds anything,
 * no user name or password, at most 4,096 characters. Lit escapes text, but happily binds `javascript:`.
 *
 * @param base what a relative value is relative to; without it only absolute URLs pass
 */
export function safeUrl(value: unknown, base?: string, purpose: UrlPurpose = 'link'): string | undefined {
  if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_URL) return undefined;
  let url: URL;
  try {
    url = new URL(value, base);
  } catch {
    return undefined;
  }
  if (!SCHEMES[purpose].includes(url.protocol) || url.username || url.password) return undefined;
  return url.href.length > MAX_URL ? undefined : url.href;
}
