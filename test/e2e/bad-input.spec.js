import { expect, test } from './fixtures.js';

const ELEMENTS = ['article-card', 'article-view', 'related-news', 'comment-thread'];

/** One of each element for a source, each with words of the page's own. */
const allOf = (src) =>
  ELEMENTS.map(
    (tag) => `<${tag} loading="eager" src="${src(tag)}"><a href="/own">Own words of ${tag}</a></${tag}>`,
  ).join('\n');
const wordpress = (url, kind) => (tag) =>
  `${url}/${kind}/wp-json/wp/v2/posts${tag === 'related-news' ? '' : '/1'}`;

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    window.failures = [];
    document.addEventListener('news-error', ({ target, error, during }) =>
      window.failures.push({ tag: target.localName, name: error.name, kind: error.kind, during }),
    );
  }),
);

async function expectQuietFailure(page, said, kind, tags = ELEMENTS) {
  await expect.poll(() => page.evaluate(() => window.failures.length), { timeout: 30_000 }).toBe(tags.length);
  const failures = await page.evaluate(() => window.failures);
  expect(failures.sort((a, b) => a.tag.localeCompare(b.tag))).toEqual(
    tags
      .map((tag) => ({ tag, name: 'NewsError', kind, during: 'load' }))
      .sort((a, b) => a.tag.localeCompare(b.tag)),
  );
  for (const tag of tags) {
    await expect(page.getByRole('link', { name: `Own words of ${tag}` })).toBeVisible();
    const error = page.locator(`${tag} [part~="error"]`);
    await expect(error).toHaveCount(1);
    await expect(error.locator('p')).toHaveText(/^[A-Z][^<>{}]*\.$/);
    // Neither addresses nor codes are for readers.
    await expect(error.locator('p')).not.toContainText(/https?:|\d{3}|undefined|null|Error/);
  }
  expect(said.length).toBeLessThanOrEqual(tags.length);
}

const FAULTS = {
  'not-found': 'not-found',
  server: 'server',
  'login-required': 'login-required',
  html: 'parse',
  truncated: 'parse',
  empty: 'parse',
  huge: 'too-large',
  'huge-stream': 'too-large',
  endless: 'timeout',
  silent: 'timeout',
  loop: 'unreachable',
  cors: 'unreachable',
  reset: 'unreachable',
};

for (const [fault, kind] of Object.entries(FAULTS)) {
  test(`a source that fails: ${fault}`, async ({ faults, open, page, said }) => {
    await open(allOf(wordpress(faults.url, fault)));
    await expectQuietFailure(page, said, kind);
  });
}

for (const [name, src, kind] of [
  ['no such host', 'http://nowhere.invalid/wp-json/wp/v2/posts/1', 'unreachable'],
  ['no URL at all', 'http://[', 'unsupported'],
  ['another scheme', 'ftp://files.example/wp-json/wp/v2/posts/1', 'unsupported'],
  ['a URL that runs code', 'javascript:alert(1)', 'unsupported'],
  ['a page that is not there', '/nothing/here', 'not-found'],
]) {
  test(`a wrong src: ${name}`, async ({ open, page, said }) => {
    await open(allOf(() => src));
    await expectQuietFailure(page, said, kind);
  });
}

test('a web page where a feed was expected', async ({ faults, open, page, said }) => {
  const src = `${faults.url}/html/some/page`;
  await open(
    ['article-card', 'article-view']
      .map((tag) => `<${tag} src="${src}"><a href="/own">Own words of ${tag}</a></${tag}>`)
      .join(''),
  );
  // It is read as a page that may tell of a story; lists and comments are not what it has.
  await expectQuietFailure(page, said, 'parse', ['article-card', 'article-view']);
});

test('an adapter that nobody knows', async ({ faults, open, page, said }) => {
  await open(allOf(() => `${faults.url}/x`).replaceAll(' src=', ' adapter="nonsense" src='));
  await expectQuietFailure(page, said, 'unsupported');
});

test('an empty collection', async ({ faults, open, page, said }) => {
  const list = `${faults.url}/empty-list/wp-json/wp/v2/posts`;
  await open(`
    <article-card src="${list}"><a href="/own">Own words of article-card</a></article-card>
    <related-news src="${list}"><a href="/own">Own words of related-news</a></related-news>`);
  await expectQuietFailure(page, said, 'not-found', ['article-card']);
  await expect(page.locator('related-news [part~="status"]')).toHaveText('No stories here at the moment.');
  await expect(page.getByRole('link', { name: 'Own words of related-news' })).toBeVisible();
});

const WRONG = [
  null,
  7,
  true,
  'text',
  '',
  [],
  {},
  [[]],
  { rendered: 7 },
  { rendered: null },
  ['x'],
  -1,
  1e308,
];

test('fields of the wrong type, whichever they are', async ({ faults, open, page, said }) => {
  const fields =
    'date_gmt modified_gmt link title excerpt content comment_status meta acf lang _embedded _links author_name author_url parent status'.split(
      ' ',
    );
  const records = WRONG.map((wrong, index) => ({
    id: index + 1,
    ...Object.fromEntries(fields.map((field) => [field, wrong])),
    // Otherwise nothing of a story is left, which is an error of its own.
    title: { rendered: `Story ${index + 1}` },
  }));
  const base = '/given/wp-json/wp/v2';
  for (const record of records) faults.give(`${base}/posts/${record.id}`, record);
  faults.give(`${base}/posts`, records);
  faults.give(`${base}/comments`, records);
  const url = faults.url + base;
  await open(
    records
      .map(
        ({ id }) => `
          <article-card loading="eager" src="${url}/posts/${id}"></article-card>
          <article-view loading="eager" src="${url}/posts/${id}"></article-view>
          <comment-thread loading="eager" src="${url}/posts/${id}"></comment-thread>`,
      )
      .join('') + `<related-news limit="50" loading="eager" src="${url}/posts"></related-news>`,
  );
  for (const { id } of records) {
    await expect(
      page
        .locator('article-card')
        .nth(id - 1)
        .getByRole('heading'),
    ).toHaveText(`Story ${id}`);
    await expect(
      page
        .locator('article-view')
        .nth(id - 1)
        .getByRole('heading'),
    ).toHaveText(`Story ${id}`);
    await expect(
      page
        .locator('comment-thread')
        .nth(id - 1)
        .locator('[data-comment]'),
    ).toHaveCount(records.length);
  }
  await expect(page.locator('related-news').getByRole('listitem')).toHaveCount(records.length);
  expect(await page.evaluate(() => window.failures)).toEqual([]);
  expect(said).toEqual([]);
  const shown = await page
    .locator('main')
    .evaluate((main) => [...main.children].map((element) => element.shadowRoot.textContent).join(' '));
  expect(shown).not.toMatch(/undefined|null|NaN|Invalid Date|\[object/);
});

test('dates that are none, URLs that run code, and a title without end', async ({
  faults,
  open,
  page,
  said,
}) => {
  const bad = 'javascript:window.ran=1';
  const media = {
    source_url: bad,
    media_details: { width: 9, height: 9, sizes: { a: { source_url: bad, width: 9, height: 9 } } },
  };
  const terms = [
    [
      { id: 1, taxonomy: 'category', name: 'Town', link: bad },
      { id: 2, taxonomy: 'post_tag', name: 'Tag', link: bad },
    ],
  ];
  const story = {
    id: 1,
    date_gmt: '2026-02-31T99:99:99',
    modified_gmt: 'yesterday',
    link: bad,
    title: { rendered: 'An endless title. '.repeat(556) },
    excerpt: { rendered: '<p>An excerpt</p>' },
    content: {
      rendered: `<p>Words <a href="${bad}">link</a><img src="${bad}" srcset="${bad} 2x" alt="A picture"></p>`,
    },
    meta: { news_source: 'Agency', news_source_url: bad },
    _embedded: { author: [{ name: 'Ines', link: bad }], 'wp:featuredmedia': [media], 'wp:term': terms },
  };
  const comment = {
    id: 5,
    author_name: 'Ole',
    author_url: bad,
    link: bad,
    date_gmt: 'never',
    content: { rendered: `<a href="${bad}">x</a>` },
  };
  const base = '/urls/wp-json/wp/v2';
  const src = faults.give(`${base}/posts/1`, story);
  const list = faults.give(`${base}/posts`, [story]);
  faults.give(`${base}/comments`, [comment]);
  await open(`
    <article-card loading="eager" src="${src}"></article-card>
    <article-view loading="eager" src="${src}" source-url="${bad}"></article-view>
    <related-news loading="eager" src="${list}"></related-news>
    <comment-thread loading="eager" src="${src}"></comment-thread>`);
  await expect(page.locator('article-card').getByRole('heading')).toContainText('An endless title.');
  await expect(page.locator('article-view [part~="body"]')).toContainText('Words link');
  await expect(page.locator('related-news').getByRole('listitem')).toHaveCount(1);
  await expect(page.locator('comment-thread [data-comment]')).toHaveCount(1);
  const addresses = await page
    .locator('main')
    .evaluate((main) =>
      [...main.children].flatMap((element) =>
        [...element.shadowRoot.querySelectorAll('[href], [src], [srcset], [action]')].map(
          (found) => found.outerHTML,
        ),
      ),
    );
  expect(addresses.filter((found) => /javascript/i.test(found))).toEqual([]);
  await expect(page.locator('main').locator('time')).toHaveCount(0);
  // The title is cut for the eye only.
  const height = await page.locator('article-card').evaluate((card) => card.getBoundingClientRect().height);
  expect(height).toBeLessThan(700);
  for (const link of await page.locator('main a').all())
    await link.click({ trial: false, timeout: 2000 }).catch(() => {});
  expect(await page.evaluate(() => window.ran)).toBe(undefined);
  expect(await page.evaluate(() => window.failures)).toEqual([]);
  expect(said).toEqual([]);
});

test('a source that comes back is asked again by the button, and by reload()', async ({
  faults,
  open,
  page,
}) => {
  const path = '/server/wp-json/wp/v2/posts/77';
  await open(`<article-card loading="eager" src="${faults.url}${path}"></article-card>`);
  const again = page.locator('article-card').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.route(`**${path}*`, (route) =>
    route.fulfill({
      json: { id: 77, title: { rendered: 'It is back' } },
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await again.click();
  await expect(page.locator('article-card').getByRole('heading')).toHaveText('It is back');
});
