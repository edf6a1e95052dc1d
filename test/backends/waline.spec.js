import { expect, test, useBackend, write } from './site.js';
import { walkPosting, walkThreads } from './threads.js';

const at =
  (site) =>
  (slug, attributes = '') =>
    `<comment-thread ${attributes} src="${site.base}/api/comment?path=/${slug}&pageSize=20"></comment-thread>`;
const problem = (page) => page.locator('comment-thread [part~="form-problem"]');
const text = (page) => page.locator('comment-thread').getByLabel('Comment', { exact: true });

test.describe('Waline', () => {
  const thread = at(useBackend('waline'));
  // One of the 108 waits for a moderator.
  walkThreads({ thread, idOf: String, count: 107 });
  walkPosting({ thread, idOf: String });

  test('a duplicate is refused in plain words, and the text stays', async ({ open, page }) => {
    await open(thread('last-parade'));
    const element = page.locator('comment-thread');
    await write(element, 'Twice the same.');
    await expect(element.getByText('Thank you. Your comment is published.')).toBeVisible();
    await write(element, 'Twice the same.');
    await expect(problem(page)).toContainText('You have already said exactly this.');
    await expect(text(page)).toHaveValue('Twice the same.');
  });
});

test.describe('Waline with a moderator', () => {
  const thread = at(useBackend('waline-audited'));

  test('a comment waits, and its writer sees it', async ({ open, page }) => {
    await open(thread('quiet-lock'));
    const element = page.locator('comment-thread');
    await write(element, 'May I?');
    await expect(element.getByText('Thank you. Your comment waits for a moderator.')).toBeVisible();
    await page.reload();
    await expect(element.locator('.pending')).toContainText('May I?');
    await expect(element.locator('.pending')).toContainText('Only you can see it');
  });
});

test.describe('Waline, too fast', () => {
  const thread = at(useBackend('waline-flood'));

  test('a flood is refused in plain words, and the text stays', async ({ open, page }) => {
    await open(thread('quiet-lock'));
    await write(page.locator('comment-thread'), 'Here again.');
    await expect(problem(page)).toContainText('too quickly');
    await expect(text(page)).toHaveValue('Here again.');
  });
});
