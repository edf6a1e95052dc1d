// Waline: a comment server that knows threads by the path of the page, and no stories.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDatabase } from '../lib/sqlite.js';
import { threads } from '../content/thread.js';

const own = fileURLToPath(new URL('.', import.meta.url));

/** 2026-11-19T13:17:00.000Z → 2026-11-19 13:17:00, as Waline stores it */
const stamp = (iso) => iso.slice(0, 19).replace('T', ' ');

/** Straight into the table: over the API every comment would be of today. */
async function create({ app, folder }) {
  await withDatabase(app, path.join(folder, 'waline.sqlite'), async (sql) => {
    await sql.exec(readFileSync(path.join(own, 'schema.sql'), 'utf8'));
    for (const [slug, comments] of Object.entries(threads)) {
      const roots = new Map();
      for (const { number, parent, author, text, at } of comments) {
        const root = parent && (roots.get(parent) ?? parent);
        roots.set(number, root);
        // An answer of an answer is stored with the name that it answers to, as Waline's own client writes it.
        await sql.run(
          `INSERT INTO wl_Comment (id, url, nick, mail, link, comment, pid, rid, status, insertedAt, createdAt, updatedAt, ip, ua)
           VALUES (?, ?, ?, ?, '', ?, ?, ?, 'approved', ?, ?, ?, '192.0.2.1', '')`,
          [
            number,
            `/${slug}`,
            author,
            `reader${number % 9}@example.test`,
            text,
            parent,
            root,
            ...Array(3).fill(stamp(at)),
          ],
        );
      }
    }
    await sql.run("UPDATE wl_Comment SET link = 'https://example.org/readers/1' WHERE id = 1");
    await sql.run("UPDATE wl_Comment SET status = 'waiting' WHERE id = 108");
  });
}

/** Somebody at this address always has just posted. */
async function createFlooded(site) {
  await create(site);
  await withDatabase(site.app, path.join(site.folder, 'waline.sqlite'), (sql) =>
    sql.run(
      `INSERT INTO wl_Comment (url, nick, mail, link, comment, status, insertedAt, ip, ua)
       VALUES ('/elsewhere', 'Bo', 'bo@example.test', '', 'First!', 'approved', '2999-01-01 00:00:00', '127.0.0.1', '')`,
    ),
  );
}

const instance = (port, env = {}) => ({
  title: 'Waline',
  folder: 'waline',
  version: '1.39.3',
  port,
  ready: '/api/comment?path=%2F',
  keys: {},
  create,
  command: ({ app, folder, port }) => ({
    args: [path.join(own, 'serve.js'), String(port), app, folder],
    env: { IPQPS: '0', ...env },
  }),
});

export const waline = instance(8360);
/** Every comment waits for a moderator. */
export const audited = instance(8361, { COMMENT_AUDIT: 'true' });
/** One comment a minute from one address, and that one was posted. */
export const flood = { ...instance(8362, { IPQPS: '60' }), create: createFlooded };
