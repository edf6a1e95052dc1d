const ISO = /^[+-]?\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
// RFC 822 as feeds write it: optional day name, one- or two-digit day, two- or four-digit year, zone by name or offset.
const RFC_822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{2}|\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONES: Record<string, number> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

function fromIso(text: string): number {
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.length > 10;
  const normal = text
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(/\s+/g, '')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  return Date.parse(normal.includes('T') && !hasZone ? `${normal}Z` : normal);
}

function fromRfc822(match: RegExpMatchArray): number {
  const [, day, monthName, yearText, hour, minute, second = '0', zone = 'GMT'] = match;
  const month = MONTHS.indexOf(monthName!.toLowerCase());
  if (month < 0) return NaN;
  const short = Number(yearText);
  const year = yearText!.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
  const offset = /^[+-]/.test(zone)
    ? (zone[0] === '-' ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
    : (ZONES[zone.toUpperCase()] ?? 0) * 60;
  return Date.UTC(year, month, Number(day), Number(hour), Number(minute) - offset, Number(second));
}

/**
 * An ISO 8601 UTC string such as `2026-11-23T09:30:00.000Z`, or `undefined` for what is no date.
 * Takes ISO 8601 (without a zone: UTC), RFC 822 as in feeds, and `Date` objects. Years 1 to 9999.
 */
export function toIsoDate(value: unknown): string | undefined {
  let time = NaN;
  if (value instanceof Date) time = value.getTime();
  else if (typeof value === 'string' && value.length < 64) {
    const text = value.trim();
    const rfc822 = RFC_822.exec(text);
    if (ISO.test(text)) time = fromIso(text);
    else if (rfc822) time = fromRfc822(rfc822);
  }
  if (!Number.isFinite(time)) return undefined;
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString() : undefined;
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The moment an ISO 8601 duration (`P7D`, `PT12H`, `P1M`) before `now`, or `undefined` when it is none.
 * Rounded down to the minute, so that every element on a page asks with the same URL.
 */
export function before(duration: string, now = new Date()): string | undefined {
  const match = DURATION.exec(duration.trim().toUpperCase());
  if (!match || match.slice(1).every((part) => part === undefined)) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years!, date.getUTCMonth() - months!);
  date.setTime(
    date.getTime() - ((weeks! * 7 + days!) * 86400 + hours! * 3600 + minutes! * 60 + seconds!) * 1000,
  );
  date.setUTCSeconds(0, 0);
  return toIsoDate(date);
}
