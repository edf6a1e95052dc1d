/**
 * Real content backends for tests and recordings: seeded, on this computer only, gone after stop(). See README.md.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheOf, seedKey } from './lib/cache.js';
import { install } from './lib/install.js';
import { endAbandoned, findPort, startServer } from './lib/server.js';
import { directus } from './directus/backend.js';
import { ghost } from './ghost/backend.js';
import { jsonServer } from './json-server/backend.js';
import { strapi } from './strapi/backend.js';
import * as waline from './waline/backend.js';
import { wordpress } from './wordpress.js';

/**
 * A running copy of a backend, or the one that is being seeded.
 *
 * @typedef {{ app: string, folder: string, port: number, base: string }} Site `app` is where the program was installed,
 *   `folder` where this copy keeps its data
 */

/**
 * @typedef {object} Definition
 * @property {string} title
 * @property {string} version
 * @property {string} folder its folder here; a backend in several settings is one folder
 * @property {number} port
 * @property {string} ready path that answers well once the server does
 * @property {(site: Site) => { args: string[], env?: Record<string, string> }} command arguments of node
 * @property {Record<string, string>} [keys] what one must know to ask: public keys, ids
 * @property {(site: Site) => Promise<void>} [create] once, before the first start
 * @property {(site: Site) => Promise<void>} [prepare] before each start: what depends on the port
 * @property {(site: Site) => Promise<void>} [seed] once, on the running server
 * @property {(site: Site) => Promise<void>} [settle] once, after the server that was seeded has ended
 */

const known = {
  waline: waline.waline,
  'waline-audited': waline.audited,
  'waline-flood': waline.flood,
  ghost,
  strapi,
  directus,
  'json-server': jsonServer,
};

const baseAt = (port) => `http://127.0.0.1:${port}`;

export const names = [...Object.keys(known), 'wordpress'];

/** Where each is unless told otherwise. @returns {Record<string, string>} */
export const basesOf = () =>
  Object.fromEntries(
    [...Object.entries(known), ['wordpress', wordpress]].map(([name, { port }]) => [name, baseAt(port)]),
  );

async function start(definition, name, site) {
  mkdirSync(site.folder, { recursive: true });
  await definition.prepare?.(site);
  const ready = site.base + definition.ready;
  return startServer({ ...definition.command(site), cwd: site.folder, ready, name });
}

const siteAt = (app, folder, port) => ({ app, folder, port, base: baseAt(port) });

/** Seeds once and keeps the result, so that every start begins with the same content. */
async function seeded(definition, name, app, cache) {
  const snapshot = path.join(cache, `seeded-${name}-${seedKey(definition.folder)}`);
  if (existsSync(snapshot)) return snapshot;
  console.error(`${name}: seeding, once.`);
  for (const old of readdirSync(cache).filter((entry) => entry.startsWith(`seeded-${name}-`))) {
    rmSync(path.join(cache, old), { recursive: true });
  }
  const site = siteAt(app, path.join(cache, `seeding-${name}-${process.pid}`), await findPort());
  try {
    mkdirSync(site.folder, { recursive: true });
    await definition.create?.(site);
    if (definition.seed) {
      const server = await start(definition, name, site);
      try {
        await definition.seed(site);
      } finally {
        await server.stop();
      }
    }
    await definition.settle?.(site);
    if (!existsSync(snapshot)) renameSync(site.folder, snapshot); // another process was first
  } finally {
    rmSync(site.folder, { recursive: true, force: true });
  }
  return snapshot;
}

/**
 * @param {string} name one of `names`
 * @param {{ port?: number }} [options] its usual port when left out; 0: any free one
 * @returns {Promise<{ name: string, title: string, version: string, base: string, keys: Record<string, string>, stop(): Promise<void> }>}
 */
export async function startBackend(name, { port } = {}) {
  if (name === 'wordpress') return wordpress.start(port);
  if (!Object.hasOwn(known, name)) throw new Error(`No backend ${name}. There are: ${names.join(', ')}.`);
  const definition = known[name];
  const cache = cacheOf(definition.folder);
  const app = path.join(cache, 'app');
  await install(definition.folder, app);
  const snapshot = await seeded(definition, name, app, cache);
  const folderFor = (number) => path.join(cache, `run-${number}`);
  await endAbandoned(folderFor(port ?? definition.port));
  const site = siteAt(app, '', await findPort(port ?? definition.port));
  site.folder = folderFor(site.port);
  rmSync(site.folder, { recursive: true, force: true });
  cpSync(snapshot, site.folder, { recursive: true, verbatimSymlinks: true });
  const server = await start(definition, name, site);
  return {
    name,
    title: definition.title,
    version: definition.version,
    base: site.base,
    keys: definition.keys ?? {},
    async stop() {
      await server.stop();
      rmSync(site.folder, { recursive: true, force: true });
    },
  };
}
