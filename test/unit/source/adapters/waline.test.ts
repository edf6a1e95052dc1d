import { expect } from 'chai';
import { adapter } from '../../../../src/source/adapters/waline.js';
import type { Io } from '../../../../src/source/io.js';

const root = { objectId: 'r1', nick: 'Ana', comment: '<p>Root</p>', time: 1795060800000, children: [] };

function ioWith(value: unknown): { io: Io; asked: unknown[][] } {
  const asked: unknown[][] = [];
  const reply = async (url: string, ...more: unknown[]) => {
    asked.push([url, ...more]);
    return { value, url, status: 200, header: () => null };
  };
  return { io: { json: reply, postJson: reply } as unknown as Io, asked };
}

const thread = (...data: unknown[]) => ({
  errno: 0,
  errmsg: '',
  data: { page: 1, totalPages: 1, pageSize: 50, count: data.length, data },
});

describe('Waline', () => {
  const src = 'https://talk.example/api/comment?path=https://courier.example/ferry&lang=de';

  it('knows who keeps the site, what was put on top, and a link without a scheme', async () => {
    const { io, asked } = ioWith(
      thread({ ...root, type: 'administrator', sticky: true, like: 4, link: 'ana.example/me' }),
    );
    const { items } = await adapter.comments!({ src, order: 'newest' }, io);
    expect(items[0]!.author).to.include({ badge: 'staff', url: 'https://ana.example/me' });
    expect(items[0]).to.include({ pinned: true, score: 4, url: 'https://courier.example/ferry#r1' });
    expect(asked[0]![0]).to.equal(
      'https://talk.example/api/comment?lang=de&path=https%3A%2F%2Fcourier.example%2Fferry&pageSize=50&page=1&sortBy=insertedAt_desc',
    );
  });

  it('keeps an answer in its thread when what it answers was deleted, and sorts answers by time', async () => {
    const children = [
      { ...root, objectId: 'c3', pid: 'gone', rid: 'r1', time: root.time + 3 },
      { ...root, objectId: 'c2', pid: 'c1', rid: 'r1', time: root.time + 2 },
      { ...root, objectId: 'c1', pid: 'r1', rid: 'r1', time: root.time + 1 },
    ];
    const { io } = ioWith(thread({ ...root, children }));
    const { items } = await adapter.comments!({ src, order: 'oldest' }, io);
    expect(items.map(({ id, parentId }) => [id, parentId])).to.deep.equal([
      ['r1', undefined],
      ['c1', 'r1'],
      ['c2', 'c1'],
      ['c3', 'r1'],
    ]);
  });

  it('says that a comment was taken for spam', async () => {
    const { io } = ioWith({ errno: 0, errmsg: '', data: { ...root, status: 'spam' } });
    const draft = { name: 'Bo', email: '', comment: 'Lamps!' };
    const error = await adapter.addComment!({ src }, draft, io).catch((reason: unknown) => reason);
    expect(error).to.have.property('kind', 'forbidden');
  });

  it('names whom an answer answers, as text', async () => {
    const { io, asked } = ioWith(thread({ ...root, nick: 'x](https://evil.example)' }));
    const draft = { name: 'Bo', email: '', comment: 'Hm.', parentId: 'r1' };
    await adapter.addComment!({ src }, draft, io).catch(() => undefined);
    expect(asked.at(-1)![1]).to.include({ pid: 'r1', rid: 'r1', at: 'x\\](https\\: //evil.example\\)' });
  });
});
