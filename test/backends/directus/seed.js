// Fills Directus through its own API.
import { toHtml } from '../content/body.js';
import { ALT, picture } from '../content/picture.js';
import { categories, slugOf, stories } from '../content/stories.js';
import { threads } from '../content/thread.js';

export const ADMIN = { email: 'admin@example.com', password: 'admin-pass-1' };
export const IMAGE = 'f11e0000-0000-4000-8000-000000000001';

const key = { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true } };
const fields = (types) =>
  Object.entries(types).map(([field, type]) => ({ field, type, schema: {}, meta: {} }));
const stamped = (field, special) => ({ field, type: 'timestamp', schema: {}, meta: { special: [special] } });

const collections = {
  categories: [key, ...fields({ name: 'string', slug: 'string' })],
  articles: [
    key,
    ...fields({ status: 'string', title: 'string', slug: 'string', summary: 'text', body: 'text' }),
    ...fields({ date_published: 'timestamp', author_name: 'string', category: 'integer', image: 'uuid' }),
    stamped('date_updated', 'date-updated'),
    { field: 'tags', type: 'json', schema: {}, meta: { special: ['cast-json'] } },
  ],
  comments: [
    key,
    ...fields({ status: 'string', article: 'integer', parent: 'integer', author_name: 'string' }),
    ...fields({ author_email: 'string', text: 'text' }),
    stamped('date_created', 'date-created'),
  ],
};

/** Collection, field, what it points to, and the list that the other side has of it. */
const relations = [
  ['articles', 'category', 'categories'],
  ['articles', 'image', 'directus_files'],
  ['comments', 'article', 'articles', 'comments'],
  ['comments', 'parent', 'comments', 'replies'],
];

const isPublished = { status: { _eq: 'published' } };
const said = { _and: [{ author_name: { _nempty: true } }, { text: { _nempty: true } }] };
const rights = [
  { collection: 'articles', action: 'read', permissions: isPublished, fields: ['*'] },
  { collection: 'categories', action: 'read', permissions: {}, fields: ['*'] },
  { collection: 'directus_files', action: 'read', permissions: {}, fields: ['*'] },
  {
    ...{ collection: 'comments', action: 'read', permissions: isPublished },
    fields: ['id', 'article', 'parent', 'author_name', 'text', 'date_created', 'replies'],
  },
  {
    ...{ collection: 'comments', action: 'create', permissions: {}, validation: said },
    fields: ['article', 'parent', 'author_name', 'author_email', 'text'],
    presets: { status: 'published' },
  },
];

export async function seed(base) {
  let token = '';
  const ask = async (method, path, body) => {
    const form = body instanceof FormData;
    const response = await fetch(base + path, {
      method,
      headers: {
        ...(!form && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} ${response.status} ${text.slice(0, 300)}`);
    return text && JSON.parse(text).data;
  };
  token = (await ask('POST', '/auth/login', ADMIN)).access_token;

  for (const [collection, list] of Object.entries(collections)) {
    await ask('POST', '/collections', { collection, schema: {}, meta: {}, fields: list });
  }
  for (const [collection, field, related, back] of relations) {
    if (back)
      await ask('POST', `/fields/${related}`, { field: back, type: 'alias', meta: { special: ['o2m'] } });
    const meta = back ? { one_field: back } : {};
    await ask('POST', '/relations', { collection, field, related_collection: related, schema: {}, meta });
  }
  for (const right of rights) await ask('POST', '/permissions', { role: null, ...right });

  const form = new FormData();
  form.set('id', IMAGE);
  form.set('title', ALT);
  form.set('file', new Blob([picture()], { type: 'image/png' }), 'sound.png');
  const file = await ask('POST', '/files', form);
  if (file.id !== IMAGE) throw new Error(`The picture is ${file.id}.`);

  await ask(
    'POST',
    '/items/categories',
    categories.map((name) => ({ name, slug: slugOf(name) })),
  );
  await ask(
    'POST',
    '/items/articles',
    stories.map((story) => ({
      status: story.draft ? 'draft' : 'published',
      title: story.title,
      slug: story.slug,
      summary: story.excerpt,
      body: toHtml(story.body),
      date_published: story.published,
      author_name: story.author,
      category: categories.indexOf(story.category) + 1,
      image: story.image ? IMAGE : null,
      tags: story.tags,
    })),
  );
  for (const [slug, thread] of Object.entries(threads)) {
    const article = stories.find((story) => story.slug === slug).number;
    for (const { parent, author, text, number } of thread) {
      const email = `reader${number % 9}@example.test`;
      const comment = { article, parent, author_name: author, author_email: email, text };
      const { id } = await ask('POST', '/items/comments', { status: 'published', ...comment });
      if (id !== number) throw new Error(`Comment ${number} has the id ${id}.`);
    }
  }
}
