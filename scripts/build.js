// npm run build: dist/ for bundlers, cdn/ for script tags, cdn/sri.json with the hashes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const configFile = path.join(root, 'vite.config.ts');

for (const mode of ['package', 'cdn', 'single']) await build({ root, configFile, mode, logLevel: 'warn' });

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '--project', root], { cwd: root, stdio: 'inherit' });

/** Every file that a page may load, for `integrity` on a script tag or in an import map. */
const cdn = path.join(root, 'cdn');
const hashes = {};
for (const file of readdirSync(cdn, { recursive: true }).sort()) {
  if (!file.endsWith('.js')) continue;
  const hash = createHash('sha384')
    .update(readFileSync(path.join(cdn, file)))
    .digest('base64');
  hashes[file.replaceAll(path.sep, '/')] = `sha384-${hash}`;
}
writeFileSync(path.join(cdn, 'sri.json'), `${JSON.stringify(hashes, null, 2)}\n`);
