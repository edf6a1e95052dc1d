// A plain static server on an origin of its own, as a partner's site is: the built script-tag files and the pages
// that a test writes. Nothing is transformed.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const cdn = fileURLToPath(new URL('../../cdn', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html; charset=utf-8' };

/**
 * @returns {Promise<{url: string, page(path: string, html: string, headers?: Record<string, string>): string, close(): Promise<void>}>}
 *   `page()` adds a page and gives its address; `/cdn/…` are the built files, with CORS as a CDN has it
 */
export async function startPageServer() {
  const pages = new Map();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const page = pages.get(pathname);
    if (page) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...page.headers });
      return response.end(page.html);
    }
    const file = path.join(cdn, pathname.replace(/^\/cdn\//, ''));
    try {
      if (!pathname.startsWith('/cdn/') || !file.startsWith(cdn)) throw new Error('not ours');
      const body = await readFile(file);
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not here.');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    page(at, html, headers = {}) {
      pages.set(at, { html, headers });
      return url + at;
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/** A whole page around some markup, as a partner would write it. */
export const pageWith = (
  markup,
  { lang = 'en', script = '/cdn/newsprint.js', head = '' } = {},
) => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A partner's page</title>
    ${head}
    ${script ? `<script type="module" src="${script}"></script>` : ''}
  </head>
  <body><main>${markup}</main></body>
</html>`;
