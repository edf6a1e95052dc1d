// What every test here needs: a real WordPress, a partner's page on another origin, and a way to read elements.
import { test as base, expect } from '@playwright/test';
import { pageWith, startPageServer } from '../support/page-server.js';
import { startWordpress } from './backend/wordpress.js';

export { expect };

export const test = base.extend({
  // One site for all tests of a worker; each test begins with the seeded state.
  wordpress: [
    async ({}, use) => {
      const site = await startWordpress();
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  partner: [
    async ({}, use) => {
      const server = await startPageServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  site: async ({ wordpress }, use) => {
    await wordpress.reset();
    await wordpress.usePlugin(false);
    await use(wordpress);
  },
  /** Opens a partner's page with this markup; fails the test when anything is thrown there uncaught. */
  open: async ({ page, partner }, use, { title }) => {
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await use(async (markup, options) => {
      await page.goto(partner.page(`/${encodeURIComponent(title)}`, pageWith(markup, options)));
    });
    expect(thrown).toEqual([]);
  },
});

/** `…/wp-json/wp/v2/posts/ID` */
export const post = (site, name) => `${site.url}/wp-json/wp/v2/posts/${site.posts[name]}`;
