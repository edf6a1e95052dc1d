// npm run size: what a page pays, brotli-compressed as a CDN sends it, against what is pinned in sizes.json.
// --update writes the pins; --check fails when something has grown by more than 2 % and 100 bytes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const cdn = path.join(root, 'cdn');
const pins = path.join(root, 'sizes.json');
if (!existsSync(path.join(cdn, 'newsprint.js'))) {
  console.error('Nothing is built yet: run npm run build first.');
  process.exit(1);
}

const read = (file) => readFileSync(path.join(cdn, file));
const weigh = (file) => {
  const bytes = read(file);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli };
};

/** The files that a file imports by itself, and what those import. */
function imports(file, found = new Set()) {
  for (const [, target] of read(file)
    .toString()
    .matchAll(/(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g)) {
    const next = path.posix.join(path.posix.dirname(file), target);
    if (!found.has(next)) imports(next, found.add(next));
  }
  return found;
}

const files = Object.keys(JSON.parse(read('sri.json')));
const chunk = (name) => files.find((file) => file.startsWith(`chunks/${name}-`)) ?? missing(name);
function missing(name) {
  throw new Error(`The build has no chunk called ${name}.`);
}
const page = (...entries) => [...new Set(entries.flatMap((entry) => [entry, ...imports(entry)]))];

/** What a page with WordPress content loads, all of it, with one element and with all four. */
const withElement = (...tags) =>
  page(
    'newsprint.js',
    ...tags.map((tag) => `elements/${tag}.js`),
    chunk('wordpress'),
    ...(tags.some((tag) => tag === 'article-view' || tag === 'comment-thread') ? [chunk('sanitiser')] : []),
  );
const rows = {
  'loader alone': ['newsprint.js'],
  'article-card, WordPress': withElement('article-card'),
  'related-news, WordPress': withElement('related-news'),
  'article-view, WordPress': withElement('article-view'),
  'comment-thread, WordPress': withElement('comment-thread'),
  'all four, WordPress': withElement('article-card', 'article-view', 'comment-thread', 'related-news'),
  'added by a feed instead': page(chunk('rss')).filter((file) => !withElement('article-card').includes(file)),
  'added by Markdown': page(chunk('markdown')).filter((file) => !withElement('article-view').includes(file)),
  'newsprint.all.js': ['newsprint.all.js'],
};

const pinned = existsSync(pins) ? JSON.parse(readFileSync(pins, 'utf8')) : {};
const sizes = {};
let grown = 0;
console.log(
  `${'what a page loads'.padEnd(28)}${'files'.padStart(6)}${'raw'.padStart(9)}${'gzip'.padStart(8)}${'brotli'.padStart(8)}   pinned`,
);
for (const [name, loaded] of Object.entries(rows)) {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of loaded) {
    const weight = weigh(file);
    for (const kind of Object.keys(sum)) sum[kind] += weight[kind];
  }
  sizes[name] = sum.brotli;
  const before = pinned[name];
  const more = before === undefined ? 0 : sum.brotli - before;
  const tooMuch = more > 100 && more > before * 0.02;
  if (tooMuch) grown++;
  const note =
    before === undefined
      ? 'not pinned'
      : more === 0
        ? 'same'
        : `${more > 0 ? '+' : ''}${more}${tooMuch ? '  TOO MUCH' : ''}`;
  console.log(
    `${name.padEnd(28)}${String(loaded.length).padStart(6)}${String(sum.raw).padStart(9)}${String(sum.gzip).padStart(8)}${String(sum.brotli).padStart(8)}   ${note}`,
  );
}
if (process.argv.includes('--update')) {
  writeFileSync(pins, `${JSON.stringify(sizes, null, 2)}\n`);
  console.log('Pinned in sizes.json.');
} else if (
  process.argv.includes('--check') &&
  (grown > 0 || Object.keys(sizes).some((name) => !(name in pinned)))
) {
  console.error('Larger than what is pinned in sizes.json. If that is meant: npm run size -- --update');
  process.exit(1);
}
