// The package as somebody gets it: packed, installed into an empty project, type-checked, bundled, and its script-tag
// files served by a plain static server.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../scripts/find-browser.js';
import { root } from '../../scripts/prepare.js';

const project = mkdtempSync(path.join(tmpdir(), 'newsprint-install-'));
const npm = (args, cwd) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
const installed = path.join(project, 'node_modules', 'newsprint-elements');

const CONSUMER = `
import 'newsprint-elements/article-card.js';
import { NewsError, registerAdapter, toArticle, type Article } from 'newsprint-elements';

const card = document.createElement('article-card');
card.data = { title: 'From a bundle', url: 'https://news.example/story' };
card.layout = 'compact';
card.addEventListener('news-load', (event) => {
  document.title = (event.content as Article).title;
});
card.addEventListener('news-error', ({ error }) => console.log(error.kind satisfies string, error instanceof NewsError));
document.body.append(card);

registerAdapter({
  name: 'own',
  matchesUrl: (url) => url.startsWith('https://own.example/'),
  load: async () => ({
    article: async ({ src }, io) => toArticle((await io.json(src)).value, src),
  }),
});
// @ts-expect-error: there is no such layout
card.layout = 'sideways';
`;

let packed;
let server;
let url;
let browser;

before(async () => {
  [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project], root));
  writeFileSync(path.join(project, 'package.json'), '{ "private": true, "type": "module" }');
  npm(['install', '--prefer-offline', path.join(project, packed.filename)], project);
  server = createServer((request, response) => {
    const file = path.join(project, new URL(request.url, 'http://localhost').pathname);
    try {
      const body = readFileSync(file);
      const type = file.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
  const { executablePath, args, env } = await findBrowser();
  browser = await chromium.launch({ executablePath, args, env });
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(project, { recursive: true, force: true });
});

/** Opens a page of the project; fails on anything that is thrown there. */
async function open(html) {
  writeFileSync(path.join(project, 'page.html'), `<!doctype html><meta charset="utf-8"><body>${html}`);
  const page = await browser.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(`${url}/page.html`);
  return page;
}

describe('the packed package', () => {
  it('has what its package.json names, and nothing of the workshop', () => {
    const files = packed.files.map((file) => file.path);
    for (const wanted of [
      ...['README.md', 'LICENSE', 'CHANGELOG.md', 'custom-elements.json', 'dist/index.js', 'dist/index.d.ts'],
      ...['dist/embed/article-card.js', 'cdn/newsprint.js', 'cdn/newsprint.all.js', 'cdn/sri.json'],
      'integrations/wordpress/newsprint-comments.php',
    ]) {
      assert.ok(files.includes(wanted), wanted);
    }
    const workshop = files.filter((file) => /^(src|test|demo|scripts|docs|\.ci)\//.test(file));
    assert.deepEqual(workshop, []);
  });

  it('exports one entry for each element, types first, and names what defines them as side effects', () => {
    const {
      customElements: named,
      exports,
      sideEffects,
    } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
    const manifest = JSON.parse(readFileSync(path.join(installed, named), 'utf8'));
    const tags = manifest.modules
      .flatMap(({ declarations = [] }) => declarations.map(({ tagName }) => tagName))
      .filter(Boolean);
    assert.ok(tags.length >= 4);
    for (const tag of tags) {
      const entry = exports[`./${tag}.js`];
      assert.deepEqual(Object.keys(entry), ['types', 'default'], tag);
      assert.ok(sideEffects.includes(entry.default), tag);
      assert.ok(readFileSync(path.join(installed, entry.types)).length > 0);
    }
  });

  it('says which version it is, the same everywhere, and where its declarations are', async () => {
    const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
    const { VERSION } = await import(pathToFileURL(path.join(installed, 'dist/elements/version.js')).href);
    assert.equal(VERSION, version);
    assert.match(
      readFileSync(path.join(installed, 'integrations/wordpress/newsprint-comments.php'), 'utf8'),
      new RegExp(`Version: +${version}`),
    );
    const manifest = JSON.parse(readFileSync(path.join(installed, 'custom-elements.json'), 'utf8'));
    const files = packed.files.map((file) => file.path);
    for (const module of manifest.modules) assert.ok(files.includes(module.path), module.path);
  });

  for (const [module, moduleResolution] of [
    ['ESNext', 'Bundler'],
    ['NodeNext', 'NodeNext'],
  ]) {
    it(`type-checks in a strict project: ${moduleResolution}`, () => {
      writeFileSync(path.join(project, 'consumer.ts'), CONSUMER);
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'ES2022',
        strict: true,
        noEmit: true,
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        types: [],
      };
      writeFileSync(
        path.join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, files: ['consumer.ts'] }),
      );
      const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
      try {
        execFileSync(process.execPath, [tsc, '--project', project], { encoding: 'utf8' });
      } catch (error) {
        assert.fail(error.stdout);
      }
    });
  }

  it('works in a bundle', async () => {
    writeFileSync(path.join(project, 'consumer.ts'), CONSUMER);
    await build({
      root: project,
      logLevel: 'error',
      configFile: false,
      build: {
        outDir: 'bundle',
        lib: { entry: path.join(project, 'consumer.ts'), formats: ['es'], fileName: () => 'bundle.js' },
      },
    });
    const page = await open('<script type="module" src="/bundle/bundle.js"></script>');
    await page.waitForFunction(() => document.title === 'From a bundle');
    await page.close();
  });

  it('defines all elements by one import, also when a bundler shakes off what is not used', async () => {
    writeFileSync(path.join(project, 'all.ts'), "import 'newsprint-elements/all.js';");
    await build({
      root: project,
      logLevel: 'error',
      configFile: false,
      build: {
        outDir: 'bundle-all',
        lib: { entry: path.join(project, 'all.ts'), formats: ['es'], fileName: () => 'all.js' },
      },
    });
    const page = await open('<script type="module" src="/bundle-all/all.js"></script>');
    const defined = await page.evaluate(() =>
      Promise.all(
        ['article-card', 'article-view', 'related-news', 'comment-thread'].map((tag) =>
          customElements.whenDefined(tag),
        ),
      ).then((all) => all.length),
    );
    assert.equal(defined, 4);
    await page.close();
  });

  for (const script of ['newsprint.js', 'newsprint.all.js', 'elements/article-card.js']) {
    it(`works from a plain static server: cdn/${script}`, async () => {
      const page = await open(
        `<script type="module" src="/node_modules/newsprint-elements/cdn/${script}"></script>
        <article-card><script type="application/json">{"title": "From a script tag", "url": "/story"}</script></article-card>`,
      );
      await page.getByRole('link', { name: 'From a script tag' }).waitFor();
      await page.close();
    });
  }

  it('lists a hash for each file of the script tag', async () => {
    const { createHash } = await import('node:crypto');
    const hashes = JSON.parse(readFileSync(path.join(installed, 'cdn', 'sri.json'), 'utf8'));
    const files = packed.files.map((file) => file.path).filter((file) => /^cdn\/.*\.js$/.test(file));
    assert.deepEqual(Object.keys(hashes).sort(), files.map((file) => file.slice('cdn/'.length)).sort());
    for (const [file, hash] of Object.entries(hashes)) {
      const bytes = readFileSync(path.join(installed, 'cdn', file));
      assert.equal(hash, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, file);
    }
  });
});
