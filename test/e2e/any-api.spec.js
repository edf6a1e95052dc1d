// The demo of an API that nobody has heard of: read and written by a description in the page, under a strict policy.
import { createRequire } from 'node:module';
import { expect, test } from './fixtures.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const STORY = '/bulletin/v2/entries/103';

/** The page with the policy that a careful site would send; the development server's own script speaks by WebSocket. */
async function openStrictly(page, demo) {
  const { origin } = new URL(demo.url);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${origin} ws:`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html newsprint 'allow-duplicates'",
  ].join('; ');
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  const address = `${demo.url}any-api.html`;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(address);
}

const thread = (page) => page.locator('comment-thread');

test('a card, a list and a thread of an API of its own kind, by fifteen lines', async ({
  demo,
  page,
  said,
  thrown,
}) => {
  void thrown;
  await openStrictly(page, demo);
  const card = page.locator('article-card');
  // It stands far below, and waits until a reader comes near.
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByRole('heading')).toContainText('The night ferry to Skerrow');
  await expect(card.locator('img')).toHaveJSProperty('naturalWidth', 1600);
  await expect(card.locator('[part~="source"]')).toHaveText('The Bulletin');
  const list = page.locator('related-news').first();
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await expect(list.getByRole('link', { name: /night ferry/ })).toHaveCount(0);
  await thread(page).scrollIntoViewIfNeeded();
  await expect(thread(page).locator('[data-comment]')).toHaveCount(8);
  await thread(page).getByRole('button', { name: /more/i }).last().click();
  await expect(thread(page).locator('[data-comment]')).toHaveCount(16);
  const mappings = await page
    .locator('[data-role="mapping"]')
    .evaluateAll((found) => found.map(({ textContent }) => textContent.trim()));
  expect(new Set(mappings).size).toBe(1);
  expect(mappings[0].split('\n').length).toBeLessThanOrEqual(15);
  // What is shown of it is what stands there.
  await expect(page.locator('#mapping')).toContainText('"title": "banner"');
  await expect(page.locator('#answer')).toContainText('"banner"');
  await expect(page.locator('#replies')).toContainText('"said"');
  const seen = await page.evaluate(() => window.violations);
  // Chromium makes up these two when HTML is parsed where nothing runs.
  expect(seen.filter((violation) => !/^(script|style)-src-attr /.test(violation))).toEqual([]);
  expect(said).toEqual([]);
});

test('a table that no mapping describes, by an adapter of the page', async ({ demo, page, said, thrown }) => {
  void thrown;
  await openStrictly(page, demo);
  const list = page.locator('related-news').last();
  await list.scrollIntoViewIfNeeded();
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list.locator('[part~="link"]').first()).toHaveAttribute('href', /\/stories\/[\w-]+\/$/);
  await expect(page.locator('#adapter')).toContainText('registerAdapter({');
  expect(said).toEqual([]);
});

test('a comment and an answer arrive as they were written', async ({ demo, page, thrown }) => {
  void thrown;
  await openStrictly(page, demo);
  await thread(page).scrollIntoViewIfNeeded();
  const first = thread(page).locator('[data-comment]').first();
  const answered = Number(await first.getAttribute('data-comment'));
  await first.getByRole('button', { name: 'Reply' }).first().click();
  const text = `A & B < C > D, ${Date.now()}\nand a new line`;
  const form = thread(page).locator('form', { has: page.locator('#reply-comment') });
  await form.getByLabel('Reply', { exact: true }).or(form.locator('#reply-comment')).first().fill(text);
  await form.getByLabel('Name').fill('Ole');
  await form.getByLabel('E-mail').fill('ole@post.example');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await form.locator('[part~="submit-button"]').click();
  const body = (await sent).postDataJSON();
  expect(body).toEqual({ to: answered, plain: text, signed: { called: 'Ole', mail: 'ole@post.example' } });
  await expect(thread(page).locator('[part~="comment-body"]', { hasText: 'A & B < C > D' })).toBeVisible();
  const { counted } = await (
    await page.request.get(`${demo.url.slice(0, -1)}${STORY}/replies?count=1`)
  ).json();
  expect(counted).toBeGreaterThan(250);
});

test('accessible, and no wider than a phone', async ({ demo, page }) => {
  await page.goto(`${demo.url}any-api.html`);
  await thread(page).scrollIntoViewIfNeeded();
  await expect(thread(page).locator('[data-comment]').first()).toBeVisible();
  await page.addScriptTag({ path: axe });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async () =>
      (await window.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
    );
    expect(found).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 700 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
});
