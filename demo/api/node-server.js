import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { seed } from '../content/seed.js';
import { createFileStore } from './file-store.js';
import { createContentApi } from './handler.js';
import { createMemoryStore } from './memory-store.js';

const MEDIA_FOLDER = new URL('../content/media/', import.meta.url);
const MEDIA_TYPES = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};
const MAX_BODY = 1_000_000;

/**
 * Starts the content API on its own port.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 for any free one
 * @param {string} [options.host]
 * @param {string} [options.dataFile] where posted comments are kept; without it they are lost at the end
 * @param {boolean} [options.allowAnonymousComments]
 * @param {number} [options.floodSeconds]
 * @param {() => Date} [options.now]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startContentApi({ port = 0, host = '127.0.0.1', ...options } = {}) {
  const middleware = toNodeMiddleware(await createNodeContentApi(options));
  const server = createServer((req, res) =>
    middleware(req, res, (error) => {
      res.statusCode = error ? 500 : 404;
      res.setHeader('Content-Type', 'text/plain; charset=UTF-8');
      res.end(error ? 'Internal server error' : 'Not found');
    }),
  );
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${server.address().port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * The API with its pictures, and with its data in a file when there is one.
 *
 * @param {{ dataFile?: string } & Omit<Parameters<typeof createContentApi>[0], 'store'>} [options]
 * @returns {Promise<(request: Request) => Promise<Response | undefined>>}
 */
export async function createNodeContentApi({ dataFile, ...options } = {}) {
  const { now } = options;
  const store = dataFile ? await createFileStore({ seed, dataFile, now }) : createMemoryStore({ seed, now });
  const handle = createContentApi({ store, ...options });
  return async (request) => (await handle(request)) ?? (await answerMedia(request));
}

/**
 * For servers in the style of connect, such as Vite's.
 *
 * @param {(request: Request) => Promise<Response | undefined>} handle
 * @returns {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse,
 *   next: (error?: unknown) => void) => Promise<void>}
 */
export function toNodeMiddleware(handle) {
  return async (req, res, next) => {
    try {
      const length = Number(req.headers['content-length'] ?? 0);
      if (length > MAX_BODY) {
        res.writeHead(413, { Connection: 'close' }).end();
        return;
      }
      const response = await handle(toRequest(req));
      if (!response) return next();
      res.writeHead(response.status, Object.fromEntries(response.headers));
      res.end(Buffer.from(await response.arrayBuffer()));
    } catch (error) {
      next(error);
    }
  };
}

function toRequest(req) {
  const secure = Boolean(req.socket.encrypted);
  const url = new URL(
    req.originalUrl ?? req.url,
    `${secure ? 'https' : 'http'}://${req.headers.host ?? 'localhost'}`,
  );
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) headers.set(name, String(value));
  if (req.method === 'GET' || req.method === 'HEAD') return new Request(url, { method: req.method, headers });
  return new Request(url, { method: req.method, headers, body: Readable.toWeb(req), duplex: 'half' });
}

/** Pictures: one folder, and one below it. */
async function answerMedia(request) {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith('/media/')) return undefined;
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const name = pathname.slice('/media/'.length);
  const type = MEDIA_TYPES[extname(name)];
  // Names of our own only: nothing that could lead out of the folder.
  if (!type || !/^(?:avatars\/)?[\w-]+\.\w+$/.test(name)) return new Response(null, { status: 404, headers });
  try {
    const bytes = await readFile(new URL(name, MEDIA_FOLDER));
    return new Response(request.method === 'HEAD' ? null : bytes, {
      headers: { ...headers, 'Content-Type': type, 'Cache-Control': 'max-age=300' },
    });
  } catch {
    return new Response(null, { status: 404, headers });
  }
}
