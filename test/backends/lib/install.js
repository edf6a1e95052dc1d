// Installs a backend once.
import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { here } from './cache.js';

/** What compiling takes, in the words of Debian. */
const TOOLS = 'bash, npm, python3, make and g++ (Debian: apt install python3 make g++)';

/**
 * @param {string} folder of the backend here, with its install.sh
 * @param {string} app where to
 */
export async function install(folder, app) {
  const done = path.join(app, '.installed');
  if (existsSync(done)) return;
  rmSync(app, { recursive: true, force: true });
  console.error(`${folder}: installing into ${app}, once. This can take many minutes.`);
  const code = await new Promise((resolve) => {
    const child = spawn('bash', [path.join(here, folder, 'install.sh'), app], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', () => resolve(127));
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`${folder} could not be installed (see above). It needs the npm registry, ${TOOLS}.`);
  }
  writeFileSync(done, '');
}
