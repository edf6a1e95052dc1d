import { cleanText } from '../model/text.js';
import { safeUrl } from '../model/url.js';
import { ATTRIBUTES, EVERYWHERE } from './allow-lists.js';

/** Which URLs may stand in a body. */
export interface UrlRules {
  /** What relative URLs are relative to. */
  readonly base: string | undefined;
  /** `rel` of links. */
  readonly rel: string;
  /** Whether a picture, a sound or a film may be requested from here. */
  allowsMedia(url: string): boolean;
}

/** Returns the value to set, or `undefined` to drop the attribute. */
type Check = (value: string, rules: UrlRules) => string | undefined;

const between =
  (least: number, most: number): Check =>
  (value) => {
    const number = value.trim();
    return /^-?\d{1,6}$/.test(number) && Number(number) >= least && Number(number) <= most
      ? number
      : undefined;
  };
const oneOf =
  (...known: string[]): Check =>
  (value) =>
    known.includes(value.toLowerCase()) ? value.toLowerCase() : undefined;
const text: Check = (value) =>
  cleanText(value)
    .slice(0, 1000)
    .replace(/\p{Surrogate}$/u, '');
const present: Check = () => '';

/** A URL of a picture, a sound or a film that this page may request. */
export function mediaUrl(value: string, { base, allowsMedia }: UrlRules): string | undefined {
  const url = safeUrl(value, base, 'media');
  return url && allowsMedia(url) ? url : undefined;
}

/** Candidate by candidate: one bad address must not carry the others along, nor hide among them. */
export function mediaUrls(value: string, rules: UrlRules): string | undefined {
  const kept: string[] = [];
  for (const candidate of value
    .slice(0, 20_000)
    .split(/,(?:\s+|$)|,(?=https?:)|(?<=\s[\d.]{1,6}[wx]),/)
    .slice(0, 32)) {
    const [address = '', size = ''] = candidate.replace(/^[\s,]+/, '').split(/\s+/);
    const url = mediaUrl(address, rules);
    if (url && /^(?:\d{1,5}w|\d(?:\.\d{1,3})?x)?$/.test(size)) {
      kept.push(`${url.replaceAll(',', '%2C')} ${size}`.trim());
    }
  }
  return kept.join(', ') || undefined;
}

const CHECKS: Readonly<Record<string, Check>> = {
  href: (value, { base }) => safeUrl(value, base),
  src: mediaUrl,
  srcset: mediaUrls,
  sizes: (value) => (/^[\w\s().,:<>=%+*/-]{1,500}$/.test(value) ? value : undefined),
  alt: text,
  title: text,
  width: between(0, 10_000),
  height: between(0, 10_000),
  // More columns than anybody needs take seconds to lay out.
  colspan: between(1, 100),
  rowspan: between(0, 1000),
  span: between(1, 100),
  start: between(-999_999, 999_999),
  value: between(-999_999, 999_999),
  reversed: present,
  open: present,
  scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
  dir: oneOf('ltr', 'rtl', 'auto'),
  lang: (value) => (/^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(value) ? value : undefined),
  datetime: (value) => (/^[\w\s:.+-]{1,64}$/.test(value) ? value : undefined),
  type: (value) =>
    /^(?:[1aAiI]|[a-z]+\/[\w.+-]+(?:;\s*codecs="?[\w.,\s-]*"?)?)$/.test(value) ? value : undefined,
  class: (value) => /(?:^|\s)(language-[\w+#-]{1,40})(?:\s|$)/.exec(value)?.[1],
};

/** Keeps of an element's attributes what may stand there, with values that were checked. */
export function checkAttributes(element: Element, rules: UrlRules): void {
  const known = [...(ATTRIBUTES[element.localName] ?? []), ...EVERYWHERE];
  for (const { name, value } of [...element.attributes]) {
    const checked = known.includes(name) ? CHECKS[name]?.(value, rules) : undefined;
    if (checked === undefined) element.removeAttribute(name);
    else if (checked !== value) element.setAttribute(name, checked);
  }
}
