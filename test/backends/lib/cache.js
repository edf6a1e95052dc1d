// Where installs, seeded copies and running ones are kept: outside the repository.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('..', import.meta.url));

const root = process.env.NEWSPRINT_BACKENDS || path.join(tmpdir(), 'newsprint-backends');

/** @param {string} folder name of the backend's folder here */
export const cacheOf = (folder) => path.join(root, folder);

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/** Changes whenever what is seeded, or how, does. @param {string} folder */
export function seedKey(folder) {
  const hash = createHash('sha256');
  for (const file of ['content', folder].flatMap((part) => filesOf(path.join(here, part)))) {
    hash.update(path.relative(here, file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
