/**
 * Which relations `_embed` asks for: all, some by name, or none.
 *
 * @param {URLSearchParams} query
 * @returns {((relation: string) => boolean) | undefined}
 */
export function wantedRelations(query) {
  const values = [...query].filter(([name]) => /^_embed(\[\w*\])?$/.test(name)).map(([, value]) => value);
  if (values.length === 0) return undefined;
  const names = values.flatMap((value) => value.split(',')).map((name) => name.trim());
  if (names.every((name) => ['', '1', 'true'].includes(name))) return () => true;
  return (relation) => names.includes(relation);
}

/**
 * Follows the embeddable links of a record, as core does: a link that fails embeds its error.
 *
 * @param {Record<string, any>} record with `_links`
 * @param {(relation: string) => boolean} wanted
 * @param {(href: string) => unknown} read answers what the link leads to
 */
export function embedLinks(record, wanted, read) {
  const embedded = {};
  for (const [relation, links] of Object.entries(record._links ?? {})) {
    if (!wanted(relation)) continue;
    const followed = links.filter((link) => link.embeddable).map((link) => read(link.href));
    if (followed.length > 0) embedded[relation] = followed;
  }
  return Object.keys(embedded).length > 0 ? { ...record, _embedded: embedded } : record;
}
