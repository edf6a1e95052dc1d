// npm run record <folder…>: asks an adapter its questions against the real server, from another origin in a real
// browser, and writes what went over the wire to test/fixtures/adapters/<folder>/exchanges.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prepare, root } from './prepare.js';

prepare();
const prettier = await import('prettier');
const { basesOf, startBackend } = await import('../test/backends/backends.js');
const { openAsker } = await import('../test/backends/lib/asker.js');

const fixtures = path.join(root, 'test', 'fixtures', 'adapters');

/** The backend that is named, and every other one whose address is asked. */
async function startAll(about, text) {
  const others = Object.entries(basesOf())
    .filter(([name, base]) => name !== about.backend && text.includes(base))
    .map(([name]) => name);
  const running = [];
  try {
    for (const name of [about.backend, ...others]) running.push(await startBackend(name));
  } catch (error) {
    await stopAll(running);
    throw error;
  }
  return running;
}

const stopAll = (running) => Promise.all(running.map((backend) => backend.stop()));

/** The same GET asked again is answered the same, so once is enough; a comment that is posted twice is not. */
function withoutRepeats(exchanges) {
  const seen = new Set();
  return exchanges.filter(({ request: { method, url } }) => {
    if (method !== 'GET') return true;
    return !seen.has(url) && seen.add(url);
  });
}

async function write(file, value) {
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(JSON.stringify(value), { ...options, parser: 'json' }));
}

async function record(name, asker) {
  const folder = path.join(fixtures, name);
  const file = path.join(folder, 'questions.json');
  if (!existsSync(file)) throw new Error(`There is no ${path.relative(root, file)}.`);
  const text = readFileSync(file, 'utf8');
  const about = JSON.parse(text);
  if (!about.backend) throw new Error(`${name} has no backend: its exchanges are after a documentation.`);
  const running = await startAll(about, text);
  try {
    const exchanges = [];
    for (const question of about.questions) {
      const { answer, wrong, wire } = await asker.ask(about, question);
      exchanges.push(...wire);
      console.log(`${wrong.length > 0 ? '✗' : '✓'} ${question.ask}: ${question.shows ?? question.src}`);
      console.log(`    ${answer}`);
      for (const line of wrong) console.log(`    ${line}`);
    }
    const [{ title, version }] = running;
    const provenance = {
      how: 'recorded',
      from: `${title} ${version}`,
      on: new Date().toISOString().slice(0, 10),
    };
    const kept = withoutRepeats(exchanges);
    await write(path.join(folder, 'exchanges.json'), { provenance, exchanges: kept });
    console.log(`${name}: ${kept.length} exchanges with ${title} ${version}\n`);
  } finally {
    await stopAll(running);
  }
}

const names = process.argv.slice(2);
if (names.length === 0) {
  console.error('Which adapter? npm run record waline ghost …');
  process.exit(1);
}
let asker;
try {
  asker = await openAsker();
  for (const name of names) await record(name, asker);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await asker?.close();
}
