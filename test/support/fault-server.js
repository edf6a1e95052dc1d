// A source that misbehaves in every way that a test needs. Speaks to any origin.
import { createServer } from 'node:http';

const JSON_TYPE = { 'content-type': 'application/json' };
const CHUNK = Buffer.alloc(64 * 1024, ' ');

/** An error in the words of WordPress. */
const refusal = (status, code, message) => [
  status,
  JSON_TYPE,
  JSON.stringify({ code, message, data: { status } }),
];

/** By kind: `[status, headers, body]`, or a function that answers by itself. */
const FAULTS = {
  'not-found': refusal(404, 'rest_post_invalid_id', 'Invalid post ID.'),
  server: [500, { 'content-type': 'text/html' }, '<h1>Error establishing a database connection</h1>'],
  'login-required': refusal(401, 'rest_forbidden', 'Sorry, you are not allowed to do that.'),
  html: [
    200,
    { 'content-type': 'text/html' },
    '<!doctype html><title>A page</title><p>Not what was asked for.',
  ],
  truncated: [200, JSON_TYPE, '[{"id": 1, "title": {"rendered": "Half a st'],
  empty: [200, JSON_TYPE, ''],
  'empty-list': [200, JSON_TYPE, '[]'],
  // 50 MB, as a download that says how long it is, and as one that does not.
  huge: (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': String(800 * CHUNK.length) });
    pour(response, 800);
  },
  'huge-stream': (response) => {
    response.writeHead(200, JSON_TYPE);
    pour(response, 800);
  },
  // The beginning of an answer, and then nothing for ever.
  endless: (response) => {
    response.writeHead(200, JSON_TYPE);
    response.write('[');
  },
  silent: () => {},
  loop: (response, request) => {
    response.writeHead(302, { location: request.url });
    response.end();
  },
  reset: (response) => response.destroy(),
};

function pour(response, times) {
  if (times === 0 || response.destroyed) return response.end();
  response.write(CHUNK, () => pour(response, times - 1));
}

/**
 * `…/<kind>/<whatever>`: a fault by name. `…/cors/…` answers well, but lets no other origin read it. `give(path, body)`
 * makes a path answer with JSON of the test's own.
 *
 * @returns {Promise<{url: string, asked: string[], give(path: string, body: unknown): string, close(): Promise<void>}>}
 */
export async function startFaultServer() {
  const given = new Map();
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.push(request.url);
    const kind = pathname.split('/')[1];
    if (kind !== 'cors') {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-expose-headers', 'X-WP-Total, X-WP-TotalPages, Link');
    }
    const fault = FAULTS[kind];
    if (typeof fault === 'function') return fault(response, request);
    const [status, headers, body] = fault ?? [200, JSON_TYPE, JSON.stringify(given.get(pathname) ?? [])];
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    asked,
    give(path, body) {
      given.set(path, body);
      return url + path;
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}
