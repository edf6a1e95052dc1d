import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createMemoryStore, isState } from './memory-store.js';

/**
 * A store that survives a restart: what was posted and moderated is kept in a JSON file.
 *
 * @param {object} options
 * @param {import('../content/seed.js').Seed} options.seed
 * @param {string} options.dataFile
 * @param {() => Date} [options.now]
 * @param {(message: string) => void} [options.warn]
 * @returns {Promise<import('./memory-store.js').Store>}
 */
export async function createFileStore({ seed, dataFile, now, warn = console.warn }) {
  await mkdir(dirname(dataFile), { recursive: true });
  const saved = await load(dataFile, warn);
  const store = createMemoryStore({ seed, now, saved, save });
  // Without a file the dates of the stories would move at every start until somebody comments.
  if (saved === undefined) await store.reset();
  return store;

  /** Written beside and renamed, so that a crash leaves either the old file or the new one. */
  async function save(state) {
    const beside = `${dataFile}.${process.pid}.new`;
    await writeFile(beside, `${JSON.stringify(state, null, 2)}\n`);
    await rename(beside, dataFile);
  }
}

async function load(dataFile, warn) {
  let text;
  try {
    text = await readFile(dataFile, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT')
      warn(`Cannot read ${dataFile} (${error.code}): starting again from the seed.`);
    return undefined;
  }
  try {
    const state = JSON.parse(text);
    if (isState(state)) return state;
  } catch {
    // Told below, together with files of another shape.
  }
  warn(`${dataFile} is damaged: starting again from the seed.`);
  return undefined;
}
