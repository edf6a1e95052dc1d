// What the author of a page is told on the console when a source cannot be read: one sentence for a host.
import { expect, pageWith, test } from './fixtures.js';

const everything = (base) => `
  <article-card loading="eager" src="${base}/wp-json/wp/v2/posts/1"></article-card>
  <related-news loading="eager" src="${base}/wp-json/wp/v2/posts"></related-news>
  <comment-thread loading="eager" src="${base}/wp-json/wp/v2/posts/1"></comment-thread>`;

test('the host answers without the header', async ({ faults, open, page, partner, said }) => {
  await open(everything(`${faults.url}/cors`));
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]).toContain(`${faults.url} answers, but does not let this page read it`);
  expect(said[0]).toContain(`Access-Control-Allow-Origin: ${partner.url}`);
  expect(said[0]).toContain('WordPress lets every page read it by itself');
  expect(said[0]).toContain(`doctor '${faults.url}/cors/wp-json/wp/v2/`);
  await page.waitForTimeout(500);
  expect(said).toHaveLength(1);
});

test("the page's own policy forbids the host", async ({ faults, open, said }) => {
  await open('', {
    html: pageWith(everything(`${faults.url}/cors`)),
    headers: { 'content-security-policy': "connect-src 'self'" },
  });
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]).toContain(`add ${faults.url} to connect-src`);
});

test('there is no such host', async ({ open, said }) => {
  await open(everything('http://nowhere.invalid'));
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]).toContain('http://nowhere.invalid does not answer');
});

test('readers see nothing of it', async ({ faults, open, page }) => {
  await open(everything(`${faults.url}/cors`));
  const error = page.locator('article-card [part~="error"] p');
  await expect(error).toBeVisible();
  await expect(error).not.toContainText(/Access-Control|https?:/);
});
