// Strapi: content types of our own (types/), read and commented by guests.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('.', import.meta.url));
const json = (value) => JSON.stringify(value, null, 2);

const config = ({ port }) => ({
  server: { host: '127.0.0.1', port, app: { keys: ['test-only-a', 'test-only-b'] } },
  admin: {
    auth: { secret: 'test-only' },
    apiToken: { salt: 'test-only' },
    transfer: { token: { salt: 'test-only' } },
    secrets: { encryptionKey: 'test-only-test-only-test-only-00' },
    serveAdminPanel: false,
  },
  api: { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } },
  database: {
    connection: { client: 'sqlite', connection: { filename: 'data.db' }, useNullAsDefault: true },
  },
  // Without `favicon` Strapi does not start.
  middlewares: ['logger', 'errors', 'security', 'cors', 'query', 'body', 'session', 'favicon', 'public'].map(
    (name) => `strapi::${name}`,
  ),
  plugins: { 'users-permissions': { config: { jwtSecret: 'test-only' } } },
});

/** What Strapi's generator writes for each content type. */
const factory = {
  controllers: 'createCoreController',
  routes: 'createCoreRouter',
  services: 'createCoreService',
};

function write(folder, file, text) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** @type {import('../backends.js').Definition} */
export const strapi = {
  title: 'Strapi',
  folder: 'strapi',
  version: '5.54.0',
  port: 1337,
  ready: '/_health',
  async create({ app, folder }) {
    symlinkSync(path.join(app, 'node_modules'), path.join(folder, 'node_modules'));
    mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
    // Strapi looks for its plugins among the dependencies.
    const dependencies = { '@strapi/strapi': '*', '@strapi/plugin-users-permissions': '*' };
    write(folder, 'package.json', json({ name: 'ellery-courier', private: true, dependencies, strapi: {} }));
    for (const file of readdirSync(path.join(own, 'types'))) {
      const name = path.basename(file, '.json');
      const api = `src/api/${name}`;
      write(folder, `${api}/content-types/${name}/schema.json`, readFileSync(path.join(own, 'types', file)));
      for (const [kind, method] of Object.entries(factory)) {
        const code = `module.exports = require('@strapi/strapi').factories.${method}('api::${name}.${name}');\n`;
        write(folder, `${api}/${kind}/${name}.js`, code);
      }
    }
    const seed = new URL('seed.js', import.meta.url).href;
    const code = `module.exports = { bootstrap: async ({ strapi }) => (await import('${seed}')).seed(strapi) };\n`;
    write(folder, 'src/index.js', code);
  },
  async prepare(site) {
    for (const [name, value] of Object.entries(config(site))) {
      write(site.folder, `config/${name}.js`, `module.exports = ${json(value)};\n`);
    }
  },
  // The server seeds itself while it starts, and answers after that.
  async seed() {},
  command: () => ({
    args: ['node_modules/@strapi/strapi/bin/strapi.js', 'start'],
    env: {
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: '1',
      STRAPI_DISABLE_UPDATE_NOTIFICATION: '1',
    },
  }),
};
