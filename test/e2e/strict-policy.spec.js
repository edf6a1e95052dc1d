import { startContentApi } from '../../demo/api/node-server.js';
import { expect, test } from './fixtures.js';

const NONCE = 'a2Fib29t';

/** The strictest policy that the README promises to work under. */
const policy = (
  api,
  {
    trustedTypes = "lit-html newsprint 'allow-duplicates'",
    scripts = `'nonce-${NONCE}' 'strict-dynamic'`,
    forms = "'none'",
  } = {},
) => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    `connect-src ${api.url}`,
    `img-src ${api.url}`,
    `media-src ${api.url}`,
    `form-action ${forms}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; '),
});

const page = (markup, ...scripts) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A partner's page under a strict policy</title>
    ${scripts.map((script) => `<script type="module" nonce="${NONCE}" src="${script}"></script>`).join('\n')}
  </head>
  <body><main>${markup}</main></body>
</html>`;

const everything = (api) => `
  <article-card loading="eager" src="${api.posts.lead}"></article-card>
  <article-view loading="eager" src="${api.posts.hostile}"></article-view>
  <article-view loading="eager"><script type="application/json">{"title": "T", "body": {"format": "markdown", "value": "Some **bold** words"}}</script></article-view>
  <related-news loading="eager" limit="3" src="${api.url}/wp-json/wp/v2/posts"></related-news>
  <related-news loading="eager" heading="From the feed" limit="3" src="${api.url}/feed/"></related-news>
  <comment-thread loading="eager" screened src="${api.posts.lead}"></comment-thread>`;

/** What the browser reports, but for the two kinds that Chromium makes up when HTML is parsed where nothing runs. */
async function violations(tab) {
  const seen = await tab.evaluate(() => window.violations);
  return seen.filter((violation) => !/^(script|style)-src-attr /.test(violation));
}

test.beforeEach(({ page: tab }) =>
  tab.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    );
  }),
);

async function expectEverything(tab) {
  await expect(tab.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
  await expect(tab.locator('article-view [part~="body"]').first()).toContainText('the drill went well');
  await expect(tab.locator('article-view strong').last()).toHaveText('bold');
  await expect(tab.locator('related-news').first().getByRole('listitem')).toHaveCount(3);
  await expect(tab.locator('related-news').last().getByRole('listitem')).toHaveCount(3);
  await expect(tab.locator('comment-thread [data-comment]').first()).toBeVisible();
}

for (const script of ['/cdn/newsprint.js', '/cdn/newsprint.all.js']) {
  test(`everything works under a strict policy: ${script}`, async ({ api, open, page: tab }) => {
    await open('', { html: page(everything(api), script), headers: policy(api) });
    await expectEverything(tab);
    // Posting too: a form that scripts send is a request, not a form submission.
    const thread = tab.locator('comment-thread');
    await thread.getByLabel('Comment', { exact: true }).fill(`Under a strict policy: ${script}`);
    await thread.getByLabel('Name').fill('Ole');
    await thread.getByLabel('E-mail').fill('ole@example.org');
    await thread.getByRole('button', { name: 'Post comment' }).click();
    await expect(thread.locator('.pending')).toContainText('Under a strict policy');
    expect(await violations(tab)).toEqual([]);
  });
}

test('two copies of the script on such a page work', async ({ api, open, page: tab, said }) => {
  await open('', {
    html: page(everything(api), '/cdn/newsprint.all.js', '/cdn/newsprint.js'),
    headers: policy(api),
  });
  await expectEverything(tab);
  expect(await violations(tab)).toEqual([]);
  expect(said).toEqual([]);
});

test('a policy by host works as well', async ({ api, open, page: tab, partner }) => {
  await open('', {
    html: page(everything(api), '/cdn/newsprint.js'),
    headers: policy(api, { scripts: partner.url }),
  });
  await expectEverything(tab);
  expect(await violations(tab)).toEqual([]);
});

test('a policy that leaves out our name gets plain text, and is told once what to allow', async ({
  api,
  open,
  page: tab,
  said,
}) => {
  await open('', {
    html: page(everything(api), '/cdn/newsprint.js'),
    headers: policy(api, { trustedTypes: "lit-html 'allow-duplicates'" }),
  });
  await expect(tab.locator('article-card').getByRole('heading')).toContainText('Port Ellery');
  await expect(tab.locator('article-view [part~="body"]').first()).toContainText('the drill went well');
  await expect(tab.locator('article-view [part~="body"]').first().locator('img, iframe, script')).toHaveCount(
    0,
  );
  await expect(tab.locator('comment-thread [data-comment]').first()).toBeVisible();
  const advice = said.filter((line) => line.includes("trusted-types lit-html newsprint 'allow-duplicates'"));
  expect(advice).toHaveLength(1);
});

test('a policy that leaves out the name of Lit keeps the page’s own words, and is told what to allow', async ({
  api,
  open,
  page: tab,
  said,
}) => {
  await open('', {
    html: page(
      `<article-card src="${api.posts.lead}"><a href="/s">Read the story</a></article-card>`,
      '/cdn/newsprint.js',
    ),
    headers: policy(api, { trustedTypes: 'newsprint' }),
  });
  await expect(tab.getByRole('link', { name: 'Read the story' })).toBeVisible();
  await expect.poll(() => said.join('\n')).toContain("trusted-types lit-html newsprint 'allow-duplicates'");
});

test('a comment is handed over under a policy that allows just that', async ({
  page: tab,
  open,
  context,
}) => {
  const strict = await startContentApi({ allowAnonymousComments: false });
  try {
    const [story] = await (await fetch(`${strict.url}/wp-json/wp/v2/posts?per_page=1`)).json();
    await open('', {
      html: page(
        `<comment-thread src="${strict.url}/wp-json/wp/v2/posts/${story.id}"></comment-thread>`,
        '/cdn/newsprint.js',
      ),
      headers: policy(strict, { forms: strict.url }),
    });
    const thread = tab.locator('comment-thread');
    await thread.getByLabel('Comment', { exact: true }).fill('Carried over under a strict policy');
    await thread.getByLabel('Name').fill('Ole');
    await thread.getByLabel('E-mail').fill('ole@example.org');
    await thread.getByRole('button', { name: 'Post comment' }).click();
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      thread.getByRole('button', { name: /^Post it on / }).click(),
    ]);
    await other.waitForLoadState();
    expect(new URL(other.url()).origin).toBe(strict.url);
    await expect(thread.getByLabel('Comment', { exact: true })).toHaveValue(
      'Carried over under a strict policy',
    );
    expect(await violations(tab)).toEqual([]);
  } finally {
    await strict.close();
  }
});
