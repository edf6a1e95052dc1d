// What the tests here need: a partner's page on one origin, the content API on another, a source that misbehaves.
import { test as base, expect } from '@playwright/test';
import { startContentApi } from '../../demo/api/node-server.js';
import { startDemo } from '../../scripts/demo-server.js';
import { slugs } from '../../demo/slugs.js';
import { startFaultServer } from '../support/fault-server.js';
import { pageWith, startPageServer } from '../support/page-server.js';

export { expect, pageWith };

const serverFixture = (start) => [
  async ({}, use) => {
    const server = await start();
    await use(server);
    await server.close();
  },
  { scope: 'worker', timeout: 120_000 },
];

export const test = base.extend({
  partner: serverFixture(startPageServer),
  faults: serverFixture(startFaultServer),
  demo: serverFixture(() => startDemo({ port: 0 })),
  /** `url`, and `posts`: the URL of each demo story by the name that `demo/slugs.js` gives it. */
  api: serverFixture(async () => {
    const api = await startContentApi({ floodSeconds: 0 });
    const answer = await fetch(`${api.url}/wp-json/wp/v2/posts?per_page=100&_fields=id,slug`);
    const ids = new Map((await answer.json()).map(({ id, slug }) => [slug, id]));
    const address = ([name, slug]) => [name, `${api.url}/wp-json/wp/v2/posts/${ids.get(slug)}`];
    return { ...api, posts: Object.fromEntries(Object.entries(slugs).map(address)) };
  }),

  /** All that was thrown uncaught on the page; a test that expects nothing else fails on the first. */
  thrown: async ({ page }, use) => {
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await use(thrown);
    expect(thrown).toEqual([]);
  },
  /** Lines of our own on the page's console. */
  said: async ({ page }, use) => {
    const said = [];
    page.on('console', (message) => {
      if (message.text().includes('[newsprint]')) said.push(message.text());
    });
    await use(said);
  },
  /** URLs that the page asked for. */
  requested: async ({ page }, use) => {
    const requested = [];
    page.on('request', (request) => requested.push(request.url()));
    await use(requested);
  },
  /** Opens a partner's page with this markup. */
  open: async ({ page, partner, thrown }, use, { testId }) => {
    void thrown;
    let pages = 0;
    await use(async (markup, { headers, ...options } = {}) => {
      const html = options.html ?? pageWith(markup, options);
      await page.goto(partner.page(`/${testId}-${++pages}`, html, headers));
    });
  },
});
