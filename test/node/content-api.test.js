import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createFileStore } from '../../demo/api/file-store.js';
import { createContentApi } from '../../demo/api/handler.js';
import { createMemoryStore } from '../../demo/api/memory-store.js';
import { startContentApi } from '../../demo/api/node-server.js';
import { seed } from '../../demo/content/seed.js';

const SITE = 'https://courier.example';
const STORY = {
  lead: 101,
  ferry: 103,
  closed: 109,
  locked: 110,
  hostile: 111,
  silent: 113,
  snow: 114,
  draft: 117,
};

/** An API of its own for a test, and short ways to ask it. */
function start(options = {}, store = createMemoryStore({ seed, now: options.now })) {
  const handle = createContentApi({ store, ...options });
  const ask = async (path, init) => {
    const response = await handle(new Request(SITE + path, init));
    const text = response ? await response.text() : '';
    const isJson = /json/.test(response?.headers.get('content-type') ?? '');
    return {
      status: response?.status,
      headers: response?.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };
  const rest = (path, init) => ask(`/wp-json/wp/v2/${path}`, init);
  const post = (fields) =>
    rest('comments', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        post: STORY.lead,
        author_name: 'Ann',
        author_email: 'ann@example.test',
        ...fields,
      }),
    });
  return { ask, rest, post };
}

function assertError({ status, body }, expectedStatus, code) {
  assert.equal(status, expectedStatus);
  assert.equal(body.code, code);
  assert.equal(body.data.status, expectedStatus);
  assert.ok(body.message);
}

/** Throws unless every element is closed: enough to find a broken feed. */
function assertWellFormed(xml) {
  const bare = xml.replace(/<!\[CDATA\[[^]*?\]\]>/g, '').replace(/<\?[^]*?\?>/g, '');
  const open = [];
  for (const [, end, name, attributes] of bare.matchAll(/<(\/?)([\w:-]+)([^<>]*)>/g)) {
    if (end) assert.equal(open.pop(), name);
    else if (!attributes.endsWith('/')) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(bare, /&(?!(?:amp|lt|gt|quot|#\d+);)/);
}

describe('lists of stories', () => {
  const { ask, rest } = start();

  test('come newest first, ten at a time, with totals and links', async () => {
    const first = await rest('posts');
    assert.equal(first.body.length, 10);
    assert.equal(first.headers.get('x-wp-total'), '16');
    assert.equal(first.headers.get('x-wp-totalpages'), '2');
    assert.equal(first.headers.get('link'), `<${SITE}/wp-json/wp/v2/posts?page=2>; rel="next"`);
    const dates = first.body.map((story) => story.date_gmt);
    assert.deepEqual(dates, [...dates].sort().reverse());
    const second = await rest('posts?page=2');
    assert.equal(second.body.length, 6);
    assert.equal(second.headers.get('link'), `<${SITE}/wp-json/wp/v2/posts?page=1>; rel="prev"`);
  });

  test('end with an error, not with an empty page', async () => {
    assertError(await rest('posts?page=3'), 400, 'rest_post_invalid_page_number');
  });

  test('refuse parameters in the words of core', async () => {
    const answer = await rest('posts?per_page=101&categories=harbour');
    assertError(answer, 400, 'rest_invalid_param');
    assert.equal(answer.body.message, 'Invalid parameter(s): per_page, categories');
    assert.equal(
      answer.body.data.params.per_page,
      'per_page must be between 1 (inclusive) and 100 (inclusive)',
    );
    assert.match(answer.body.data.params.categories, /^categories is not a valid Term ID List/);
    assert.equal(answer.body.data.details.per_page.code, 'rest_out_of_bounds');
  });

  test('filter and order', async () => {
    const ids = async (query) => (await rest(`posts?_fields=id&${query}`)).body.map(({ id }) => id);
    assert.deepEqual(await ids('include=104,101&orderby=include'), [104, 101]);
    assert.deepEqual(await ids('slug=library-open-till-midnight'), [116]);
    assert.deepEqual(await ids('categories=15'), [115]);
    assert.deepEqual(await ids('tags[]=23&tags[]=31&orderby=id&order=asc'), [103, 115]);
    assert.deepEqual(await ids('sticky=true'), [101]);
    assert.deepEqual(await ids('search=oyster'), [101]);
    assert.deepEqual(await ids('search=marmalade%20foghorn'), [], 'a password hides its story from search');
    assert.equal((await ids('exclude=101&per_page=100')).includes(101), false);
    assert.deepEqual((await ids('per_page=3&offset=1')).length, 3);
    const week = new Date(Date.now() - 7 * 86_400_000).toISOString();
    assert.ok((await ids(`after=${week}&per_page=100`)).length >= 12);
    assertError(await rest('posts?orderby=include'), 400, 'rest_orderby_include_missing_include');
  });

  test('answer the plain form of an address too', async () => {
    const { body } = await ask('/?rest_route=/wp/v2/posts/101&_fields=id,title.rendered');
    assert.deepEqual(Object.keys(body), ['id', 'title']);
  });

  test('are only ours when the address is', async () => {
    assert.equal((await ask('/')).status, undefined);
    assert.equal((await ask('/stories/harbour-wall-vote/')).status, undefined);
    assertError(await ask('/wp-json/nope'), 404, 'rest_no_route');
  });
});

describe('_fields and _embed', () => {
  const { rest } = start();

  test('keep only what is asked for', async () => {
    const { body } = await rest('posts/101?_fields=id,title.rendered,_links.author');
    assert.deepEqual(Object.keys(body).sort(), ['_links', 'id', 'title']);
    assert.deepEqual(Object.keys(body._links), ['author']);
  });

  test('embed what is named, when the links are kept', async () => {
    const fields = '_fields=id,_links.author,_links.wp:featuredmedia,_links.wp:term,_embedded';
    const { body } = await rest(`posts?include=101&_embed=author,wp:featuredmedia,wp:term&${fields}`);
    const { author, 'wp:featuredmedia': media, 'wp:term': terms } = body[0]._embedded;
    assert.equal(author[0].name, 'Merrin Tolvane');
    assert.match(author[0].avatar_urls[96], /^https:\/\/courier\.example\/media\/avatars\//);
    assert.equal(media[0].source_url, `${SITE}/media/harbour-dawn.svg`);
    assert.equal(media[0].media_details.sizes.large.width, 1024);
    assert.deepEqual(
      terms.flat().map(({ taxonomy }) => taxonomy),
      ['category', 'category', 'post_tag', 'post_tag', 'post_tag'],
    );
    assert.equal(body[0]._embedded.replies, undefined);
  });

  test('embed nothing without the links', async () => {
    assert.deepEqual((await rest('posts/101?_embed&_fields=id,_embedded')).body, { id: 101 });
  });

  test('embed everything when nothing is named', async () => {
    assert.equal((await rest('posts/101?_embed')).body._embedded.replies[0].length, 10);
  });
});

describe('one story', () => {
  const { rest } = start();

  test('tells where the news is from, and its language', async () => {
    const { body, headers } = await rest('posts/107');
    assert.equal(body.meta.news_source, 'Coastal News Agency');
    assert.equal(body.lang, 'ar');
    assert.equal(body.link, `${SITE}/stories/tar-lane-bakery-ar/`);
    assert.match(headers.get('link'), /rel="alternate"/);
  });

  test('says local time in date, and UTC in date_gmt', async () => {
    const { body } = await rest('posts/101');
    assert.equal(Date.parse(`${body.date}Z`) - Date.parse(`${body.date_gmt}Z`), 3_600_000);
  });

  test('is refused when unknown or not published', async () => {
    assertError(await rest('posts/99999'), 404, 'rest_post_invalid_id');
    assertError(await rest(`posts/${STORY.draft}`), 401, 'rest_forbidden');
  });

  test('is empty while a password protects it', async () => {
    const { body } = await rest(`posts/${STORY.locked}`);
    assert.deepEqual(body.content, { rendered: '', protected: true });
    assert.deepEqual(body.excerpt, { rendered: '', protected: true });
    const opened = await rest(`posts/${STORY.locked}?password=tidewater`);
    assert.match(opened.body.content.rendered, /foghorn/);
    assertError(await rest(`posts/${STORY.locked}?password=no`), 403, 'rest_post_incorrect_password');
    assertError(await rest(`comments?post=${STORY.locked}`), 401, 'rest_cannot_read_post');
  });
});

describe('terms, users, media and the index', () => {
  const { ask, rest } = start();

  test('answer lists and single records', async () => {
    const [harbour] = (await rest('categories?slug=harbour-and-sea')).body;
    assert.equal(harbour.name, 'Harbour &amp; Sea');
    assert.equal(harbour.count, 3);
    assert.equal((await rest('tags/23')).body.taxonomy, 'post_tag');
    assert.equal((await rest('users/2')).body.slug, 'idris-pellowby');
    assert.equal((await rest('media/501')).body.post, STORY.lead);
    assert.deepEqual((await ask('/wp-json/')).body.namespaces, ['wp/v2']);
    assertError(await rest('categories/999'), 404, 'rest_term_invalid');
    assertError(await rest('users/999'), 404, 'rest_user_invalid_id');
  });
});

describe('lists of comments', () => {
  const { rest } = start();

  test('hold a long thread, parents before their replies', async () => {
    const thread = [];
    for (let page = 1; page <= 3; page += 1) {
      const { body, headers } = await rest(
        `comments?post=${STORY.ferry}&per_page=100&page=${page}&order=asc&orderby=date_gmt`,
      );
      assert.equal(headers.get('x-wp-total'), '250');
      thread.push(...body);
    }
    const depths = new Map([[0, 0]]);
    for (const { id, parent } of thread) {
      assert.ok(depths.has(parent));
      depths.set(id, depths.get(parent) + 1);
    }
    assert.equal(Math.max(...depths.values()), 6);
    assert.equal(new Set(thread.map((comment) => comment.content.rendered)).size, 250);
    assert.ok(Math.max(...thread.map((comment) => Date.parse(`${comment.date_gmt}Z`))) < Date.now());
  });

  test('are empty past the last page, and for a story without comments', async () => {
    assert.deepEqual((await rest(`comments?post=${STORY.lead}&page=99`)).body, []);
    const silent = await rest(`comments?post=${STORY.silent}`);
    assert.deepEqual(silent.body, []);
    assert.equal(silent.headers.get('x-wp-total'), '0');
  });

  test('hide what is held or trashed, but not the reply to it', async () => {
    const { body } = await rest(`comments?post=${STORY.snow}&order=asc`);
    const ids = new Set(body.map(({ id }) => id));
    const orphans = body.filter(({ parent }) => parent !== 0 && !ids.has(parent));
    assert.equal(orphans.length, 1);
    assert.ok(body.every(({ status }) => status === 'approved'));
    const held = seed.comments.find(({ status }) => status === 'hold');
    assertError(await rest(`comments/${held.id}`), 401, 'rest_cannot_read');
    assertError(await rest(`comments?post=${STORY.snow}&status=hold`), 401, 'rest_forbidden_param');
  });

  test('can be read root by root', async () => {
    const { body } = await rest(`comments?post=${STORY.lead}&parent=0&per_page=100`);
    assert.equal(body.length, 9);
    const [root] = body.filter(({ _links }) => _links.children);
    assert.ok((await rest(`comments?parent=${root.id}`)).body.length > 0);
  });
});

describe('posting a comment', () => {
  test('stores it as held, shows it once approved, and hides it when trashed', async () => {
    const { ask, rest, post } = start();
    const total = async () => (await rest(`comments?post=${STORY.lead}`)).headers.get('x-wp-total');
    const posted = await post({
      content: 'Tom & <script>alert(1)</script> <b>Jo\nsay\n\nhello',
      parent: 1001,
    });
    assert.equal(posted.status, 201);
    assert.equal(posted.body.status, 'hold');
    assert.equal(posted.body.parent, 1001);
    assert.equal(
      posted.body.content.rendered,
      '<p>Tom &amp; alert(1) <b>Jo<br />\nsay</p>\n<p>hello</b></p>\n',
    );
    assert.equal(posted.headers.get('location'), `${SITE}/wp-json/wp/v2/comments/${posted.body.id}`);
    assert.equal(await total(), '40');
    const approved = await ask(`/demo-api/comments/${posted.body.id}/approve`, { method: 'POST' });
    assert.deepEqual(approved.body, { id: posted.body.id, status: 'approved' });
    assert.equal(await total(), '41');
    await ask(`/demo-api/comments/${posted.body.id}/trash`, { method: 'POST' });
    assert.equal(await total(), '40');
    await ask('/demo-api/reset', { method: 'POST' });
    assertError(await rest(`comments/${posted.body.id}`), 404, 'rest_comment_invalid_id');
  });

  test('takes a form as well', async () => {
    const { rest } = start();
    const body = new URLSearchParams({
      post: '101',
      author_name: 'José',
      author_email: 'j@example.test',
      content: 'Hi',
    });
    const posted = await rest('comments', { method: 'POST', body });
    assert.equal(posted.status, 201);
    assert.equal(posted.body.author_name, 'José');
  });

  test('keeps escaped text as it was written', async () => {
    const { post } = start();
    const { body } = await post({
      content: '1 &lt; 2 &amp;&amp; 3 &gt; 2',
      author_url: 'javascript:alert(1)',
    });
    assert.equal(body.content.rendered, '<p>1 &lt; 2 &amp;&amp; 3 &gt; 2</p>\n');
    assert.equal(body.author_url, '');
  });

  test('refuses what core refuses, in the same words', async () => {
    const { rest, post } = start();
    assertError(await post({ post: STORY.closed, content: 'x' }), 403, 'rest_comment_closed');
    assertError(await post({ post: 99999, content: 'x' }), 403, 'rest_comment_invalid_post_id');
    assertError(await post({ post: STORY.draft, content: 'x' }), 403, 'rest_comment_draft_post');
    assertError(await post({ content: '  ' }), 400, 'rest_comment_content_invalid');
    assertError(await post({ content: 'x', author_name: '' }), 400, 'rest_comment_author_data_required');
    assertError(await post({ content: 'x'.repeat(65_526) }), 400, 'comment_content_column_length');
    assertError(await post({ content: 'x', status: 'approved' }), 401, 'rest_comment_invalid_status');
    const email = await post({ content: 'x', author_email: 'nope' });
    assertError(email, 400, 'rest_invalid_param');
    assert.deepEqual(email.body.data.params, { author_email: 'Invalid email address.' });
    const broken = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"post":' };
    assertError(await rest('comments', broken), 400, 'rest_invalid_json');
    const plain = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{"post":101}' };
    assertError(await rest('comments', plain), 403, 'rest_comment_invalid_post_id');
    assertError(await rest('comments/1001', { method: 'DELETE' }), 401, 'rest_cannot_delete');
  });

  test('refuses the same words twice, even at once', async () => {
    const { post } = start();
    const answers = await Promise.all([post({ content: 'Twice' }), post({ content: 'Twice' })]);
    assert.equal(answers[0].status, 201);
    assertError(answers[1], 409, 'comment_duplicate');
    assert.match(answers[1].body.message, /you&#8217;ve/);
  });

  test('refuses a flood', async () => {
    let time = Date.now();
    const { post } = start({ floodSeconds: 15, now: () => new Date(time) });
    assert.equal((await post({ content: 'One' })).status, 201);
    assertError(await post({ content: 'Two' }), 400, 'comment_flood');
    time += 15_000;
    assert.equal((await post({ content: 'Two' })).status, 201);
  });

  test('asks for a login where guests may not comment', async () => {
    const { post } = start({ allowAnonymousComments: false });
    assertError(await post({ content: 'x' }), 401, 'rest_comment_login_required');
  });
});

describe('the classic form', () => {
  const form = (fields) => ({
    method: 'POST',
    body: new URLSearchParams({ comment_post_ID: '101', author: 'Bo', email: 'bo@example.test', ...fields }),
  });

  test('goes back to the story, also where the REST API wants a login', async () => {
    const { ask } = start({ allowAnonymousComments: false });
    const { status, headers } = await ask('/wp-comments-post.php', form({ comment: 'Hello' }));
    assert.equal(status, 302);
    assert.match(headers.get('location'), /\/stories\/harbour-wall-vote\/\?unapproved=(\d+)#comment-\1$/);
  });

  test('answers errors as pages', async () => {
    const { ask } = start({ floodSeconds: 15 });
    await ask('/wp-comments-post.php', form({ comment: 'Hello' }));
    const flood = await ask('/wp-comments-post.php', form({ comment: 'Again' }));
    assert.equal(flood.status, 429);
    assert.match(flood.headers.get('content-type'), /^text\/html/);
    assert.match(flood.text, /too quickly/);
    const closed = await ask('/wp-comments-post.php', form({ comment: 'x', comment_post_ID: '109' }));
    assert.equal(closed.status, 403);
  });
});

describe('CORS', () => {
  const { rest } = start();

  test('lets any origin read, also errors', async () => {
    for (const path of ['posts', 'posts/99999']) {
      const { headers } = await rest(path, { headers: { Origin: 'https://reader.example' } });
      assert.equal(headers.get('access-control-allow-origin'), 'https://reader.example');
      assert.equal(headers.get('access-control-expose-headers'), 'X-WP-Total, X-WP-TotalPages, Link');
    }
  });

  test('answers a preflight', async () => {
    const { status, headers } = await rest('comments', {
      method: 'OPTIONS',
      headers: { Origin: 'https://reader.example', 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(status, 200);
    assert.match(headers.get('access-control-allow-methods'), /POST/);
    assert.match(headers.get('access-control-allow-headers'), /Content-Type/);
  });
});

describe('feeds', () => {
  const { ask } = start();

  test('JSON Feed, page by page', async () => {
    const ids = [];
    for (let path = '/feed.json'; path;) {
      const { body, headers } = await ask(path);
      assert.match(headers.get('content-type'), /^application\/feed\+json/);
      ids.push(...body.items.map(({ id }) => id));
      path = body.next_url?.slice(SITE.length);
    }
    assert.equal(new Set(ids).size, 16);
    const { body } = await ask('/feed.json');
    const fish = body.items.find(({ id }) => id === '104');
    assert.equal(fish.title, 'Fish & Chips – “the best queue in town” moves to the old lifeboat house');
  });

  test('RSS and Atom', async () => {
    const rss = await ask('/feed/');
    assertWellFormed(rss.text);
    assert.equal(rss.text.match(/<item>/g).length, 10);
    assert.match(rss.text, /<media:content url="https:\/\/courier\.example\/media\/harbour-dawn\.svg"/);
    assert.match(rss.text, /<dc:creator><!\[CDATA\[Merrin Tolvane\]\]>/);
    assert.match(rss.text, /<slash:comments>40</);
    const second = await ask('/feed/?paged=2');
    assertWellFormed(second.text);
    assert.doesNotMatch(second.text, /cello and foghorn/);
    assert.equal((await ask('/feed/?paged=3')).status, 404);
    const atom = await ask('/feed/atom/');
    assertWellFormed(atom.text);
    assert.equal(atom.text.match(/<entry /g).length, 10);
  });
});

describe('a store in a file', () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'content-api-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('survives a restart', async () => {
    const dataFile = join(folder, 'new', 'comments.json');
    const first = start({}, await createFileStore({ seed, dataFile }));
    const { body } = await first.post({ content: 'Still here' });
    await first.ask(`/demo-api/comments/${body.id}/approve`, { method: 'POST' });
    const again = start({}, await createFileStore({ seed, dataFile }));
    const kept = (await again.rest(`comments/${body.id}`)).body;
    assert.equal(kept.content.rendered, '<p>Still here</p>\n');
    assert.equal(kept.date_gmt, body.date_gmt);
    const date = async (api) => (await api.rest('posts/101')).body.date_gmt;
    assert.equal(await date(again), await date(first));
  });

  test('moves all dates to the present after a day', async () => {
    const dataFile = join(folder, 'old.json');
    const start0 = Date.parse('2030-01-01T12:00:00Z');
    await createFileStore({ seed, dataFile, now: () => new Date(start0) });
    const later = await createFileStore({ seed, dataFile, now: () => new Date(start0 + 9 * 86_400_000) });
    assert.equal(later.posts()[0].time, start0 + 9 * 86_400_000 - 5 * 3_600_000);
  });

  test('writes one after another, and leaves nothing else behind', async () => {
    const dataFile = join(folder, 'many', 'comments.json');
    const { post } = start({}, await createFileStore({ seed, dataFile }));
    await Promise.all(Array.from({ length: 12 }, (_, index) => post({ content: `Number ${index}` })));
    assert.equal(JSON.parse(await readFile(dataFile, 'utf8')).posted.length, 12);
    assert.deepEqual(await readdir(join(folder, 'many')), ['comments.json']);
  });

  test('begins again, with a warning, when the file is damaged', async () => {
    for (const damaged of [
      '{"version":1,"posted":[',
      '[]',
      '{"version":1,"seededAt":1,"posted":[null],"statuses":{}}',
    ]) {
      const dataFile = join(folder, 'damaged.json');
      await writeFile(dataFile, damaged);
      const warnings = [];
      const store = await createFileStore({ seed, dataFile, warn: (message) => warnings.push(message) });
      assert.equal(warnings.length, 1);
      assert.equal(store.comments().length, seed.comments.length);
    }
  });
});

describe('the server', () => {
  let server;
  before(async () => {
    server = await startContentApi();
  });
  after(() => server.close());

  test('gives addresses of its own, and the pictures behind them', async () => {
    const media = await (await fetch(`${server.url}/wp-json/wp/v2/media?per_page=100`)).json();
    assert.equal(media.length, 15);
    for (const item of media) {
      assert.ok(item.source_url.startsWith(`${server.url}/media/`));
      const picture = await fetch(item.source_url);
      assert.equal(picture.status, item.id === 512 ? 404 : 200, item.source_url);
      if (picture.ok) assert.equal(picture.headers.get('content-type'), 'image/svg+xml');
      await picture.arrayBuffer();
    }
    const users = await (await fetch(`${server.url}/wp-json/wp/v2/users`)).json();
    for (const user of users) assert.equal((await fetch(user.avatar_urls[48])).status, 200);
  });

  test('takes a posted comment, and leaves other addresses alone', async () => {
    const body = new URLSearchParams({
      post: '101',
      author_name: 'A',
      author_email: 'a@example.test',
      content: 'Hi',
    });
    const posted = await fetch(`${server.url}/wp-json/wp/v2/comments`, { method: 'POST', body });
    assert.equal(posted.status, 201);
    assert.equal((await fetch(`${server.url}/nothing`)).status, 404);
    assert.equal((await fetch(`${server.url}/media/..%2fseed.js`)).status, 404);
    assert.equal((await fetch(`${server.url}/feed/`, { method: 'HEAD' })).status, 200);
  });
});
