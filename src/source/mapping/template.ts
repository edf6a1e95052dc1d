import { NewsError } from '../../model/news-error.js';
import { pathPart } from '../adapters/common/path-part.js';

/** What stands for a request in a mapping: an address with places such as `{page}`. */
export interface Template {
  readonly text: string;
  readonly names: readonly string[];
}

export type Values = Readonly<Record<string, unknown>>;

const PLACE = /\{([^{}]*)\}/g;

/** @throws NewsError `unsupported` for a place that has no name of `allowed`, and for one in the name of the host */
export function toTemplate(input: unknown, where: string, allowed: readonly string[]): Template {
  const fail = (why: string) => new NewsError('unsupported', `Mapping: \`${where}\` ${why}.`);
  if (typeof input !== 'string' || input.trim() === '')
    throw fail('must be an address, such as "/news/{item}"');
  const names = [...input.matchAll(PLACE)].map(([, name]) => name!);
  const wrong = names.find((name) => !allowed.includes(name));
  const places = allowed.map((name) => `{${name}}`).join(', ');
  if (wrong !== undefined) throw fail(`has {${wrong}}, which is not known here; there are: ${places}`);
  if (/^[^/?#]*:[^/?#]*\{|^(?:[^/?#]*:)?\/\/[^/?#]*\{/.test(input))
    throw fail('may have no place in its host');
  return { text: input.trim(), names };
}

/** A `src` is a template too; the URL parser has hidden its braces, where they stand in the path. */
export function srcTemplate(src: string, allowed: readonly string[]): Template {
  const place = new RegExp(`%7B(${allowed.join('|')})%7D`, 'gi');
  const text = src.replaceAll(place, '{$1}');
  const names = [...text.matchAll(PLACE)].map(([, name]) => name!).filter((name) => allowed.includes(name));
  return { text, names };
}

/**
 * The address of a request. One that begins with `?` sets parameters of `src` and keeps its others; any other one is
 * relative to `src`. A parameter whose place has no value is left out.
 *
 * @throws NewsError `unsupported` when a place in the path has none, or one that would lead elsewhere
 */
export function fill({ text, names }: Template, values: Values, src: string): string {
  const [, path = '', , query, hash = ''] = /^([^?#]*)(\?([^#]*))?(#.*)?$/.exec(text) ?? [];
  const has = (name: string) => names.includes(name);
  const filledPath = path.replaceAll(PLACE, (place, name: string) => {
    if (!has(name)) return place;
    const value = asText(values[name]);
    if (value === '' || /^\.{1,2}$/.test(value)) {
      throw new NewsError(
        'unsupported',
        `Mapping: ${place} of \`${text}\` has no value that can stand in it.`,
        {
          url: src,
        },
      );
    }
    return pathPart(value);
  });
  const filled = (query ?? '').split('&').flatMap((parameter) => {
    const own = [...parameter.matchAll(PLACE)].map(([, name]) => name!).filter(has);
    if (own.length > 0 && own.every((name) => asText(values[name]) === '')) return [];
    const whole = parameter.replaceAll(PLACE, (place, name: string) =>
      has(name) ? pathPart(asText(values[name])) : place,
    );
    return whole ? [whole] : [];
  });
  try {
    const url = new URL(path === '' && query !== undefined ? src : filledPath, src);
    if (path !== '') url.search = filled.join('&');
    else for (const [name, value] of new URLSearchParams(filled.join('&'))) url.searchParams.set(name, value);
    if (hash) url.hash = hash;
    return url.href;
  } catch {
    throw new NewsError('unsupported', `Mapping: \`${text}\` is no address.`, { url: src });
  }
}

/** What stands in `src` where the template has `{item}`, when it is of that form. */
export function itemOf(template: Template, src: string): string | undefined {
  const mark = 'newsprint-item';
  if (!template.names.includes('item')) return undefined;
  try {
    const url = new URL(src);
    const form = new URL(template.text.replaceAll('{item}', mark), src);
    if (form.origin !== url.origin) return undefined;
    const [name] = [...form.searchParams].find(([, value]) => value === mark) ?? [];
    if (name !== undefined)
      return form.pathname === url.pathname ? (url.searchParams.get(name) ?? undefined) : undefined;
    const [before = '', after = ''] = form.pathname.split(mark);
    const { pathname } = url;
    if (!pathname.startsWith(before) || !pathname.slice(before.length).endsWith(after)) return undefined;
    const item = pathname.slice(before.length, pathname.length - after.length);
    return item && !item.includes('/') ? decodeURIComponent(item) : undefined;
  } catch {
    return undefined;
  }
}

/** Ids are text or numbers; anything else is no value. */
export function asText(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value : '';
}
