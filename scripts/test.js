// npm test: every check and suite, or the stages that are named. Ends with "N passed, N failed".
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare, root } from './prepare.js';

prepare();
const { findBrowser } = await import('./find-browser.js');
const { check, nodeTest, playwright, run, webTestRunner } = await import('./run.js');

/** The committed manifest must be what the sources say. Written beside it: the analyzer knows no absolute paths. */
async function manifest() {
  const fresh = mkdtempSync(path.join(root, '.manifest-'));
  try {
    const folder = path.basename(fresh);
    await run(['cem', 'analyze', '--config', 'custom-elements-manifest.config.js', '--outdir', folder], {
      quiet: true,
    });
    const [now, committed] = [
      path.join(fresh, 'custom-elements.json'),
      path.join(root, 'custom-elements.json'),
    ].map((file) => readFileSync(file, 'utf8'));
    if (now === committed) return { passed: 1, failed: 0 };
    console.error('custom-elements.json is not what the sources say. Run npm run manifest and commit it.');
  } catch (error) {
    console.error(error.message);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return { passed: 0, failed: 1 };
}

/** By name: a folder is something else to each version of Node. */
const testsIn = (folder) =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.test.js'))
    .map((file) => path.join(folder, file));

const stages = {
  types: () => check(['tsc', '--noEmit'], ['tsc', '--project', 'tsconfig.test.json']),
  lint: () =>
    check(
      ['eslint', '.', '--max-warnings=0'],
      ['prettier', '--check', '--log-level=warn', '.'],
      ['depcruise', 'src', '--output-type', 'err'],
      ['lit-analyzer', 'src/**/*.ts', '--strict', '--rules.no-incompatible-type-binding', 'off'],
    ),
  manifest,
  unit: () => webTestRunner(),
  node: () => nodeTest(...testsIn('test/node')),
  build: () =>
    check(['node', 'scripts/build.js'], ['node', 'scripts/size.js', '--check'], ['publint', '--strict']),
  e2e: () => playwright('test/e2e/playwright.config.js'),
  install: () => nodeTest(...testsIn('test/install')),
  wordpress: () => playwright('test/wordpress/playwright.config.js'),
  backends: () => playwright('test/backends/playwright.config.js'),
};
/** These need Debian packages, or install whole servers, so they run only when they are named. */
const ON_DEMAND = ['wordpress', 'backends'];

const named = process.argv.slice(2).flatMap((name) => (name === 'all' ? Object.keys(stages) : [name]));
const chosen = named.length > 0 ? named : Object.keys(stages).filter((name) => !ON_DEMAND.includes(name));
const unknown = chosen.filter((name) => !Object.hasOwn(stages, name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: all, ${Object.keys(stages).join(', ')}.`);
  process.exit(1);
}
if (chosen.some((name) => ['unit', 'e2e', 'install', 'wordpress', 'backends'].includes(name))) {
  try {
    const { executablePath, source } = await findBrowser();
    console.log(`Browser: ${executablePath} (${source})`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

const rows = [];
for (const name of chosen) {
  console.log(`\n— ${name}`);
  const begun = Date.now();
  rows.push({ name, ...(await stages[name]()), seconds: Math.round((Date.now() - begun) / 1000) });
}
console.log('');
for (const { name, passed, failed, seconds } of rows) {
  const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
  console.log(`${name.padEnd(10)}${counts} ${String(seconds).padStart(5)} s`);
}
const sum = (kind) => rows.reduce((total, row) => total + row[kind], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
