// A blank page in a real browser, on an origin of its own, that asks adapters as they are in the sources.
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findBrowser } from '../../../scripts/find-browser.js';
import { root } from '../../../scripts/prepare.js';

const BLANK = '<!doctype html><html lang="en"><title>A page on another origin</title></html>';

/** The sources and the questions as modules, and one page. */
async function serveSources() {
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: 'node_modules/.cache/vite-record',
    appType: 'custom',
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    optimizeDeps: { include: ['marked', 'dompurify'], entries: [] },
    plugins: [
      {
        name: 'blank-page',
        configureServer: ({ middlewares }) => {
          middlewares.use('/blank', (request, response) => {
            response.setHeader('content-type', 'text/html');
            response.end(BLANK);
          });
        },
      },
    ],
  });
  await server.listen();
  return { url: `http://127.0.0.1:${server.httpServer.address().port}`, close: () => server.close() };
}

/**
 * @returns {Promise<{ ask(about: object, question: object): Promise<{ answer: string, wrong: string[], wire: object[] }>,
 *   close(): Promise<void> }>}
 */
export async function openAsker() {
  const sources = await serveSources();
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env });
  const page = await browser.newPage();
  await page.goto(`${sources.url}/blank`);
  await page.evaluate(async () => (await import('/test/backends/lib/in-page.js')).recordRequests());
  return {
    ask: (about, question) =>
      page.evaluate(
        async ([what, asked]) => (await import('/test/backends/lib/in-page.js')).ask(what, asked),
        [about, question],
      ),
    async close() {
      await browser.close();
      await sources.close();
    },
  };
}
