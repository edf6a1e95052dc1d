/** Longer headers are none that a server means. */
const MOST = 8192;

/**
 * The address that a `Link` header calls the next one, as it stands there. By hand, and not by one pattern: a header is as
 * hostile as a body.
 * Source: https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
export function nextLink(header: string | null | undefined): string | undefined {
  for (const link of (header ?? '').slice(0, MOST).split('<').slice(1)) {
    const end = link.indexOf('>');
    if (end < 0) continue;
    for (const param of link.slice(end + 1).split(/[;,]/)) {
      const [name = '', value = ''] = param.split('=', 2);
      if (name.trim().toLowerCase() !== 'rel') continue;
      const words = value.replaceAll('"', ' ').toLowerCase().trim().split(/\s+/);
      if (words.includes('next')) return link.slice(0, end);
    }
  }
  return undefined;
}
