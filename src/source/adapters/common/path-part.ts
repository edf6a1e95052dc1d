/** An id as a part of an address. Half a sign, which a hostile id may have, would throw. */
export function pathPart(id: string): string {
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
