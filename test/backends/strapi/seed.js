// Runs inside Strapi when it starts: rights of guests and, in an empty database, the content.
import { renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toMarkdown } from '../content/body.js';
import { ALT, CAPTION, picture } from '../content/picture.js';
import { authors, categories, slugOf, stories } from '../content/stories.js';
import { threads } from '../content/thread.js';
import { idOf } from './stable.js';

const READABLE = ['article', 'author', 'category', 'comment', 'tag'];
const BLOCKS = [
  { type: 'heading', level: 2, children: [{ type: 'text', text: 'Eleven lamps' }] },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Each lamp carries the name of ' },
      { type: 'text', text: 'a street', bold: true },
    ],
  },
];

async function allowGuests(strapi) {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  const actions = READABLE.flatMap((name) => [`${name}.find`, `${name}.findOne`]).concat('comment.create');
  for (const action of actions) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: `api::${action.split('.')[0]}.${action}`, role: role.id } });
  }
}

/** Through the upload service, so that Strapi makes its smaller copies. */
async function upload(strapi) {
  const filepath = path.join(tmpdir(), `newsprint-sound-${process.pid}.png`);
  writeFileSync(filepath, picture());
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: 'sound.png', alternativeText: ALT, caption: CAPTION } },
      files: {
        filepath,
        originalFilename: 'sound.png',
        mimetype: 'image/png',
        size: statSync(filepath).size,
      },
    });
  const fixed = 'sound_0123456789';
  const rename = (url) => renameSync(`public${url}`, `public${url.replace(file.hash, fixed)}`);
  for (const { url } of [file, ...Object.values(file.formats)]) rename(url);
  const [row] = await strapi.db.connection('files').where({ id: file.id });
  const stable = (text) => text.replaceAll(file.hash, fixed);
  await strapi.db
    .connection('files')
    .where({ id: file.id })
    .update({ hash: fixed, url: stable(row.url), formats: stable(row.formats) });
  await settle(strapi, 'files', file.documentId, 'file', 1, '2026-01-01T00:00:00Z');
  return file.id;
}

/** Ids and times that are the same on every computer, for a document and its published version. */
function settle(strapi, table, documentId, kind, number, time) {
  const moment = Date.parse(time);
  const { connection } = strapi.db;
  const ifPublished = connection.raw('CASE WHEN published_at IS NULL THEN NULL ELSE ? END', [moment]);
  return connection(table)
    .where({ document_id: documentId })
    .update({
      document_id: idOf(kind, number),
      created_at: moment,
      updated_at: moment,
      published_at: ifPublished,
    });
}

async function named(strapi, kind, names) {
  const ids = {};
  for (const [index, name] of names.entries()) {
    const slug = kind === 'author' ? {} : { slug: slugOf(name) || `${kind}-${index + 1}` };
    const { documentId } = await strapi.documents(`api::${kind}.${kind}`).create({ data: { name, ...slug } });
    ids[name] = documentId;
  }
  return ids;
}

export async function seed(strapi) {
  const articles = strapi.documents('api::article.article');
  if (await articles.count({})) return;
  await allowGuests(strapi);
  const cover = await upload(strapi);
  const tagNames = [...new Set(stories.flatMap(({ tags }) => tags))];
  const people = await named(strapi, 'author', authors);
  const topics = await named(strapi, 'category', categories);
  const tags = await named(strapi, 'tag', tagNames);
  const stored = {};
  for (const story of stories) {
    stored[story.slug] = await articles.create({
      status: story.draft ? 'draft' : 'published',
      data: {
        title: story.title,
        slug: story.slug,
        excerpt: story.excerpt,
        body: toMarkdown(story.body),
        blocks: story.number === 1 ? BLOCKS : null,
        publishedOn: story.published,
        cover: story.image ? cover : null,
        author: people[story.author],
        category: topics[story.category],
        tags: story.tags.map((name) => tags[name]),
      },
    });
  }
  const comments = {};
  for (const [slug, thread] of Object.entries(threads)) {
    for (const { number, parent, author, text } of thread) {
      comments[number] = await strapi.documents('api::comment.comment').create({
        data: {
          authorName: author,
          authorEmail: `reader${number % 9}@example.test`,
          content: text,
          article: stored[slug].documentId,
          parent: parent && comments[parent].documentId,
        },
      });
    }
  }
  for (const { number, slug, published } of stories) {
    await settle(strapi, 'articles', stored[slug].documentId, 'article', number, published);
  }
  for (const { number, at } of Object.values(threads).flat()) {
    await settle(strapi, 'comments', comments[number].documentId, 'comment', number, at);
  }
  const lists = [
    ['author', 'authors', people],
    ['category', 'categories', topics],
    ['tag', 'tags', tags],
  ];
  for (const [kind, table, ids] of lists) {
    for (const [index, id] of Object.values(ids).entries()) {
      await settle(strapi, table, id, kind, index + 1, '2026-01-01T00:00:00Z');
    }
  }
}
