import { expect, post, test } from './site.js';

test('a card shows title, picture, excerpt and date of a post', async ({ site, open, page }) => {
  await open(`<article-card src="${post(site, 'lead')}"></article-card>`);
  const card = page.locator('article-card');
  await expect(card.getByRole('heading', { level: 3 })).not.toBeEmpty();
  await expect(card.getByRole('link').first()).toHaveAttribute('href', new RegExp(`^${site.url}/`));
  await expect(card.locator('time')).toHaveAttribute('datetime', /^20\d\d-.*Z$/);
  const picture = card.locator('img');
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
  // Only the same picture in other widths: the square thumbnail is a crop.
  expect(await picture.getAttribute('srcset')).not.toContain('150x150');
});

test('the time of a post is UTC, whatever the time zone of the site', async ({ site, open, page }) => {
  await open(`<article-card src="${post(site, 'lead')}"></article-card>`);
  const wire = await (await fetch(post(site, 'lead'))).json();
  const shown = await page.locator('article-card time').getAttribute('datetime');
  expect(Date.parse(shown)).toBe(Date.parse(`${wire.date_gmt}Z`));
  expect(wire.date).not.toBe(wire.date_gmt);
});

test('a story has everything that the reference page has', async ({ site, open, page }) => {
  await site.usePlugin(true);
  await open(`<article-view heading-level="1" src="${post(site, 'lead')}"></article-view>`);
  const story = page.locator('article-view');
  await expect(story.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(story.getByText(/^Published on /)).toBeVisible();
  await expect(story.locator('[part~="category"]').first()).toHaveAttribute('href', new RegExp(site.url));
  await expect(story.locator('a[part~="source"]')).toHaveAttribute('href', /^https?:/);
  await expect(story.locator('figure[part="hero"] img')).toHaveAttribute('alt', /\w/);
  await expect(story.locator('[part~="caption"]')).not.toBeEmpty();
  const body = story.locator('[part~="body"]');
  expect((await body.innerText()).length).toBeGreaterThan(500);
  expect(await body.locator('h1').count()).toBe(0);
  await expect(body.locator('blockquote, ul, ol').first()).toBeVisible();
});

test('a story without the plugin takes its source from the page', async ({ site, open, page }) => {
  await open(
    `<article-view source-name="Tide Agency" source-url="https://example.org/" src="${post(site, 'lead')}"></article-view>`,
  );
  await expect(page.locator('article-view a[part~="source"]')).toHaveText('Tide Agency');
});

test('related news are those of the week and of the category, without the current story', async ({
  site,
  open,
  page,
}) => {
  const { lead, recent, thread } = site.posts;
  await open(
    `<related-news heading="This week" since="P7D" limit="10" related-to="${lead}" src="${site.url}/wp-json/wp/v2/posts"></related-news>`,
  );
  const list = page.locator('related-news');
  await expect(list.getByRole('heading', { name: 'This week' })).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(recent.length + 1);
  const links = await list.locator('[part~="link"]').evaluateAll((found) => found.map((link) => link.href));
  const urls = await Promise.all(
    [lead, ...recent, thread].map(
      async (id) => (await (await fetch(`${site.url}/wp-json/wp/v2/posts/${id}`)).json()).link,
    ),
  );
  expect(links).not.toContain(urls[0]);
  expect([...links].sort()).toEqual(urls.slice(1).sort());
  await expect(list.getByRole('link', { name: /^Read more: / })).toHaveCount(recent.length + 1);
  await expect(list.locator('[part~="excerpt"]').first()).not.toBeEmpty();
});

test('a post is also found without pretty addresses, by slug, and as readers know it', async ({
  site,
  open,
  page,
}) => {
  const { slug, title, link } = await (await fetch(post(site, 'quiet'))).json();
  await open(`
    <article-card loading="eager" src="${site.url}/?rest_route=/wp/v2/posts/${site.posts.quiet}"></article-card>
    <article-card loading="eager" src="${site.url}/wp-json/wp/v2/posts?slug=${slug}"></article-card>
    <article-card loading="eager" adapter="wordpress" item="${site.posts.quiet}" src="${site.url}/"></article-card>
    <article-card loading="eager" adapter="wordpress" src="${link}"></article-card>
    <article-card loading="eager" adapter="wordpress" src="${site.url}/?p=${site.posts.quiet}"></article-card>`);
  for (const card of await page.locator('article-card').all()) {
    await expect(card.getByRole('heading')).toHaveText(title.rendered);
  }
});

test('entities in a title are characters, and markup in it is gone', async ({ site, open, page }) => {
  await open(`<article-card src="${post(site, 'entities')}"></article-card>`);
  const heading = page.locator('article-card').getByRole('heading');
  await expect(heading).toContainText('Fish & Chips –');
  await expect(heading).not.toContainText(/[<>]|&\w+;/);
});

test('a post without a title still has a link that says something', async ({ site, open, page }) => {
  await open(`<article-card src="${post(site, 'untitled')}"></article-card>`);
  await expect(page.locator('article-card').getByRole('link').first()).not.toBeEmpty();
});

test('a protected story says so and links to its own page', async ({ site, open, page }) => {
  await open(`
    <article-view src="${post(site, 'protected')}"></article-view>
    <comment-thread src="${post(site, 'protected')}"><p>Comments on our site</p></comment-thread>`);
  const notice = page.locator('article-view [part~="notice"]');
  await expect(notice).toContainText('protected by a password');
  await expect(notice.getByRole('link')).toHaveAttribute('href', new RegExp(site.url));
  await expect(page.locator('comment-thread')).toContainText('Comments on our site');
  await expect(page.locator('comment-thread [part~="error"]')).toHaveText('This content is not public.');
});

test('a picture that is missing on the server leaves no hole', async ({ site, open, page }) => {
  await open(`<article-card src="${post(site, 'missingImage')}"></article-card>`);
  const card = page.locator('article-card');
  await expect(card.getByRole('heading')).not.toBeEmpty();
  await expect(card.locator('.media')).toBeHidden();
});

test('drafts and private posts stay what they are', async ({ site, open, page }) => {
  await open(`
    <article-view src="${post(site, 'draft')}"><p>Fallback of the page</p></article-view>
    <article-view src="${post(site, 'private')}"><p>Fallback of the page</p></article-view>
    <article-view src="${site.url}/wp-json/wp/v2/posts/999999"><p>Fallback of the page</p></article-view>`);
  const stories = page.locator('article-view');
  await expect(stories.locator('[part~="error"]')).toHaveText([
    'This content is not public.',
    'This content is not public.',
    'This content is no longer there.',
  ]);
  await expect(page.getByText('Fallback of the page')).toHaveCount(3);
});

test('nothing in a hostile story or comment runs', async ({ site, open, page }) => {
  await open(`
    <article-view loading="eager" src="${post(site, 'hostile')}"></article-view>
    <comment-thread loading="eager" src="${post(site, 'hostile')}"></comment-thread>`);
  await expect(page.locator('article-view [part~="body"]')).not.toBeEmpty();
  await expect(page.locator('comment-thread [part~="comment-body"]').first()).toBeVisible();
  for (const link of await page.locator('article-view, comment-thread').locator('a[href]').all()) {
    expect(await link.getAttribute('href')).toMatch(/^(https?|mailto|tel):/);
  }
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.__newsprintHacked)).toBe(undefined);
  expect(
    await page
      .locator('article-view, comment-thread')
      .locator('script, iframe, style, object, embed')
      .count(),
  ).toBe(0);
});

test('an Arabic story reads from right to left', async ({ site, open, page }) => {
  await open(`<article-view src="${post(site, 'arabic')}"></article-view>`);
  const body = page.locator('article-view [part~="body"]');
  await expect(body).not.toBeEmpty();
  expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});
