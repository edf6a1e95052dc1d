import { en } from './en.js';
import type { Strings } from './strings.js';

const languages = new Map<string, Strings>([['en', en]]);
const listeners = new Set<() => void>();
const toTag = (lang: string) => lang.trim().toLowerCase().replaceAll('_', '-');
/** As the page has changed it, where it has. */
const english = () => languages.get('en')!;

/**
 * Adds a language, or changes words of one. Words that are left out are English.
 *
 * @param lang BCP 47 tag, such as `de` or `pt-BR`
 */
export function registerStrings(lang: string, strings: Partial<Strings>): void {
  const tag = toTag(lang);
  languages.set(tag, { ...english(), ...languages.get(tag), ...strings });
  for (const listener of listeners) listener();
}

/** Calls back when a language was added. @returns how to stop that */
export function onStrings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language around an element: the nearest `lang`, also out of the shadow roots that it stands in. */
export function nearestLang(element: Element): string {
  for (let here: Element | null = element; here;) {
    const lang = here.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
    const root: Node = here.getRootNode();
    here = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** Words and the locale for dates and numbers, which are one language: half-translated lines help nobody. */
export interface Language {
  readonly locale: string;
  readonly strings: Strings;
}

/** The best language that we have words for: `zh-Hant-TW`, then `zh-Hant`, then `zh`, then English. */
export function languageFor(lang: string): Language {
  const tag = toTag(lang);
  const primary = tag.split('-')[0]!;
  let known = tag;
  while (known && !languages.has(known)) known = known.slice(0, Math.max(0, known.lastIndexOf('-')));
  const strings = languages.get(known);
  if (!strings) return { locale: 'en', strings: english() };
  try {
    return { locale: Intl.getCanonicalLocales(tag)[0] ?? primary, strings };
  } catch {
    return { locale: primary, strings };
  }
}
