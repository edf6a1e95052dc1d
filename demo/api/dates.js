/** WordPress writes UTC without saying so: `2026-01-31T12:00:00`. */
export function toGmt(time) {
  return new Date(time).toISOString().slice(0, 19);
}

/** The site's own clock, again without an offset. */
export function toLocal(time, gmtOffset) {
  return toGmt(time + gmtOffset * 3_600_000);
}

/** RFC 822, as RSS wants it. */
export function toRfc822(time) {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}
