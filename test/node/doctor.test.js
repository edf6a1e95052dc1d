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
};
const GOES = {
  '/moved': '/open',
  '/moved-well': '/open',
  '/moved-away': (host) => `http://localhost:${host.split(':')[1]}/echo`,
  '/circle': '/circle',
};

before(async () => {
  for (const name of ['adapter-table', 'answer-table', 'cors-advice']) compile(`source/${name}`);
  cpSync(path.join(root, 'bin'), path.join(folder, 'bin'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
  server = createServer((request, response) => {
    const [status, headers, body] = ANSWERS[request.url] ?? [500, {}, ''];
    if (request.method === 'OPTIONS') return response.writeHead(405).end();
    const to = GOES[request.url];
    const location = typeof to === 'function' ? to(request.headers.host) : to;
    response.writeHead(status, { ...headers, ...(location ? { location } : {}) }).end(body);
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
  ['/gone', 1, 'it is an error: 404'],
  ['/moved', 1, 'redirect  301 to', 'is missing', 'The redirect lost the header', '/open'],
  ['/moved-well', 0, 'redirect  301 to', '✓'],
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
  const { code, said } = await run('doctor', 'http://api.example/', `--origin=${PAGE}`);
  assert.equal(code, 1);
  assert.match(said, /browsers block that/);
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
