import { expect } from 'chai';
import type { Adapter } from '../../../../src/source/adapter.js';
import { adapter as directus } from '../../../../src/source/adapters/directus.js';
import { adapter as drupal } from '../../../../src/source/adapters/drupal.js';
import { adapter as strapi } from '../../../../src/source/adapters/strapi.js';
import type { Io } from '../../../../src/source/io.js';
import { quickIo } from '../support.js';

/** A server that sends everybody to its address with encryption and www. */
function redirecting(answer: (url: URL) => unknown): { io: Io; asked: string[] } {
  const asked: string[] = [];
  const json: Io['json'] = async (address) => {
    asked.push(address);
    const url = address.replace('http://', 'https://www.');
    return { value: answer(new URL(address)), url, status: 200, header: () => null };
  };
  return { io: { ...quickIo(), json }, asked };
}

const place = (url: URL, name: string) => Number(url.searchParams.get(name) ?? 0);
const item = (id: number) => ({ id, documentId: `d${id}`, title: `Ferry ${id}`, text: 'x' });
const resource = (id: number) => ({
  type: 'node--article',
  id: `00000000-0000-4000-8000-00000000000${id}`,
  attributes: { title: `Ferry ${id}`, created: '2026-11-20T10:00:00Z', status: true },
});

const SERVERS: [name: string, adapter: Adapter, lists: string[], answer: (url: URL) => unknown][] = [
  [
    'Strapi',
    strapi,
    [
      '/api/articles',
      '/api/comments?filters[article][documentId][$eq]=d1',
      '/api/comments/api::article.article:1',
    ],
    (url) => {
      const page = place(url, 'pagination[page]') || 1;
      return { data: [item(page)], meta: { pagination: { page, pageCount: 2, total: 2 } } };
    },
  ],
  [
    'Directus',
    directus,
    ['/items/articles', '/items/comments?filter[article][_eq]=1'],
    (url) => ({ data: [item(place(url, 'offset') + 1)], meta: { filter_count: 2 } }),
  ],
  [
    'Drupal',
    drupal,
    [
      '/jsonapi/node/article',
      '/jsonapi/comment/comment?filter[entity_id.id]=00000000-0000-4000-8000-000000000001',
    ],
    (url) => {
      const offset = place(url, 'page[offset]');
      const next = { href: 'http://inside.local/jsonapi/x?page[offset]=1&page[limit]=1' };
      return { data: [resource(offset + 1)], links: offset === 0 ? { next } : {} };
    },
  ],
];

describe('behind a redirect', () => {
  for (const [name, adapter, lists, answer] of SERVERS) {
    for (const list of lists) {
      it(`${name} goes on with ${list}`, async () => {
        const { io, asked } = redirecting(answer);
        const src = `http://cms.example${list}`;
        const isList = !list.includes('comment');
        const read = (next?: string) =>
          isList
            ? adapter.articles!({ src, limit: 1, next }, io)
            : adapter.comments!({ src, order: 'oldest', next }, io);
        const first = await read();
        expect(first.next).to.be.a('string');
        const second = await read(first.next);
        expect(second.items.length).to.equal(1);
        expect(second.items[0]!.id).not.to.equal(first.items[0]!.id);
        expect(asked.filter((url) => !url.startsWith('http://cms.example/'))).to.deep.equal([]);
      });
    }
  }
});
