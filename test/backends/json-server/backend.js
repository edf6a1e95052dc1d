// json-server: JSON that somebody wrote for themselves. None of the field names is one that other APIs use.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toHtml } from '../content/body.js';
import { ALT, picture } from '../content/picture.js';
import { stories } from '../content/stories.js';
import { threads } from '../content/thread.js';

const numberOf = (slug) => stories.find((story) => story.slug === slug).number;

// The file is written before the port is known: addresses of pictures are relative to the host.
const media = { src: '/pictures/sound.png', w: 1200, h: 800, description: ALT };

const articles = stories
  .filter(({ draft }) => !draft)
  .map((story) => ({
    id: story.number,
    headline: story.title,
    permalink: `https://courier.example/${story.slug}`,
    teaser: story.excerpt,
    body: toHtml(story.body),
    publishedAt: story.published,
    section: { name: story.category },
    keywords: story.tags,
    writers: [{ fullName: story.author }],
    media: story.image ? media : null,
  }));

const comments = Object.entries(threads).flatMap(([slug, thread]) =>
  thread.map(({ number, parent, author, text, at }) => ({
    id: number,
    articleId: numberOf(slug),
    replyTo: parent,
    by: { name: author },
    message: text,
    at,
    ups: number % 5,
  })),
);

/** @type {import('../backends.js').Definition} */
export const jsonServer = {
  title: 'json-server',
  folder: 'json-server',
  version: '0.17.4',
  port: 3100,
  ready: '/articles/1',
  async create({ folder }) {
    mkdirSync(path.join(folder, 'public', 'pictures'), { recursive: true });
    writeFileSync(path.join(folder, 'public', 'pictures', 'sound.png'), picture());
    writeFileSync(path.join(folder, 'db.json'), JSON.stringify({ articles, comments }, null, 1));
  },
  command: ({ app, port }) => ({
    args: [
      path.join(app, 'node_modules/json-server/lib/cli/bin.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--static', 'public', '--quiet', 'db.json'],
    ],
  }),
};
