const dates = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeStyle ?? ''}`;
  let format = dates.get(key);
  // Making one costs far more than using it.
  if (!format) dates.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

/** "23 November 2026", in the reader's time zone. */
export function formatDay(iso: string, locale: string): string {
  return formatter(locale, { dateStyle: 'long' }).format(new Date(iso));
}

/** "23 November 2026 at 09:30", in the reader's time zone. */
export function formatMoment(iso: string, locale: string): string {
  return formatter(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

const relative = new Map<string, Intl.RelativeTimeFormat>();
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];

/** "5 minutes ago" for what is younger than a week, the day for what is older or lies ahead. */
export function formatAge(iso: string, locale: string, now = Date.now()): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < -60 || seconds >= 7 * 86_400) return formatDay(iso, locale);
  // "This minute", but not "yesterday", which may be wrong for what is 40 hours old.
  const numeric = seconds < 60 ? 'auto' : 'always';
  const key = `${locale} ${numeric}`;
  let format = relative.get(key);
  if (!format) relative.set(key, (format = new Intl.RelativeTimeFormat(locale, { numeric })));
  const [unit, size] = STEPS.findLast(([, from]) => seconds >= from) ?? ['second', 1];
  return seconds < 60 ? format.format(0, 'minute') : format.format(-Math.floor(seconds / size), unit);
}

/** "A, B, and C" */
export function formatList(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}
