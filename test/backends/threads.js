// The walk over comments that every backend with comments must stand.
import { below, expect, expectHarmless, showAll, test, write } from './site.js';

/**
 * @param {object} backend
 * @param {(slug: string, attributes?: string) => string} backend.thread `<comment-thread>` over one story
 * @param {(number: number) => string} backend.idOf
 * @param {number} [backend.count] of public comments below `bench-debate`
 */
export function walkThreads({ thread, idOf, count = 108 }) {
  test('a long thread comes page by page to its end, nested as it was written', async ({ open, page }) => {
    await open(thread('bench-debate', 'sort="oldest"'));
    const element = page.locator('comment-thread');
    await expect(element.getByRole('heading', { name: /^Comments/ })).toHaveText(`Comments ${count}`);
    expect(await showAll(element)).toBeGreaterThan(0);
    await expect(element.locator('[data-comment]')).toHaveCount(count);
    await expect(element.locator('.thread > li')).toHaveCount(36);
    // 2 ← 3 ← 4 ← 5 and 2 ← 6
    for (const [child, parent] of [
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 2],
    ]) {
      await expect(below(element, idOf(parent)).locator(`[data-comment="${idOf(child)}"]`)).toHaveCount(1);
    }
    await expect(element.getByText('In reply to a comment that is not shown')).toHaveCount(0);
  });

  test('the newest come first', async ({ open, page }) => {
    await open(thread('bench-debate'));
    const element = page.locator('comment-thread');
    await expect(element.locator('[data-comment]').first()).toBeVisible();
    const roots = await element
      .locator('.thread > li > article time')
      .evaluateAll((times) => times.map((time) => time.dateTime));
    expect(roots.length).toBeGreaterThan(10);
    expect(roots).toEqual([...roots].sort().reverse());
  });

  test('comments of strangers are text', async ({ open, page }) => {
    await open(thread('bench-debate', 'sort="oldest"'));
    const comment = (number) => page.locator(`comment-thread [data-comment="${idOf(number)}"]`);
    await expect(comment(5)).toContainText('Fish & chips taste better where 3 < 5 and 7 > 6.');
    await expect(comment(5)).toContainText('José & María');
    await expect(comment(3)).toContainText('First, the bench needs a back.');
    await expect(comment(9)).toContainText('ベンチに屋根を。');
    const body = comment(8).locator('[part~="comment-body"]');
    expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  test('nothing in a hostile comment runs', async ({ open, page }) => {
    await open(thread('hostile'));
    const comment = page.locator(`comment-thread [data-comment="${idOf(109)}"]`);
    await expect(comment).toContainText('and a word.');
    await expectHarmless(page);
  });

  test('a thread that nobody has written in says so', async ({ open, page }) => {
    await open(thread('quiet-lock'));
    await expect(page.locator('comment-thread')).toContainText('No comments yet.');
  });
}

/** Where guests may write, and their comment is there at once. */
export function walkPosting({ thread, idOf }) {
  test('a guest posts a comment, which everybody sees', async ({ open, page }) => {
    await open(thread('quiet-lock'));
    const element = page.locator('comment-thread');
    await write(element, 'Rates rise if A < B & C > D.\n\n*So* I say.');
    await expect(element.getByText('Thank you. Your comment is published.')).toBeVisible();
    await page.reload();
    const stored = element.locator('.comment.published').first();
    await expect(stored).toContainText('Rates rise if A < B & C > D.');
    await expect(stored).toContainText('*So* I say.');
    await expect(stored).toContainText('Wiebke & Tom');
  });

  test('an answer stands below the comment that it answers', async ({ open, page }) => {
    await open(thread('bench-debate', 'sort="oldest"'));
    const element = page.locator('comment-thread');
    const third = below(element, idOf(3));
    await third
      .locator(`[data-comment="${idOf(3)}"]`)
      .getByRole('button', { name: /^Reply to/ })
      .click();
    await write(third.locator('form'), 'A back, and then a roof.');
    await expect(third.locator('.replies').first()).toContainText('A back, and then a roof.');
    await page.reload();
    await showAll(element); // it is the last one
    await expect(third.locator('.replies').first()).toContainText('A back, and then a roof.');
  });
}
