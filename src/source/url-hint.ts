/** Names of the adapters that come with the library. */
export type BuiltInAdapter = 'wordpress' | 'json-feed' | 'rss';

/** What the look of a URL says about the API behind it. */
export interface UrlHint {
  readonly name: BuiltInAdapter;
  /** Whether the URL alone decides. Otherwise it only tells what is worth loading early; the answer decides. */
  readonly sure: boolean;
}

/** Imports nothing and is small, because the script-tag loader carries it. */
export function adapterForUrl(url: string): UrlHint | undefined {
  if (/\/wp\/v2\/|\/wp-json\/|[?&]rest_route=/.test(url)) return { name: 'wordpress', sure: true };
  const path = url.replace(/[?#].*$/, '');
  if (/(feed\.json|\/feed\/json\/?|json[-/]?feed\/?)$/.test(path)) return { name: 'json-feed', sure: false };
  if (/\.(xml|rss|rdf|atom)$|\/(feed|rss|atom)(\/|$)/.test(path)) return { name: 'rss', sure: false };
  return undefined;
}
