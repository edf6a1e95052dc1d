// The walk over stories that every backend with stories must stand.
import { stories } from './content/stories.js';
import { expect, expectHarmless, test } from './site.js';

const named = (slug) => stories.find((story) => story.slug === slug);

/**
 * @param {object} backend
 * @param {(tag: string, slug: string, attributes?: string) => string} backend.story an element over one story
 * @param {(attributes?: string) => string} backend.list `<related-news>` over all of them
 * @param {(number: number) => string} backend.idOf
 */
export function walkStories({ story, list, idOf }) {
  test('a card finds the adapter by itself and shows the story', async ({ open, page }) => {
    await open(story('article-card', 'night-bridge'));
    const card = page.locator('article-card');
    await expect(card.getByRole('heading')).toHaveText(named('night-bridge').title);
    await expect(card).toContainText('Eleven lamps, no cars & a bench in the middle');
    await expect(card.locator('time')).toHaveAttribute('datetime', '2026-11-20T06:30:00.000Z');
    await expect.poll(() => card.locator('img').evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
  });

  test('signs that HTML would eat are characters', async ({ open, page }) => {
    await open(story('article-view', 'entities'));
    const view = page.locator('article-view');
    await expect(view.getByRole('heading').first()).toHaveText(named('entities').title);
    await expect(view.locator('[part~="body"]')).toContainText('and 3 < 5 & 7 > 6 in every one');
    await expect(view).toContainText('José & María <Desk>');
  });

  test('a story is shown whole', async ({ open, page }) => {
    await open(story('article-view', 'night-bridge', 'heading-level="1"'));
    const view = page.locator('article-view');
    await expect(view.getByRole('heading', { level: 1 })).toHaveText(named('night-bridge').title);
    await expect(view).toContainText('Ines Calder');
    await expect(view.locator('[part~="category"]').first()).toHaveText('Harbour');
    const body = view.locator('[part~="body"]');
    await expect(body.getByRole('heading', { name: 'Eleven lamps' })).toBeVisible();
    await expect(body.locator('li')).toHaveCount(3);
    await expect(body.locator('blockquote')).toContainText('made up its mind');
  });

  test('nothing in a hostile story runs', async ({ open, page }) => {
    await open(story('article-view', 'hostile', 'loading="eager"') + story('article-card', 'hostile'));
    const body = page.locator('article-view [part~="body"]');
    await expect(body).toContainText('Before the attempts.');
    await expect(body).toContainText('After the attempts.');
    await expect(body).toBeVisible();
    await expectHarmless(page);
  });

  test('Arabic reads from right to left, Japanese is Japanese', async ({ open, page }) => {
    await open(
      story('article-view', 'floating-library-arabic', 'loading="eager"') +
        story('article-card', 'lanterns-japanese', 'loading="eager"'),
    );
    const body = page.locator('article-view [part~="body"]');
    await expect(body).toContainText('افتُتحت في ميناء المدينة');
    expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await expect(page.locator('article-card').getByRole('heading')).toHaveText(
      named('lanterns-japanese').title,
    );
  });

  test('a list has the newest stories', async ({ open, page }) => {
    await open(list('limit="4"'));
    const items = page.locator('related-news').getByRole('listitem');
    await expect(items).toHaveCount(4);
    for (const [index, slug] of ['night-bridge', 'bench-debate', 'quiet-lock', 'entities'].entries()) {
      await expect(items.nth(index)).toContainText(named(slug).title);
    }
  });

  test('related stories go without the one that is read', async ({ open, page }) => {
    await open(list(`limit="4" related-to="${idOf(1)}"`));
    const related = page.locator('related-news');
    await expect(related.getByRole('listitem')).toHaveCount(4);
    await expect(related).not.toContainText(named('night-bridge').title);
  });

  test('a draft is not shown', async ({ open, page }) => {
    await open(story('article-view', 'draft'));
    await expect(page.locator('article-view [part~="error"]')).toHaveText(
      /This content is (no longer there|not public)\./,
    );
  });
}
