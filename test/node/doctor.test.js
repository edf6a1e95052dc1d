// `npx newsprint-elements doctor` against a server that is configured well and badly. The tables are compiled here, so that no build
// is needed: the command finds them where the package has them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import ts from 'typescript';
import { root } from '../../scripts/prepare.js';

const folder = mkdtempSync(path.join(tmpdir(), 'newsprint-doctor-'));

function compile(file, done = new Set()) {
  if (done.has(file)) return;
  done.add(file);
  const source = readFileSync(path.join(root, 'src', `${file}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: 'ES2022', module: 'ESNext', verbatimModuleSyntax: true },
  });
  const target = path.join(folder, 'dist', `${file}.js`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  for (const [, imported] of outputText.matchAll(/^(?:import|export)[^;]*?from ["'](\.[^"']+)\.js["']/gm)) {
    compile(path.join(path.dirname(file), imported), done);
  }
}

let server;
let url;
const PAGE = 'https://my.page';

/** By path: status, headers, body. */
const ANSWERS = {
  '/open': [200, { 'access-control-allow-origin': '*' }, '{"version": "https://jsonfeed.org/version/1.1"}'],
  '/echo': [200, { 'access-control-allow-origin': PAGE }, '[]'],
  '/closed': [200, {}, '<rss version="2.0"/>'],
  '/other': [200, { 'access-control-allow-origin': 'https://other.page' }, '{}'],
  '/twice': [200, { 'access-control-allow-origin': `*, ${PAGE}` }, '{}'],
  '/slash': [200, { 'access-control-allow-origin': `${PAGE}/` }, '{}'],
  '/gone': [404, { 'access-control-allow-origin': '*' }, '{}'],
  '/moved': [301, {}, ''],
  '/moved-well': [301, { 'access-control-allow-origin': '*' }, ''],
  '/moved-away': [302, { 'access-control-allow-origin': '*' }, ''],
  '/circle': [302, { 'access-control-allow-origin': '*' }, ''],
  '/items/articles': [200, { 'access-control-allow-origin': '*' }, '{"data": []}'],
  '/wp-json/wp/v2/posts': [
    200,
    { 'access-control-allow-origin': '*', 'x-wp-total': '7', 'access-control-expose-headers': 'Link' },
    '[]',
  ],
  '/broken': [500, {}, 'oops'],
  '/locked': [403, {}, ''],
  '/nothing': [404, {}, ''],
  '/2026/night-ferry/': [200, { 'content-type': 'text/html' }, '<!doctype html><title>x</title>'],
  '/wp-json/wp/v2/posts?slug=night-ferry&per_page=100&_fields=id,link,title': [
    200,
    { 'access-control-allow-origin': '*' },
    (host) =>
      JSON.stringify([
        { id: 7, link: `http://${host}/2026/night-ferry/`, title: { rendered: 'The night ferry' } },
      ]),
  ],
  '/wp-json/wp/v2/posts/7': [200, { 'access-control-allow-origin': '*' }, '{"title": {"rendered": "x"}}'],
  '/no-post/': [200, { 'content-type': 'text/html' }, '<!doctype html><title>x</title>'],
  '/open-page/': [
    200,
    { 'content-type': 'text/html', 'access-control-allow-origin': '*' },
    '<!doctype html><html><head><link rel="https://api.w.org/" href="/blog/wp-json/">' +
      "<link rel='alternate' type='application/json' href='/blog/wp-json/wp/v2/posts/9'></head></html>",
  ],
  '/blog/wp-json/wp/v2/posts/9': [
    200,
    { 'access-control-allow-origin': '*' },
    '{"title": {"rendered": "x"}}',
  ],
};
const GOES = {
  '/moved': '/open',
  '/moved-well': '/open',
  '/moved-away': (host) => `http://localhost:${host.split(':')[1]}/echo`,
  '/circle': '/circle',
};

before(async () => {
  for (const name of [
    'source/adapter-table',
    'source/answer-table',
    'source/cors-advice',
    'source/detect',
    'source/find-wordpress',
    'source/adapters/wordpress-permalink',
    'model/news-error',
  ])
    compile(name);
  cpSync(path.join(root, 'bin'), path.join(folder, 'bin'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
  server = createServer((request, response) => {
    const [status, headers, body] = ANSWERS[request.url] ?? [500, {}, ''];
    if (request.method === 'OPTIONS') return response.writeHead(405).end();
    const to = GOES[request.url];
    const location = typeof to === 'function' ? to(request.headers.host) : to;
    response
      .writeHead(status, { ...headers, ...(location ? { location } : {}) })
      .end(typeof body === 'function' ? body(request.headers.host) : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(folder, 'bin', 'newsprint.js'), ...args]);
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('exit', (code) => resolve({ code, said }));
  });
}
const doctor = (at, ...more) => run('doctor', url + at, `--origin=${PAGE}`, ...more);

for (const [at, code, ...says] of [
  ['/open', 0, '✓ Access-Control-Allow-Origin: *', 'json-feed (known by its answer)'],
  ['/echo', 0, `✓ Access-Control-Allow-Origin: ${PAGE}`, 'Vary: Origin is missing', 'mapping'],
  [
    '/closed',
    1,
    '✗ Access-Control-Allow-Origin is missing',
    'rss',
    'nginx: add_header',
    `"${PAGE}"`,
    'proxy="',
  ],
  ['/other', 1, 'is https://other.page, but this page is https://my.page'],
  ['/twice', 1, 'is there twice'],
  ['/slash', 1, 'slash at its end'],
  ['/gone', 1, '404: nothing is there', '✓ Access-Control-Allow-Origin: *'],
  [
    '/broken',
    1,
    '✗ 500: the server fails',
    'header      ✗ Access-Control-Allow-Origin is missing',
    'error first',
  ],
  ['/locked', 1, '✗ 403: it refuses', 'is missing'],
  ['/nothing', 1, '✗ 404: nothing is there', 'is missing'],
  [
    '/2026/night-ferry/',
    0,
    "wordpress (known by the site's API)",
    'is missing. It need not be read',
    'read at     ',
    '/wp-json/wp/v2/posts/7',
    '✓ Access-Control-Allow-Origin: *',
  ],
  ['/open-page/', 0, "wordpress (known by the site's API)", '/blog/wp-json/wp/v2/posts/9'],
  ['/no-post/', 1, 'html (known by its answer)', 'is missing'],
  ['/moved', 1, 'redirect    301 to', 'is missing', 'The redirect lost the header', '/open'],
  ['/moved-well', 0, 'redirect    301 to', '✓'],
  ['/moved-away', 1, 'after a redirect to another host only * will do'],
  ['/circle', 1, 'redirects in a circle'],
  ['/items/articles', 0, 'directus (known by its answer)', '! OPTIONS is answered with 405'],
  ['/wp-json/wp/v2/posts', 0, 'wordpress (known by its address)', 'Expose-Headers: X-WP-Total is missing'],
]) {
  test(`${at} ends with ${code}`, async () => {
    const { code: ended, said } = await doctor(at);
    for (const words of says) assert.ok(said.includes(words), `${words} in\n${said}`);
    assert.equal(ended, code, said);
  });
}

test('a system that is named is told its own setting', async () => {
  const { said } = await doctor('/closed', '--adapter=directus');
  assert.match(said, /CORS_ENABLED=true and CORS_ORIGIN=https:\/\/my\.page/);
});

test('the address of a page, and WordPress is named', async () => {
  const found = await doctor('/2026/night-ferry/', '--adapter=wordpress');
  assert.equal(found.code, 0, found.said);
  assert.match(found.said, /wordpress \(named\)[^]*\/wp-json\/wp\/v2\/posts\/7/);
  const missing = await doctor('/no-post/', '--adapter=wordpress');
  assert.equal(missing.code, 1, missing.said);
  assert.match(missing.said, /no API of WordPress knows it:[^]*\/wp-json\/wp\/v2\/posts\?slug=no-post/);
});

test('an adapter that there is not', async () => {
  for (const [name, meant] of [
    ['nosuch', undefined],
    ['wordpres', 'wordpress'],
    ['Word-Press', 'wordpress'],
    ['hackernews', 'hacker-news'],
    ['disco', 'discourse'],
  ]) {
    const { code, said } = await doctor('/open', `--adapter=${name}`);
    assert.equal(code, 2, said);
    assert.match(said, /There are: wordpress, .*, json\./);
    assert.equal(/Is (\S+) meant/.exec(said)?.[1], meant);
    assert.doesNotMatch(said, /✓/);
  }
});

test('an unknown option is named, in two lines', async () => {
  const { said } = await doctor('/open', '--bogus');
  assert.match(said, /^Unknown option --bogus\nUsage: .*\n$/);
});

test('nobody there', async () => {
  const gone = createServer();
  await new Promise((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address();
  await new Promise((resolve) => gone.close(resolve));
  const { code, said } = await run('doctor', `http://127.0.0.1:${port}/`, `--origin=${PAGE}`);
  assert.equal(code, 1);
  assert.match(said, /✗ None: the host refuses the connection/);
});

test('an address without encryption, for a page with it', async () => {
  const { code, said } = await run('doctor', 'http://nohost.invalid/x', `--origin=${PAGE}`);
  assert.equal(code, 1);
  assert.match(said, /browsers block that[^]*✗ None: /);
});

for (const args of [
  [],
  ['check'],
  ['doctor'],
  ['doctor', 'ftp://x.example'],
  ['doctor', 'words'],
  ['doctor', 'https://x.example', 'https://y.example'],
  ['doctor', 'https://x.example', '--origin=page'],
  ['doctor', 'https://x.example', '--orgin=https://my.page'],
]) {
  test(`wrong usage: ${args.join(' ')}`, async () => {
    const { code, said } = await run(...args);
    assert.equal(code, 2);
    assert.match(said, /Usage: npx newsprint-elements doctor/);
  });
}

test('--help', async () => {
  const { code, said } = await run('--help');
  assert.equal(code, 0);
  assert.match(said, /--origin/);
});
