// The WordPress of test/wordpress, in the form of the other backends.
import { findPort } from './lib/server.js';
import { startWordpress as startSite } from '../wordpress/backend/wordpress.js';

const PORT = 8890;

/** @param {number} [port] 0: any free one */
async function start(port = PORT) {
  const site = await startSite({ port: await findPort(port), plugin: true });
  const root = await (await fetch(`${site.url}/feed/`)).text();
  return {
    name: 'wordpress',
    title: 'WordPress',
    version: /<generator>[^<]*v=([\d.]+)/.exec(root)?.[1] ?? 'unknown',
    base: site.url,
    keys: Object.fromEntries(Object.entries(site.posts).map(([name, id]) => [name, String(id)])),
    site,
    stop: () => site.stop(),
  };
}

export const wordpress = { port: PORT, start };
