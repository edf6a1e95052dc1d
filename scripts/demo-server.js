// The demo with its content API: the sources as they are, through Vite.
import path from 'node:path';
import { createServer } from 'vite';
import { faults } from '../demo/faults.js';
import { createBulletin } from '../demo/api/bulletin.js';
import { createNodeContentApi, toNodeMiddleware } from '../demo/api/node-server.js';
import { root } from './prepare.js';

/** Addresses that are one page: every story has its own. */
const ROUTES = [
  [/^\/stories\/?$/, '/stories.html'],
  [/^\/stories\/[^/]+\/?$/, '/story.html'],
];

/** What the script tag and the package are in the sources. */
const OURS = { '/newsprint.js': 'src/embed/newsprint.ts', 'newsprint-elements': 'src/index.ts' };

function route(request, _response, next) {
  const [pathname, query = ''] = request.url.split('?');
  const target = ROUTES.find(([pattern]) => pattern.test(pathname))?.[1];
  if (target) request.url = query ? `${target}?${query}` : target;
  next();
}

/**
 * @param {object} options
 * @param {number} options.port the next free one is taken when it is in use
 * @param {string} [options.dataFile] where posted comments are kept; nowhere when left out
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function startDemo({ port, dataFile }) {
  const content = await createNodeContentApi({ dataFile });
  const bulletin = createBulletin(content);
  const api = toNodeMiddleware(async (request) => (await bulletin(request)) ?? content(request));
  const server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    mode: 'demo',
    logLevel: 'warn',
    server: { port, host: '127.0.0.1' },
    plugins: [
      {
        name: 'newsprint-demo',
        // Before Vite finds the package itself, as it was built last.
        enforce: 'pre',
        // The demo says what a partner's page says.
        resolveId: (id) => (Object.hasOwn(OURS, id) ? path.join(root, OURS[id]) : undefined),
        configureServer({ middlewares }) {
          middlewares.use(faults);
          middlewares.use(api);
          middlewares.use(route);
        },
      },
    ],
  });
  await server.listen();
  const { port: taken } = server.httpServer.address();
  return { url: `http://localhost:${taken}/`, close: () => server.close() };
}
