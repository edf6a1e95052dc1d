import { en } from './en.js';
import type { Strings } from './strings.js';

const languages = new Map<string, Strings>([['en', en]]);
const listeners = new Set<() => void>();

/**
 * Adds a language, or changes words of one. Words that are left out are English.
 *
 * @param lang BCP 47 tag, such as `de` or `pt-BR`
 */
export function registerStrings(lang: string, strings: Partial<Strings>): void {
  languages.set(lang.toLowerCase(), { ...en, ...languages.get(lang.toLowerCase()), ...strings });
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

/** The best language that we have words for: `de-AT`, then `de`, then English. */
export function languageFor(lang: string): Language {
  const tag = lang.trim().toLowerCase().replaceAll('_', '-');
  const primary = tag.split('-')[0]!;
  const strings = languages.get(tag) ?? languages.get(primary);
  if (!strings) return { locale: 'en', strings: en };
  try {
    return { locale: Intl.getCanonicalLocales(tag)[0] ?? primary, strings };
  } catch {
    return { locale: primary, strings };
  }
}
