import type { Adapter } from './adapter.js';

/** One line of the table below. */
export interface AdapterRow {
  /** Value of the `adapter` attribute. */
  readonly name: string;
  /** URLs that are surely of this API. */
  readonly url?: RegExp;
  /** URLs that look like it: worth loading the code early, but the answer decides. */
  readonly maybe?: RegExp;
  load(): Promise<{ readonly adapter: Adapter }>;
}

/**
 * The adapters that come with the library, and what a URL says about them. What the answer says is in `answer-table.ts`.
 * Small and without imports of its own, because the script-tag loader carries it.
 */
export const ADAPTERS: readonly AdapterRow[] = [
  // Articles and comments, read and write.
  {
    name: 'wordpress',
    url: /\/wp\/v2\/|\/wp-json\/|[?&]rest_route=/,
    load: () => import('./adapters/wordpress.js'),
  },
  {
    name: 'wordpress-com',
    url: /^https:\/\/(?:public-api\.wordpress\.com\/rest\/v1|(?!public-api\.|www\.)[\w-]+\.wordpress\.com\/(?:\d{4}\/\d\d\/\d\d\/[^/?#]+\/?)?(?:#|\?(?![^#]*rest_route=)|$))/,
    load: () => import('./adapters/wordpress-com.js'),
  },
  { name: 'waline', url: /\/comment\/?\?(?:[^#]*&)?path=/, load: () => import('./adapters/waline.js') },
  { name: 'isso', maybe: /\/\?(?:[^#]*&)?uri=/, load: () => import('./adapters/isso.js') },
  {
    name: 'strapi',
    // The comments plugin names a content type in its address.
    url: /\/api\/comments\/[\w-]+(?:::|%3A%3A)[\w-]+\./i,
    maybe: /\/api\/[\w-]+(?:\/[\w-]+)?\/?\?(?:[^#]*&)?(?:populate|filters|pagination)(?:\[|%5B|=)/i,
    load: () => import('./adapters/strapi.js'),
  },
  { name: 'directus', maybe: /\/items\/\w/, load: () => import('./adapters/directus.js') },
  { name: 'drupal', url: /\/jsonapi\/\w/, load: () => import('./adapters/drupal.js') },
  // Articles.
  {
    name: 'ghost',
    url: /\/ghost\/api\/(?:v\d\/|canary\/)?content\/|\/members\/api\/comments\//,
    load: () => import('./adapters/ghost.js'),
  },
  {
    name: 'json-feed',
    maybe: /^[^?#]*(?:feed\.json|\/feed\/json\/?|json[-/]?feed\/?)(?:[?#]|$)/,
    load: () => import('./adapters/json-feed.js'),
  },
  {
    name: 'rss',
    maybe:
      /^[^?#]*(?:\.(?:xml|rss|rdf|atom)(?:[?#]|$)|\/(?:feeds?|rss|atom)(?:[/?#]|$))|[?&]feed=(?:rss|atom|rdf|comments)/,
    load: () => import('./adapters/rss.js'),
  },
  {
    name: 'contentful',
    url: /^https:\/\/(?:cdn|preview)(?:\.eu)?\.contentful\.com\//,
    load: () => import('./adapters/contentful.js'),
  },
  {
    name: 'sanity',
    url: /^https:\/\/[\w-]+\.(?:api|apicdn)\.sanity\.io\//,
    load: () => import('./adapters/sanity.js'),
  },
  {
    name: 'guardian',
    url: /^https:\/\/(?:content\.guardianapis\.com\/|(?:www\.)?theguardian\.com\/[^#]*[?&]api-key=)/,
    load: () => import('./adapters/guardian.js'),
  },
  { name: 'forem', url: /^https:\/\/dev\.to\//, load: () => import('./adapters/forem.js') },
  { name: 'html', load: () => import('./adapters/html.js') },
  // Threads.
  {
    name: 'mastodon',
    // Mastodon's own numbers are long; others have pages below the name of a writer as well.
    url: /\/api\/v1\/(?:statuses|accounts\/\w+\/statuses|timelines)\b|^https:\/\/[^/]+\/users\/[^/]+\/statuses\/\d+\/?(?:[?#]|$)|^https:\/\/(?!(?:[\w-]+\.)*(?:dev\.to|medium\.com|youtube\.com)\/)[^/]+\/@[^/]+\/\d{15,}\/?(?:[?#]|$)/,
    maybe:
      /^https:\/\/(?!(?:[\w-]+\.)*(?:dev\.to|medium\.com|youtube\.com)\/)[^/]+\/@[^/]+\/\d+\/?(?:[?#]|$)/,
    load: () => import('./adapters/mastodon.js'),
  },
  {
    name: 'bluesky',
    url: /^at:\/\/|^https:\/\/bsky\.app\/profile\/|\/xrpc\/app\.bsky\./,
    load: () => import('./adapters/bluesky.js'),
  },
  {
    name: 'discourse',
    // A slug is never only digits. Without one, `/t/2024/` may also be a tag of any site.
    url: /^(?!https:\/\/(?:[\w-]+\.)*(?:dev\.to|medium\.com|youtube\.com)\/)[^?#]*\/t\/(?:(?!\d+\/)[^/?#]+\/\d+(?:\/\d+)?(?:\.json)?|\d+(?:\/\d+)?\.json)\/?(?:[?#]|$)/,
    maybe:
      /^(?!https:\/\/(?:[\w-]+\.)*(?:dev\.to|medium\.com|youtube\.com)\/)[^?#]*\/t\/\d+(?:\/\d+)?\/?(?:[?#]|$)/,
    load: () => import('./adapters/discourse.js'),
  },
  {
    name: 'github',
    url: /^https:\/\/(?:api\.github\.com\/repos|github\.com)\/[^/]+\/[^/]+\/(?:issues|pulls?)\/\d/,
    load: () => import('./adapters/github.js'),
  },
  {
    name: 'hacker-news',
    url: /^https:\/\/(?:news\.ycombinator\.com\/(?:item|from|newest|news|front|ask|show|jobs)?(?:[?#]|$)|hn\.algolia\.com\/|hacker-news\.firebaseio\.com\/)/,
    load: () => import('./adapters/hacker-news.js'),
  },
  {
    name: 'lemmy',
    url: /\/api\/v[34]\/(?:post|comment)\b/,
    maybe: /^[^?#]*\/post\/\d+\/?(?:[?#]|$)/,
    load: () => import('./adapters/lemmy.js'),
  },
  { name: 'webmention', url: /\/api\/mentions(?:\.jf2)?\?/, load: () => import('./adapters/webmention.js') },
  {
    name: 'remark42',
    url: /\/api\/v1\/find\?|\/web\/iframe\.html\?(?:[^#]*&)?site_id=/,
    load: () => import('./adapters/remark42.js'),
  },
];

/** The row whose code is worth loading now, before anything was requested. */
export function rowForUrl(url: string): AdapterRow | undefined {
  return ADAPTERS.find((row) => row.url?.test(url)) ?? ADAPTERS.find((row) => row.maybe?.test(url));
}
