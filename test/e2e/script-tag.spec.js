import { expect, test } from './fixtures.js';

/** Names of the built files that a page asked for, without what the build adds to tell versions apart. */
const built = (requested) =>
  requested
    .filter((url) => new URL(url).pathname.startsWith('/cdn/'))
    .map((url) => new URL(url).pathname.slice('/cdn/'.length).replace(/-[\w-]{8}\.js$/, '.js'))
    .sort();

test('one script tag, and a page shows a story, other news and comments', async ({ api, open, page }) => {
  await open(`
    <article-view src="${api.posts.lead}"></article-view>
    <related-news heading="This week" since="P7D" limit="3" related-to="101" src="${api.url}/wp-json/wp/v2/posts"></related-news>
    <comment-thread screened src="${api.posts.lead}"></comment-thread>`);
  await expect(page.locator('article-view').getByRole('heading', { level: 2 })).toContainText('Port Ellery');
  await expect(page.locator('article-view').getByText(/^Published on \w/)).toBeVisible();
  await expect(page.locator('related-news').getByRole('listitem')).toHaveCount(3);
  await page.locator('comment-thread').scrollIntoViewIfNeeded();
  await expect(page.locator('comment-thread').getByText('Comments are screened')).toBeVisible();
  await expect(page.locator('comment-thread [data-comment]').first()).toBeVisible();
});

test('a card loads neither sanitiser nor Markdown, and nothing but its own files', async ({
  api,
  open,
  page,
  requested,
}) => {
  await open(`<article-card src="${api.posts.lead}"></article-card>`);
  await expect(page.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
  expect(built(requested)).toEqual([
    'chunks/lit.js',
    'chunks/paging.js',
    'chunks/shared.js',
    'chunks/story.js',
    'chunks/wordpress.js',
    'elements/article-card.js',
    'newsprint.js',
  ]);
});

test('no request leaves the page but for our files and to the content source', async ({
  api,
  open,
  page,
  partner,
  requested,
}) => {
  await open(`
    <article-view src="${api.posts.lead}"></article-view>
    <comment-thread loading="eager" src="${api.posts.lead}"></comment-thread>`);
  await expect(page.locator('comment-thread [data-comment]').first()).toBeVisible();
  const hosts = new Set(requested.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin));
  expect([...hosts].sort()).toEqual([partner.url, api.url].sort());
});

test('Markdown comes with the first Markdown', async ({ open, page, requested }) => {
  const story = (format) =>
    `<article-view><script type="application/json">{"title": "T", "body": {"format": "${format}", "value": "Some **bold** words"}}</script></article-view>`;
  await open(story('html'));
  await expect(page.locator('article-view [part~="body"]')).toHaveText('Some **bold** words');
  expect(built(requested).filter((file) => file.includes('markdown'))).toEqual([]);
  await open(story('markdown'));
  await expect(page.locator('article-view strong')).toHaveText('bold');
  expect(built(requested).filter((file) => file.includes('markdown'))).toHaveLength(1);
});

test('twenty cards from one list are one request', async ({ api, open, page, requested }) => {
  const cards = `<article-card loading="eager" src="${api.url}/wp-json/wp/v2/posts"></article-card>`.repeat(
    20,
  );
  await open(cards);
  await expect(page.locator('article-card').last().getByRole('heading')).not.toBeEmpty();
  expect(requested.filter((url) => url.includes('/wp-json/'))).toHaveLength(1);
});

test('elements that come later are found too', async ({ api, open, page }) => {
  await open('<div id="place"></div>');
  await page.locator('#place').evaluate((place, src) => {
    const card = document.createElement('article-card');
    card.setAttribute('src', src);
    place.append(card);
  }, api.posts.lead);
  await expect(page.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
});

test('an element by its own file needs no loader', async ({ api, open, page, requested }) => {
  await open(`<article-card src="${api.posts.lead}"></article-card>`, {
    script: '/cdn/elements/article-card.js',
  });
  await expect(page.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
  expect(built(requested)).not.toContain('newsprint.js');
});

test('the all-in-one file asks for no other, also for Markdown', async ({ api, open, page, requested }) => {
  await open(
    `<article-card src="${api.posts.lead}"></article-card>
    <article-view><script type="application/json">{"title": "T", "body": {"format": "markdown", "value": "**bold**"}}</script></article-view>`,
    { script: '/cdn/newsprint.all.js' },
  );
  await expect(page.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
  await expect(page.locator('article-view strong')).toHaveText('bold');
  expect(built(requested)).toEqual(['newsprint.all.js']);
});

test('two copies of the script are one, and say nothing', async ({ api, open, page, said }) => {
  await open(
    `<article-card src="${api.posts.lead}"></article-card><comment-thread src="${api.posts.lead}"></comment-thread>`,
    {
      head: '<script type="module" src="/cdn/newsprint.all.js"></script><script type="module" src="/cdn/newsprint.js?again"></script>',
    },
  );
  await expect(page.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
  await expect(page.locator('comment-thread [data-comment]').first()).toBeVisible();
  expect(said).toEqual([]);
});

test('a tag that the page has defined itself stays the page’s, and that is said once', async ({
  open,
  page,
  said,
}) => {
  await open('<article-card></article-card><article-card></article-card>', {
    script: '/cdn/newsprint.all.js',
    head: '<script>customElements.define("article-card", class extends HTMLElement { connectedCallback() { this.textContent = "Mine"; } });</script>',
  });
  await expect(page.locator('article-card').first()).toHaveText('Mine');
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]).toContain('<article-card> is already defined');
});

test('where our files do not arrive, readers keep the page’s own words', async ({ open, page, said }) => {
  await page.route('**/chunks/lit-*.js', (route) => route.abort());
  await open('<article-card src="/x"><a href="/story">Read the story</a></article-card>');
  await expect(page.getByRole('link', { name: 'Read the story' })).toBeVisible();
  await expect.poll(() => said.length).toBeGreaterThan(0);
});

test('without JavaScript readers have the page’s own words', async ({ browser, partner }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { pageWith } = await import('../support/page-server.js');
  await page.goto(
    partner.page(
      '/no-script',
      pageWith('<article-card src="/x"><a href="/s">Read the story</a></article-card>'),
    ),
  );
  await expect(page.getByRole('link', { name: 'Read the story' })).toBeVisible();
  await context.close();
});

test('a comment posted from the page arrives, and waits visibly', async ({ api, open, page }) => {
  await open(`<comment-thread src="${api.posts.noComments}"></comment-thread>`);
  const thread = page.locator('comment-thread');
  await thread.getByLabel('Comment', { exact: true }).fill('Is it 5 < 6 & true?');
  await thread.getByLabel('Name').fill('Wiebke');
  await thread.getByLabel('E-mail').fill('wiebke@example.org');
  await thread.getByRole('button', { name: 'Post comment' }).click();
  await expect(thread.locator('.pending')).toContainText('Is it 5 < 6 & true?');
  await page.reload();
  await expect(thread.locator('.pending')).toContainText('Only you can see it');
});

test('a draft is there again after the page was left and came back', async ({ api, open, page }) => {
  await open(`<comment-thread src="${api.posts.lead}"></comment-thread>`);
  const field = page.locator('comment-thread').getByLabel('Comment', { exact: true });
  await field.fill('Half a thought');
  await page.goto('about:blank');
  await page.goBack();
  await expect(field).toHaveValue('Half a thought');
});

test('with storage blocked everything works as long as the page is open', async ({ api, open, page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    }),
  );
  await open(`<comment-thread src="${api.posts.noComments}"></comment-thread>`);
  const thread = page.locator('comment-thread');
  await thread.getByLabel('Comment', { exact: true }).fill('No storage, no problem.');
  await thread.getByLabel('Name').fill('Ole');
  await thread.getByLabel('E-mail').fill('ole@example.org');
  await thread.getByRole('button', { name: 'Post comment' }).click();
  await expect(thread.locator('.pending')).toContainText('No storage, no problem.');
});

for (const file of ['newsprint.js', 'newsprint.all.js']) {
  test(`a page adds an adapter of its own through ${file}, also after its element has looked for it`, async ({
    open,
    page,
  }) => {
    await open(
      `<article-card loading="eager" adapter="own" src="https://own.example/1"></article-card>
      <script type="module">
        import { registerAdapter } from '/cdn/${file}';
        const story = { title: 'From the page itself', url: 'https://own.example/1' };
        const adapter = { article: async () => story };
        setTimeout(() => registerAdapter({ name: 'own', load: async () => adapter }), 500);
      </script>`,
      { script: `/cdn/${file}` },
    );
    await expect(page.locator('article-card').getByRole('heading')).toHaveText('From the page itself');
  });
}
