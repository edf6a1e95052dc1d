import { idOf } from './ghost/stable.js';
import { expect, test, useBackend } from './site.js';
import { walkStories } from './stories.js';
import { walkThreads } from './threads.js';
import { stories } from './content/stories.js';

const site = useBackend('ghost');
const key = () => `?key=${site.keys.content}`;
const posts = () => `${site.base}/ghost/api/content/posts/`;
const story = (tag, slug, attributes = '') =>
  `<${tag} ${attributes} src="${posts()}slug/${slug}/${key()}"></${tag}>`;
const list = (attributes = '') => `<related-news ${attributes} src="${posts()}${key()}"></related-news>`;
const numberOf = (slug) => stories.find((found) => found.slug === slug).number;
const thread = (slug, attributes = '') =>
  `<comment-thread ${attributes} src="${site.base}/members/api/comments/post/${idOf.posts(numberOf(slug))}/"></comment-thread>`;

test.describe('Ghost', () => {
  walkStories({ story, list, idOf: idOf.posts });
  walkThreads({ thread, idOf: idOf.comments });

  test('a story is also found by its address', async ({ open, page }) => {
    await open(`<article-card src="${site.base}/night-bridge/${key()}" adapter="ghost"></article-card>`);
    await expect(page.locator('article-card').getByRole('heading')).toContainText('Night Bridge');
  });

  test('a story for members only says so, or shows what everybody may read', async ({ open, page }) => {
    await open(story('article-view', 'members-only'));
    const view = page.locator('article-view');
    await expect(view.getByRole('heading').first()).toHaveText('For members: the harbour plan in full');
    await expect(view).not.toContainText('What only some may read.');
    await expect(view.locator(`a[href="${site.base}/members-only/"]`).first()).toBeVisible();
  });

  test('comments are written on the site itself', async ({ open, page }) => {
    await open(story('comment-thread', 'quiet-lock'));
    const element = page.locator('comment-thread');
    await expect(element.getByRole('link', { name: /there$/ })).toHaveAttribute(
      'href',
      new RegExp(`^${site.base}/quiet-lock/`),
    );
    await expect(element.locator('form')).toHaveCount(0);
  });
});
