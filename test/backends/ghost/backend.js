// Ghost: its Content API for stories, its members' API for comments.
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { picture } from '../content/picture.js';
import { seed } from './seed.js';
import { settle } from './settle.js';
import { KEY } from './stable.js';

const config = ({ app, folder, port, base }) => ({
  url: base,
  server: { host: '127.0.0.1', port },
  database: {
    client: 'sqlite3',
    connection: { filename: path.join(folder, 'ghost.db') },
    useNullAsDefault: true,
  },
  mail: { transport: 'stub', from: 'noreply@example.test' },
  logging: { transports: ['file'], path: path.join(folder, 'content', 'logs') },
  process: 'local',
  paths: { contentPath: path.join(folder, 'content'), appRoot: app },
  privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false },
  security: { staffDeviceVerification: false },
  spam: Object.fromEntries(
    ['user_login', 'global_block', 'member_login'].map((name) => [
      name,
      { minWait: 1, freeRetries: 10_000, lifetime: 10 },
    ]),
  ),
});

/** @type {import('../backends.js').Definition} */
export const ghost = {
  title: 'Ghost',
  folder: 'ghost',
  version: '5.130.6',
  port: 2368,
  ready: '/ghost/api/admin/site/',
  keys: { content: KEY },
  async create({ app, folder }) {
    symlinkSync(app, path.join(folder, 'current')); // as Ghost's own installer lays it out
    const content = path.join(folder, 'content');
    for (const name of ['adapters', 'data', 'files', 'logs', 'media', 'public', 'settings']) {
      mkdirSync(path.join(content, name), { recursive: true });
    }
    cpSync(path.join(app, 'content', 'themes'), path.join(content, 'themes'), { recursive: true });
    // Where an upload of that month would be.
    mkdirSync(path.join(content, 'images', '2026', '11'), { recursive: true });
    writeFileSync(path.join(content, 'images', '2026', '11', 'sound.png'), picture());
  },
  async prepare(site) {
    writeFileSync(path.join(site.folder, 'config.development.json'), JSON.stringify(config(site), null, 2));
  },
  command: ({ app }) => ({ args: [path.join(app, 'index.js')], env: { NODE_ENV: 'development' } }),
  seed: ({ base }) => seed(base),
  settle,
};
