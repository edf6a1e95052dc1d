import { expect, post, test } from './site.js';

const WRITER = { name: 'Wiebke Thomsen', email: 'wiebke@example.org' };

async function write(scope, { name, email }, comment) {
  await scope.getByLabel('Comment', { exact: true }).fill(comment);
  await scope.getByLabel('Name').fill(name);
  await scope.getByLabel('E-mail').fill(email);
  await scope.getByRole('button', { name: 'Post comment' }).click();
}
const thread = (site, name, attributes = '') =>
  `<comment-thread screened ${attributes} src="${post(site, name)}"></comment-thread>`;

test('250 comments, six deep, come page by page and all of them', async ({ site, open, page }) => {
  await open(thread(site, 'thread', 'sort="oldest"'));
  const element = page.locator('comment-thread');
  await expect(element.getByRole('heading', { name: /^Comments/ })).toHaveText('Comments 250');
  await expect(element.locator('[data-comment]')).toHaveCount(100);
  await element.getByRole('button', { name: 'Show more comments (150 left)' }).click();
  await expect(element.locator('[data-comment]')).toHaveCount(200);
  await element.getByRole('button', { name: /Show more/ }).click();
  await expect(element.locator('[data-comment]')).toHaveCount(250);
  await expect(element.getByRole('button', { name: /Show more/ })).toHaveCount(0);
  expect(await element.locator('ol ol ol ol ol ol').count()).toBeGreaterThan(0);
  expect(await element.locator('.in-reply-to').count()).toBe(0);
});

test('the newest come first, each under the comment that it answers', async ({ site, open, page }) => {
  await open(thread(site, 'thread'));
  const element = page.locator('comment-thread');
  await expect(element.locator('[data-comment]').first()).toBeVisible();
  expect(await element.locator('[data-comment]').count()).toBeGreaterThanOrEqual(100);
  const roots = await element
    .locator('.thread > li > article time')
    .evaluateAll((times) => times.map((time) => time.dateTime));
  expect(roots).toEqual([...roots].sort().reverse());
  // Nothing answers "a comment that is not shown": missing parents were fetched.
  await expect(element.getByText('In reply to a comment that is not shown')).toHaveCount(0);
});

test('replies whose parent is held or in the bin are shown as such', async ({ site, open, page }) => {
  await open(thread(site, 'moderated'));
  const element = page.locator('comment-thread');
  await expect(element.locator('[data-comment]')).toHaveCount(4);
  await expect(element.getByText('In reply to a comment that is not shown')).toHaveCount(2);
});

test('a guest posts: the comment is held, its writer sees it, and after approval everybody does', async ({
  site,
  open,
  page,
}) => {
  await site.usePlugin(true);
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await expect(element.getByText('Comments are screened before they appear.')).toBeVisible();
  await write(element, WRITER, 'Rates rise if A < B & C > D.\n\nSo I say.');
  await expect(element.getByText('Thank you. Your comment waits for a moderator.')).toBeVisible();
  const own = element.locator('.pending');
  await expect(own).toContainText('Wiebke Thomsen');
  await expect(own).toContainText('Rates rise if A < B & C > D.');
  await expect(own).toBeFocused();

  const stored = await site.lastComment(site.posts.quiet);
  expect(stored).toMatchObject({
    author_name: WRITER.name,
    author_email: WRITER.email,
    status: 'unapproved',
  });
  await page.reload();
  await expect(own).toContainText('Only you can see it');
  await site.approve(stored.id);
  await page.reload();
  await expect(element.getByText('Rates rise if A < B & C > D.')).toBeVisible();
  await expect(own).toHaveCount(0);
});

test('a comment that needs no moderator is there at once', async ({ site, open, page }) => {
  await site.usePlugin(true);
  await site.setOption('comment_moderation', '0');
  await site.setOption('comment_previously_approved', '0');
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await write(element, WRITER, 'Published at once.');
  await expect(element.getByText('Thank you. Your comment is published.')).toBeVisible();
  await expect(element.locator('.comment.published')).toContainText('Published at once.');
  expect((await site.lastComment(site.posts.quiet)).status).toBe('approved');
});

test('a reply goes under the comment that it answers', async ({ site, open, page }) => {
  await site.usePlugin(true);
  await open(thread(site, 'lead'));
  const element = page.locator('comment-thread');
  const first = element.locator('.thread > li').first();
  await first
    .getByRole('button', { name: /^Reply to/ })
    .first()
    .click();
  const parent = await first.locator('[data-comment]').first().getAttribute('data-comment');
  await write(first.locator('form'), WRITER, 'I saw that too, from the ferry.');
  await expect(first.locator('.replies .pending')).toContainText('from the ferry');
  expect(String((await site.lastComment(site.posts.lead)).parent)).toBe(parent);
});

test('a duplicate is refused in plain words, and the text stays', async ({ site, open, page }) => {
  await site.usePlugin(true);
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await write(element, WRITER, 'Twice the same.');
  await expect(element.locator('.pending')).toHaveCount(1);
  await write(element, WRITER, 'Twice the same.');
  await expect(element.locator('[part~="form-problem"]')).toContainText(
    'You have already said exactly this.',
  );
  await expect(element.getByLabel('Comment', { exact: true })).toHaveValue('Twice the same.');
});

test('a flood is refused in plain words, and sending again works', async ({ site, open, page }) => {
  await site.usePlugin(true);
  await site.setOption('newsprint_test_flood', '1');
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await write(element, WRITER, 'The first of two.');
  await expect(element.locator('.pending')).toHaveCount(1);
  await write(element, WRITER, 'The second of two.');
  await expect(element.locator('[part~="form-problem"]')).toContainText('too quickly');
  await expect(element.getByLabel('Comment', { exact: true })).toHaveValue('The second of two.');
  await site.setOption('newsprint_test_flood', '0');
  await element.getByRole('button', { name: 'Post comment' }).click();
  await expect(element.locator('.pending')).toHaveCount(2);
});

test('closed comments have no form', async ({ site, open, page }) => {
  await open(thread(site, 'closed'));
  const element = page.locator('comment-thread');
  await expect(element.getByText('Comments on this story are closed.')).toBeVisible();
  await expect(element.locator('form')).toHaveCount(0);
});

test('comments that close while somebody writes are said to be closed, and the text stays', async ({
  site,
  open,
  page,
}) => {
  await site.usePlugin(true);
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await expect(element.getByLabel('Name')).toBeVisible();
  await site.setOption('close_comments_for_old_posts', '1');
  await site.setOption('close_comments_days_old', '1');
  await write(element, WRITER, 'Too late?');
  await expect(element.locator('[part~="form-problem"]')).toContainText('have been closed');
  await expect(element.getByLabel('Comment', { exact: true })).toHaveValue('Too late?');
});

test('an e-mail address that only the site finds bad is said at its field', async ({ site, open, page }) => {
  await site.usePlugin(true);
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await write(element, { ...WRITER, email: 'no address' }, 'First ours.');
  await expect(element.getByText('This does not look like an e-mail address.')).toBeVisible();
  await write(element, { ...WRITER, email: 'a@b..c' }, 'Then theirs.');
  await expect(element.getByText('Invalid email address.')).toBeVisible();
  await expect(element.getByLabel('E-mail')).toBeFocused();
});

test('where guests are refused, a real form takes the text to the site, and the draft stays', async ({
  site,
  open,
  page,
  context,
}) => {
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await write(element, WRITER, 'Carried over: 1 < 2 & 3.');
  const carry = element.getByRole('button', { name: /^Post it on / });
  await expect(carry).toBeVisible();
  const [tab] = await Promise.all([context.waitForEvent('page'), carry.click()]);
  await tab.waitForLoadState();
  expect(new URL(tab.url()).origin).toBe(site.url);
  const stored = await site.lastComment(site.posts.quiet);
  expect(stored).toMatchObject({
    author_name: WRITER.name,
    author_email: WRITER.email,
    status: 'unapproved',
  });
  expect(stored.content).toContain('Carried over: 1 &lt; 2 &amp; 3.');
  await expect(element.getByLabel('Comment', { exact: true })).toHaveValue('Carried over: 1 < 2 & 3.');
});

test('words that the site disallows are refused, and the text stays', async ({ site, open, page }) => {
  await site.usePlugin(true);
  await site.setOption('disallowed_keys', 'haddockspam');
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await write(element, WRITER, 'Buy haddockspam now');
  await expect(element.locator('[part~="form-problem"]')).toContainText('did not accept');
  await expect(element.getByLabel('Comment', { exact: true })).toHaveValue('Buy haddockspam now');
});

test('a story that is not there has no comments either', async ({ site, open, page }) => {
  await open(`<comment-thread src="${site.url}/wp-json/wp/v2/posts/999999"></comment-thread>`);
  await expect(page.locator('comment-thread [part~="error"]')).toHaveText('This content is no longer there.');
});

test('a page that the site does not list cannot post, and is told so', async ({ site, open, page }) => {
  await site.usePlugin(true, { guestComments: true, allowedOrigins: ['https://partner.example'] });
  await open(thread(site, 'quiet'));
  const element = page.locator('comment-thread');
  await write(element, WRITER, 'From elsewhere.');
  await expect(element.locator('[part~="form-problem"]')).toContainText('did not accept');
});
