/**
 * What to set where, so that a page of another origin may read a source. One table for the console of a page and for
 * `npx newsprint-elements doctor`: it needs neither a DOM nor the rest of the library.
 */
export interface CorsAdvice {
  /** What the system is called. */
  readonly system: string;
  /** What to set; `{origin}` and `{host}` are those of the page. */
  readonly setting: string;
  /** Headers that its totals and next pages are in: a page reads them only when they are exposed. */
  readonly exposes?: readonly string[];
  /** How comments are sent: the browser asks before JSON, never before a form. */
  readonly posts?: 'json' | 'form';
}

const BY_ITSELF =
  'lets every page read it by itself. Something before it takes the header away: a CDN, a firewall';
const hosted = (system: string): CorsAdvice => ({
  system,
  setting:
    'lets every page read it. Most likely the address is wrong, or a network filter or an extension is in between.',
});
const SERVER_LINES =
  'nginx: add_header Access-Control-Allow-Origin "{origin}" always; ' +
  'Apache (mod_headers): Header always set Access-Control-Allow-Origin "{origin}"';

const ADVICE: Readonly<Record<string, CorsAdvice>> = {
  wordpress: {
    system: 'WordPress',
    setting:
      `${BY_ITSELF}, or a security plugin that "protects the REST API" or sends CORS headers of its own. ` +
      'Take /wp-json/ (and ?rest_route=) out of its rules.',
    exposes: ['X-WP-Total', 'X-WP-TotalPages', 'Link'],
    posts: 'form',
  },
  'wordpress-com': hosted('WordPress.com'),
  waline: {
    system: 'Waline',
    setting: 'environment: SECURE_DOMAINS must name {host}, or be left out.',
    posts: 'json',
  },
  isso: {
    system: 'Isso',
    setting: 'isso.cfg, section [general]: add a line {origin}/ to host.',
    posts: 'json',
  },
  strapi: {
    system: 'Strapi',
    setting:
      "config/middlewares.js, instead of 'strapi::cors': " +
      "{ name: 'strapi::cors', config: { origin: ['{origin}'] } }; then start it again.",
    posts: 'json',
  },
  directus: {
    system: 'Directus',
    setting: 'environment: CORS_ENABLED=true and CORS_ORIGIN={origin}; then start it again.',
    posts: 'json',
  },
  drupal: {
    system: 'Drupal',
    setting:
      "sites/default/services.yml, under parameters, cors.config: enabled: true, allowedOrigins: ['{origin}'], " +
      "allowedMethods: ['GET', 'POST'], allowedHeaders: ['content-type']; then drush cache:rebuild.",
    posts: 'json',
  },
  ghost: {
    system: 'Ghost',
    setting: `${BY_ITSELF}. A private site sends readers to its login page instead.`,
  },
  'json-feed': { system: 'The web server of the feed', setting: SERVER_LINES },
  rss: {
    system: 'The web server of the feed',
    setting: `${SERVER_LINES}. Feeds of WordPress have no such header: use the address of its posts, /wp-json/wp/v2/posts`,
  },
  html: { system: 'The web server of the page', setting: SERVER_LINES },
  contentful: hosted('Contentful'),
  sanity: {
    system: 'Sanity',
    setting:
      'sanity.io/manage, the project, API, CORS origins: add {origin} (or: npx sanity cors add {origin}).',
  },
  guardian: hosted('The Guardian'),
  forem: hosted('DEV'),
  mastodon: { system: 'Mastodon', setting: `${BY_ITSELF}.`, exposes: ['Link'] },
  bluesky: hosted('Bluesky'),
  discourse: {
    system: 'Discourse',
    setting:
      'app.yml: DISCOURSE_ENABLE_CORS: true, and rebuild; then add {origin} to the site setting "cors origins".',
  },
  github: { ...hosted('GitHub'), exposes: ['Link'] },
  'hacker-news': hosted('Hacker News'),
  lemmy: { system: 'Lemmy', setting: 'environment: LEMMY_CORS_ORIGIN={origin}; then start it again.' },
  webmention: hosted('webmention.io'),
  remark42: { system: 'Remark42', setting: `${BY_ITSELF}.` },
};

const ANY: CorsAdvice = { system: 'The server', setting: `must send the header. ${SERVER_LINES}` };

export const PROXY_ADVICE =
  'Where that server cannot be changed, the proxy attribute reads through one of your own: ' +
  'proxy="https://proxy.example/?url={url}".';

/** @param adapter value of the `adapter` attribute, as far as it is known */
export function corsAdvice(adapter: string | undefined): CorsAdvice {
  return adapter !== undefined && Object.hasOwn(ADVICE, adapter) ? ADVICE[adapter]! : ANY;
}

/** The sentence that says what to set, for a page of this origin. */
export function settingFor(adapter: string | undefined, origin: string): string {
  const { system, setting } = corsAdvice(adapter);
  const host = origin.replace(/^\w+:\/\//, '');
  const words = setting.replaceAll('{origin}', origin).replaceAll('{host}', host);
  return /^(?:lets|must) /.test(words) ? `${system} ${words}` : `${system}: ${words}`;
}

/** Whether a browser blocks the request before it is made: only pages without encryption may ask without it. */
export function isMixedContent(url: string, origin: string): boolean {
  const { protocol, hostname } = new URL(url);
  return (
    origin.startsWith('https:') &&
    protocol === 'http:' &&
    !/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
  );
}
