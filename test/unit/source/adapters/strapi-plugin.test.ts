import { expect } from 'chai';
import { adapter } from '../../../../src/source/adapters/strapi.js';
import { closeSource, newSite, quickIo, serve } from '../support.js';

// A blocked branch is said at its root only, and the root may come with another answer than what stands below it.
const record = (id: number, parent?: object, more: object = {}) => ({
  id,
  content: `Comment ${id}`,
  author: { name: `Reader ${id}` },
  blockedThread: false,
  threadOf: parent ?? null,
  createdAt: `2026-11-20T09:0${id}:00.000Z`,
  ...more,
});
const stored = [
  record(1, undefined, { blockedThread: true }),
  record(2, { id: 1, blockedThread: true }),
  record(3, { id: 2, blockedThread: false }),
  record(4, { id: 3, blockedThread: false }),
];

function thread(last: object) {
  const src = `${newSite()}/api/comments/api::article.article:1`;
  serve(({ url }) => {
    const wanted = [...new URL(url).searchParams].flatMap(([name, id]) =>
      name.startsWith('filters[id]') ? [Number(id)] : [],
    );
    return { data: wanted.length > 0 ? stored.filter(({ id }) => wanted.includes(id)) : [last] };
  });
  return src;
}

describe('The comments plugin of Strapi', () => {
  afterEach(closeSource);

  for (const order of ['newest', 'oldest'] as const) {
    it(`shows nothing of a blocked branch whose root is on another page, from the ${order} on`, async () => {
      const { items } = await adapter.comments!({ src: thread(stored[3]!), order }, quickIo());
      expect(items.find(({ id }) => id === '4')).to.deep.include({ status: 'hidden' });
      expect(items.filter(({ status }) => status === 'published')).to.deep.equal([]);
      expect(items).to.have.length(order === 'newest' ? 4 : 1);
    });
  }

  it('shows nothing that is in no known state of approval', async () => {
    for (const [approvalStatus, count] of [
      ['APPROVED', 1],
      [null, 1],
      ['PENDING', 0],
      ['ESCALATED', 0],
    ] as const) {
      const src = thread(record(9, undefined, { approvalStatus }));
      const { items } = await adapter.comments!({ src, order: 'oldest' }, quickIo());
      expect(items).to.have.length(count);
    }
  });
});
