// The same walk over WordPress, which has content and a whole suite of its own in test/wordpress.
import { expect, expectHarmless, showAll, test, write } from './site.js';

const posts = (site) => `${site.url}/wp-json/wp/v2/posts`;
const over = (site, tag, name, attributes = '') =>
  `<${tag} ${attributes} src="${posts(site)}/${site.posts[name]}"></${tag}>`;

test.describe('WordPress', () => {
  test('a card finds the adapter by itself and shows the story', async ({ site, open, page }) => {
    await open(over(site, 'article-card', 'lead'));
    const card = page.locator('article-card');
    await expect(card.getByRole('heading')).toHaveText('Old ferry opens as a floating library');
    await expect.poll(() => card.locator('img').evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
  });

  test('nothing in a hostile story or comment runs', async ({ site, open, page }) => {
    await open(
      over(site, 'article-view', 'hostile', 'loading="eager"') +
        over(site, 'comment-thread', 'hostile', 'loading="eager"'),
    );
    await expect(page.locator('article-view [part~="body"]')).toContainText('Before the attempts.');
    await expect(page.locator('comment-thread [data-comment]').first()).toContainText('and a word.');
    await expectHarmless(page);
  });

  test('related stories go without the one that is read', async ({ site, open, page }) => {
    await open(
      `<related-news limit="4" related-to="${site.posts.lead}" src="${posts(site)}"></related-news>`,
    );
    const related = page.locator('related-news');
    await expect(related.getByRole('listitem')).toHaveCount(4);
    await expect(related).not.toContainText('Old ferry opens as a floating library');
  });

  test('a long thread comes page by page to its end, nested', async ({ site, open, page }) => {
    await open(over(site, 'comment-thread', 'thread', 'sort="oldest"'));
    const element = page.locator('comment-thread');
    expect(await showAll(element)).toBe(2);
    await expect(element.locator('[data-comment]')).toHaveCount(250);
    expect(await element.locator('ol ol ol ol ol ol').count()).toBeGreaterThan(0);
  });

  test('a guest posts a comment, which waits for a moderator; the same again is refused', async ({
    site,
    open,
    page,
  }) => {
    await site.usePlugin(true);
    await open(over(site, 'comment-thread', 'quiet'));
    const element = page.locator('comment-thread');
    // A name with `&` would not do: WordPress looks for it as it was sent, and has stored it as `&amp;`.
    const writer = { name: 'Wiebke Thomsen', email: 'wiebke@example.org' };
    await write(element, 'Twice the same.', writer);
    await expect(element.locator('.pending')).toContainText('Twice the same.');
    await write(element, 'Twice the same.', writer);
    await expect(element.locator('[part~="form-problem"]')).toContainText(
      'You have already said exactly this.',
    );
  });

  test('closed comments have no form', async ({ site, open, page }) => {
    await open(over(site, 'comment-thread', 'closed'));
    const element = page.locator('comment-thread');
    await expect(element.getByText('Comments on this story are closed.')).toBeVisible();
    await expect(element.locator('form')).toHaveCount(0);
  });
});
