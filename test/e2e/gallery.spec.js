// The gallery, and with it every element in every state: nothing is thrown, nothing is inaccessible, nothing overflows.
import { createRequire } from 'node:module';
import { elements } from '../../demo/states.js';
import { expect, test } from './fixtures.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What an element is in when it shows what the name of the state says. */
function expected(state) {
  if (/^(loading|fallback)$/.test(state)) return 'loading';
  if (/^error/.test(state)) return 'error';
  return /^(empty|closed)$/.test(state) ? 'empty' : 'ready';
}

const address = (demo, tag, state, more = '') =>
  `${demo.url}?element=${tag}&state=${encodeURIComponent(state)}${more}`;

async function violations(page, context) {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async (selector) => {
    const { violations: found } = await window.axe.run(selector ?? document);
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, target }) => `${target.flat().join(' ')} ${html}`).join('\n')}`,
    );
  }, context);
}

for (const { tag, states } of elements) {
  for (const state of Object.keys(states)) {
    test(`<${tag}> ${state}`, async ({ demo, page, thrown }) => {
      void thrown;
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address(demo, tag, state));
      const wanted = tag === 'comment-thread' && state === 'protected' ? 'error' : expected(state);
      await expect(page.locator(`#stage ${tag}:state(${wanted})`)).toBeVisible();
      // Never a blank box.
      const box = await page.locator(`#stage ${tag}`).boundingBox();
      expect(box.height).toBeGreaterThan(15);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, '#stage')).toEqual([]);
      // On a phone, and in a narrow column with everything from right to left.
      for (const [width, dir] of [
        [360, 'ltr'],
        [240, 'rtl'],
      ]) {
        await page.setViewportSize({ width, height: 700 });
        await page.evaluate((direction) => (document.getElementById('stage').dir = direction), dir);
        const over = await page.evaluate((name) => {
          const element = document.querySelector(`#stage ${name}`);
          const frame = element.shadowRoot.querySelector('.frame');
          return Math.max(
            document.documentElement.scrollWidth - document.documentElement.clientWidth,
            // Room for focus rings is not for readers' eyes.
            frame.scrollWidth - frame.clientWidth - 4,
          );
        }, tag);
        expect(over, `${width} px, ${dir}`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('the address says what is shown, and the controls change the address', async ({ demo, page }) => {
  await page.goto(address(demo, 'article-card', 'lead', '&theme=signal&mode=dark&width=360&dir=rtl'));
  await expect(page.getByLabel('Theme')).toHaveValue('signal');
  await expect(page.locator('#stage')).toHaveCSS('width', '360px');
  await expect(page.locator('#stage')).toHaveAttribute('dir', 'rtl');
  const card = page.locator('article-card');
  await expect(card.getByRole('heading')).toContainText('Port Ellery');
  const dark = await card.evaluate((element) => getComputedStyle(element).color);
  await page.getByLabel('Mode').selectOption('light');
  await page.getByLabel('Theme').selectOption('courier');
  expect(await card.evaluate((element) => getComputedStyle(element).color)).not.toBe(dark);
  await expect(page).toHaveURL(/theme=courier/);
  await expect(card.locator('[part~="title"]')).toHaveCSS('font-family', /Iowan/);
});

test('the snippet is what the stage shows, and can be copied', async ({ demo, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address(demo, 'related-news', 'this week'));
  await expect(page.locator('related-news').getByRole('listitem').first()).toBeVisible();
  await page.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('<script type="module" src="');
  expect(copied).toContain('<related-news');
  expect(copied).toContain('since="P7D"');
  expect(copied).not.toContain('{');
});

test('events are shown as they happen', async ({ demo, page }) => {
  await page.goto(address(demo, 'article-card', 'error'));
  await expect(page.getByRole('log')).toContainText('news-error  not-found');
});

test('a whole site: from the front page to a story and its comments', async ({ demo, page, thrown }) => {
  void thrown;
  await page.goto(`${demo.url}stories/`);
  await expect(page.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
  expect(await violations(page)).toEqual([]);
  await page.locator('article-card [part~="link"]').click();
  await expect(page.locator('article-view').getByRole('heading', { level: 1 })).toContainText('Port Ellery');
  await expect(page.locator('article-view').getByText(/^Published on/)).toBeVisible();
  const thread = page.locator('comment-thread');
  await thread.scrollIntoViewIfNeeded();
  await expect(thread.locator('[data-comment]').first()).toBeVisible();
  // The story itself is not among the other stories of the week.
  await expect(page.locator('related-news').getByRole('listitem').first()).toBeVisible();
  await expect(page.locator('related-news').getByRole('link', { name: /Port Ellery votes/ })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});
