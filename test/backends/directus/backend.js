// Directus: collections of our own, read and commented by guests.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { withDatabase } from '../lib/sqlite.js';
import { threads } from '../content/thread.js';
import { runToEnd } from '../lib/server.js';
import { ADMIN, seed } from './seed.js';

const cli = (app) => path.join(app, 'node_modules/directus/cli.js');

const settings = ({ folder, port, base }) => ({
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: base,
  KEY: 'test-only-key-test-only',
  SECRET: 'test-only-secret-test-only-secret',
  DB_CLIENT: 'sqlite3',
  DB_FILENAME: path.join(folder, 'data.db'),
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  // Off by default. `true` echoes the origin, as sites that allow everybody have it.
  CORS_ENABLED: 'true',
  CORS_ORIGIN: 'true',
  TELEMETRY: 'false',
  CACHE_ENABLED: 'false',
  SERVE_APP: 'false',
  STORAGE_LOCAL_ROOT: path.join(folder, 'uploads'),
  EXTENSIONS_PATH: path.join(folder, 'extensions'),
});

/** @type {import('../backends.js').Definition} */
export const directus = {
  title: 'Directus',
  folder: 'directus',
  version: '10.13.1',
  port: 8055,
  ready: '/server/ping',
  async create(site) {
    for (const name of ['uploads', 'extensions']) mkdirSync(path.join(site.folder, name));
    await runToEnd({ args: [cli(site.app), 'bootstrap'], env: settings(site), cwd: site.folder });
  },
  command: (site) => ({ args: [cli(site.app), 'start'], env: settings(site) }),
  seed: ({ base }) => seed(base),
  // The server writes the time itself.
  async settle({ app, folder }) {
    await withDatabase(app, path.join(folder, 'data.db'), async (sql) => {
      for (const { number, at } of Object.values(threads).flat()) {
        await sql.run('UPDATE comments SET date_created = ? WHERE id = ?', [Date.parse(at), number]);
      }
      await sql.exec('UPDATE articles SET date_updated = NULL');
      const then = Date.parse('2026-01-01T00:00:00Z');
      await sql.run('UPDATE directus_files SET uploaded_by = NULL, uploaded_on = ?, modified_on = ?', [
        then,
        then,
      ]);
    });
  },
};
