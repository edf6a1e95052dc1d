// node serve.js PORT APP FOLDER: what the package's vanilla.js does, on loopback. thinkjs takes the first argument for
// the port, too.
// Waline asks its OAuth service on every request and Akismet on every comment. Without a network these would be errors
// and long waits, so a stub says that there are no such services, and Akismet is off.
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

const [port, app, folder] = process.argv.slice(2);
const installed = createRequire(path.join(app, 'package.json'));
const root = path.dirname(installed.resolve('@waline/vercel/package.json'));

const oauth = http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"services":[]}');
});
oauth.listen(0, '127.0.0.1', () => {
  Object.assign(process.env, {
    OAUTH_URL: `http://127.0.0.1:${oauth.address().port}`,
    AKISMET_KEY: 'false',
    AVATAR_PROXY: 'false',
    SQLITE_PATH: folder,
    SQLITE_DB: 'waline',
    JWT_TOKEN: 'test-only',
    SITE_NAME: 'The Ellery Courier',
    SITE_URL: `http://127.0.0.1:${port}`,
  });
  const Application = createRequire(path.join(root, 'package.json'))('thinkjs');
  new Application({
    ROOT_PATH: root,
    APP_PATH: path.join(root, 'src'),
    proxy: true,
    env: 'production',
  }).run();
  globalThis.think.config('port', Number(port));
  globalThis.think.config('host', '127.0.0.1');
});
