// Ids, times and authors that are the same on every computer, in the database of a Ghost that has ended.
import path from 'node:path';
import { authors, stories } from '../content/stories.js';
import { threads } from '../content/thread.js';
import { withDatabase } from '../lib/sqlite.js';
import { gated, idOf, KEY, uuidOf } from './stable.js';

const stamp = (iso) => iso.slice(0, 19).replace('T', ' ');
const BEFORE = stamp('2026-01-01T00:00:00.000Z');

/** Columns of other tables that hold an id of this table. */
const POINTERS = {
  posts: ['post_id'],
  tags: ['tag_id'],
  members: ['member_id'],
  comments: ['comment_id', 'parent_id', 'in_reply_to_id'],
};

async function renumber(sql, table, numbered) {
  const columns = await sql.all(
    `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'`,
  );
  const pointers = columns.filter(
    ({ table: other, column }) =>
      POINTERS[table].includes(column) && (!/^(parent|in_reply)/.test(column) || other === table),
  );
  const hasUuid = columns.some(({ table: other, column }) => other === table && column === 'uuid');
  for (const [old, number] of numbered) {
    const id = idOf[table](number);
    await sql.run(`UPDATE ${table} SET id = ? WHERE id = ?`, [id, old]);
    if (hasUuid) await sql.run(`UPDATE ${table} SET uuid = ? WHERE id = ?`, [uuidOf(table, number), id]);
    for (const { table: other, column } of pointers) {
      await sql.run(`UPDATE "${other}" SET "${column}" = ? WHERE "${column}" = ?`, [id, old]);
    }
  }
}

/** In the order in which they were made: Ghost's ids begin with the time and end with a counter. */
const inOrder = async (sql, table) =>
  (await sql.all(`SELECT id FROM ${table} ORDER BY rowid`)).map(({ id }, index) => [id, index + 1]);

/** Ghost has one author per member of staff; the others are copies of the owner. */
async function hire(sql) {
  const [owner] = await sql.all('SELECT * FROM users ORDER BY rowid LIMIT 1');
  const idFor = (name) => (name === owner.name ? owner.id : idOf.users(authors.indexOf(name) + 1));
  for (const [index, name] of authors.entries()) {
    if (name === owner.name) continue;
    const copy = {
      ...owner,
      id: idFor(name),
      name,
      slug: `author-${index + 1}`,
      email: `a${index}@example.test`,
    };
    const columns = Object.keys(copy);
    await sql.run(
      `INSERT INTO users (${columns.map((column) => `"${column}"`)}) VALUES (${columns.map(() => '?')})`,
      Object.values(copy),
    );
  }
  for (const { number, author } of [...stories, ...gated]) {
    await sql.run('UPDATE posts_authors SET author_id = ? WHERE post_id = ?', [
      idFor(author),
      idOf.posts(number),
    ]);
  }
}

export async function settle({ app, folder }) {
  await withDatabase(app, path.join(folder, 'ghost.db'), async (sql) => {
    await sql.exec('PRAGMA foreign_keys = OFF');
    // The posts that Ghost itself comes with.
    const own = [...stories, ...gated].map(({ slug }) => `'${slug}'`);
    await sql.exec(`DELETE FROM posts WHERE type = 'post' AND slug NOT IN (${own})`);
    const bySlug = new Map([...stories, ...gated].map(({ slug, number }) => [slug, number]));
    const posts = await sql.all("SELECT id, slug FROM posts WHERE type = 'post'");
    await renumber(
      sql,
      'posts',
      posts.map(({ id, slug }) => [id, bySlug.get(slug)]),
    );
    for (const table of ['tags', 'members', 'comments']) {
      await renumber(sql, table, await inOrder(sql, table));
    }
    await hire(sql);
    for (const { number, published } of [...stories, ...gated]) {
      const time = stamp(published);
      await sql.run('UPDATE posts SET comment_id = id WHERE id = ?', [idOf.posts(number)]);
      await sql.run('UPDATE posts SET created_at = ?, updated_at = ? WHERE id = ?', [
        time,
        time,
        idOf.posts(number),
      ]);
    }
    for (const { number, at } of Object.values(threads).flat()) {
      const id = idOf.comments(number);
      await sql.run('UPDATE comments SET created_at = ?, updated_at = ? WHERE id = ?', [
        stamp(at),
        stamp(at),
        id,
      ]);
    }
    await sql.run('UPDATE tags SET created_at = ?, updated_at = ?', [BEFORE, BEFORE]);
    await sql.run('UPDATE users SET created_at = ?, updated_at = ?', [BEFORE, BEFORE]);
    await sql.run(
      `UPDATE api_keys SET secret = ? WHERE type = 'content' AND integration_id = (SELECT id FROM integrations WHERE slug = 'tests')`,
      [KEY],
    );
  });
}
