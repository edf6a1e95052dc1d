// ISO 8601 as it is met: a year, a month, a day, or a moment, also with a space for the T and a zone without minutes.
const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?)?$/i;
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

function fromIso(match: RegExpMatchArray): number {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone] =
    match;
  const time = toTime([year, month, day, hour, minute, second].map(Number), zone);
  return time + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

function fromRfc822(match: RegExpMatchArray): number {
  const [, day, monthName, yearText, hour, minute, second = '0', zone] = match;
  const month = MONTHS.indexOf(monthName!.toLowerCase()) + 1;
  const short = Number(yearText);
  const year = yearText!.length === 2 ? short + (short < 70 ? 2000 : 1900) : short;
  return toTime([year, month, ...[day, hour, minute, second].map(Number)], zone);
}

/** `NaN` for what no calendar and no clock has: browsers do not agree whether 31 February is none or 3 March. */
function toTime(parts: readonly number[], zone?: string): number {
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // Midnight may be called 24:00, and a leap second is the next minute.
  const inDay = hour * 3600 + minute * 60 + second;
  if (date.getUTCMonth() !== month - 1 || minute > 59 || second > 60 || inDay > 86_400) return NaN;
  return date.getTime() + (inDay - offsetOf(zone)) * 1000;
}

/** Seconds that a zone is ahead of UTC; of unknown names nobody knows it, so they count as UTC. */
function offsetOf(zone = 'Z'): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return (ZONES[zone.toUpperCase()] ?? 0) * 3600;
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59) return NaN;
  return (match[1] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
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
    const iso = ISO.exec(text);
    const rfc822 = iso ? null : RFC_822.exec(text);
    if (iso) time = fromIso(iso);
    else if (rfc822) time = fromRfc822(rfc822);
  }
  if (!Number.isFinite(time)) return undefined;
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString() : undefined;
}

const DURATION =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The moment an ISO 8601 duration (`P7D`, `PT12H`, `P1M`) before `now`, or `undefined` when it is none.
 * Rounded down to the minute, so that every element on a page asks with the same URL.
 */
export function before(duration: string, now = new Date()): string | undefined {
  const match = DURATION.exec(duration.trim().toUpperCase());
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCFullYear(date.getUTCFullYear() - years!, date.getUTCMonth() - months!);
  // A month before 31 March is the last of February, not the third of March.
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  date.setTime(
    date.getTime() - ((weeks! * 7 + days!) * 86400 + hours! * 3600 + minutes! * 60 + seconds!) * 1000,
  );
  date.setUTCSeconds(0, 0);
  return toIsoDate(date);
}
