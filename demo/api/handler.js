import { answerClassicForm } from './classic-form.js';
import { answerDemoControl } from './demo-controls.js';
import { answerFeed } from './feeds.js';
import { answerRest } from './rest.js';

const ALLOW_HEADERS = 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type';

/**
 * A content API in the wire format of the WordPress REST API, with the same stories as feeds. It needs nothing but
 * `Request` and `Response`, so it runs in a server as well as in a page.
 *
 * @param {object} options
 * @param {import('./memory-store.js').Store} options.store
 * @param {boolean} [options.allowAnonymousComments] core's own default is that guests may not comment over REST
 * @param {number} [options.floodSeconds] least time between two posted comments
 * @param {() => Date} [options.now]
 * @returns {(request: Request) => Promise<Response | undefined>} `undefined` for an address that is not ours
 */
export function createContentApi({
  store,
  allowAnonymousComments = true,
  floodSeconds = 0,
  now = () => new Date(),
}) {
  const options = { allowAnonymousComments, floodSeconds };
  return async function handle(request) {
    const url = new URL(request.url);
    const { origin, pathname } = url;
    const api = { store, origin, rest: `${origin}/wp-json/wp/v2`, url, now, options };
    const route = restRoute(url);
    if (route !== undefined) return restResponse(request, api, await answerRest(api, route, request));
    if (pathname === '/wp-comments-post.php') return answerClassicForm(api, request);
    if (pathname.startsWith('/demo-api/')) {
      return restResponse(request, api, await answerDemoControl(api, pathname, request));
    }
    return answerFeed(api, pathname);
  };
}

/** The route of a REST request, whether its address is pretty or plain. */
function restRoute({ pathname, searchParams }) {
  const pretty = /^\/wp-json(\/.*)?$/.exec(pathname);
  if (pretty) return pretty[1] ?? '/';
  return pathname === '/' || pathname === '/index.php'
    ? (searchParams.get('rest_route') ?? undefined)
    : undefined;
}

/** @param {import('./rest.js').Answer} answer */
function restResponse(request, api, { status = 200, body, headers = {} }) {
  const all = new Headers({
    'Content-Type': 'application/json; charset=UTF-8',
    'X-Robots-Tag': 'noindex',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    Link: `<${api.origin}/wp-json/>; rel="https://api.w.org/"`,
    'Access-Control-Expose-Headers': 'X-WP-Total, X-WP-TotalPages, Link',
    'Access-Control-Allow-Headers': ALLOW_HEADERS,
    Vary: 'Origin',
    ...headers,
  });
  const origin = request.headers.get('origin');
  if (origin) {
    all.set('Access-Control-Allow-Origin', origin);
    all.set('Access-Control-Allow-Methods', 'OPTIONS, GET, POST, PUT, PATCH, DELETE');
    all.set('Access-Control-Allow-Credentials', 'true');
  }
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(body), { status, headers: all });
}
