// What the tests here share: a backend for a file, and a reader who walks over the elements.
import { expect, test } from '../wordpress/site.js';
import { startBackend } from './backends.js';

export { expect, test };

const FIRST_INSTALL = 3_600_000;

/** A backend for all tests of this file. Its fields are there once the tests run. */
export function useBackend(name) {
  const site = {};
  test.beforeAll(async () => {
    test.setTimeout(FIRST_INSTALL);
    Object.assign(site, await startBackend(name, { port: 0 }));
  });
  test.afterAll(() => site.stop?.());
  return site;
}

export const WRITER = { name: 'Wiebke & Tom', email: 'wiebke@example.org' };

/** Fills in whatever the form has, and sends. */
export async function write(scope, comment, { name, email } = WRITER) {
  await scope.getByLabel('Comment', { exact: true }).fill(comment);
  await scope.getByLabel('Name').fill(name);
  const address = scope.getByLabel('E-mail');
  if (await address.count()) await address.fill(email);
  await scope.getByRole('button', { name: 'Post comment' }).click();
}

/** Asks for more until there is no more. @returns {Promise<number>} how often it was asked */
export async function showAll(element) {
  const comments = element.locator('[data-comment]');
  const more = element.getByRole('button', { name: /^Show more comments/ });
  await expect(comments.first()).toBeVisible();
  let asked = 0;
  for (; await more.count(); asked++) {
    const before = await comments.count();
    // What arrives above may push the button away between press and release: a reader would press it again.
    await expect(async () => {
      if ((await comments.count()) === before) await more.click({ timeout: 1000 });
      await expect.poll(() => comments.count(), { timeout: 5000 }).toBeGreaterThan(before);
    }).toPass();
  }
  return asked;
}

/** The tree below one comment. */
export const below = (element, id) => element.locator(`li:has(> article[data-comment="${id}"])`);

/** Nothing of a hostile story or comment ran, and nothing is left that could. */
export async function expectHarmless(page) {
  const elements = page.locator('article-card, article-view, comment-thread, related-news');
  for (const link of await elements.locator('a[href]').all()) {
    expect(await link.getAttribute('href')).toMatch(/^(https?|mailto|tel):/);
  }
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.__newsprintHacked)).toBe(undefined);
  expect(
    await elements.locator('script:not([data-role="mapping"]), iframe, style, object, embed').count(),
  ).toBe(0);
}
