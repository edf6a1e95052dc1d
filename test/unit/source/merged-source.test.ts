import { expect } from 'chai';
import { toComment, type Comment } from '../../../src/model/comment.js';
import { NewsError } from '../../../src/model/news-error.js';
import type { Page } from '../../../src/model/page.js';
import type { CommentDraft } from '../../../src/model/posting.js';
import type { Adapter } from '../../../src/source/adapter.js';
import { mergedAdapter, type Part } from '../../../src/source/merged-source.js';
import { expectFailure, expectHarmless, quickIo } from './support.js';

const io = quickIo();
const query = { src: 'https://site.example/1', order: 'oldest' } as const;
const comment = (id: string, changes: object = {}) =>
  toComment({ id, body: id, published: '2026-11-20T12:00:00Z', ...changes });
const thread = (pages: readonly Page<Comment>[], more: Adapter = {}): Adapter => ({
  comments: async ({ next }) => pages[Number(next ?? 0)]!,
  ...more,
});
const part = (host: string, adapter: Adapter): Part => ({
  src: `https://${host}/thread`,
  adapter: { origin: () => ({ name: host }), ...adapter },
});
const draft: CommentDraft = { name: 'Ines', email: 'ines@example.org', comment: 'Yes.' };
const anonymous = async () => ({ how: 'anonymous', fields: ['comment'] }) as const;

describe('mergedAdapter', () => {
  it('has the comments of all, each with where it lives; ids of the first stay as they are', async () => {
    const merged = mergedAdapter([
      part('site.example', thread([{ items: [comment('1'), comment('2', { parentId: '1' })], total: 2 }])),
      part('social.example', thread([{ items: [comment('1'), comment('7', { parentId: '1' })], total: 2 }])),
    ]);
    const page = await merged.comments!(query, io);
    expect(page.items.map(({ id, parentId, origin }) => [id, parentId, origin?.name])).to.deep.equal([
      ['1', undefined, 'site.example'],
      ['2', '1', 'site.example'],
      ['social.example 1', undefined, 'social.example'],
      ['social.example 7', 'social.example 1', 'social.example'],
    ]);
    expect(page.total).to.equal(4);
    expect(page.next).to.equal(undefined);
    expect(page.missing).to.equal(undefined);
    expectHarmless(page.items);
  });

  it('two threads of one host do not mix their ids', async () => {
    const merged = mergedAdapter(
      [1, 2, 3].map(() => part('social.example', thread([{ items: [comment('5')] }]))),
    );
    const { items } = await merged.comments!(query, io);
    expect(new Set(items.map(({ id }) => id)).size).to.equal(3);
  });

  it('pages each source to its end, and says the sum only when all say theirs', async () => {
    const merged = mergedAdapter([
      part('a.example', thread([{ items: [comment('1')], total: 2, next: '1' }, { items: [comment('2')] }])),
      part('b.example', thread([{ items: [comment('1')] }])),
    ]);
    const first = await merged.comments!(query, io);
    expect(first.total).to.equal(undefined);
    const second = await merged.comments!({ ...query, next: first.next! }, io);
    expect(second.items.map(({ id }) => id)).to.deep.equal(['2']);
    expect(second.next).to.equal(undefined);
  });

  it('one that is down is named, and takes nobody with it', async () => {
    const down = { comments: () => Promise.reject(new NewsError('server', 'down')) };
    const merged = mergedAdapter([
      part('a.example', down),
      part('b.example', thread([{ items: [comment('1')] }])),
      { src: 'https://c.example/x', error: new NewsError('unreachable', 'gone') },
    ]);
    const page = await merged.comments!(query, io);
    expect(page.items.length).to.equal(1);
    expect(page.missing).to.deep.equal([
      { name: 'a.example', kind: 'server' },
      { name: 'c.example', kind: 'unreachable' },
    ]);
  });

  it('when all are down, that is an error', async () => {
    const down = { comments: () => Promise.reject(new NewsError('server', 'down')) };
    await expectFailure(
      mergedAdapter([part('a.example', down), part('b.example', {})]).comments!(query, io),
      'server',
    );
  });

  it('a page that did not come is asked for again', async () => {
    let tries = 0;
    const shaky: Adapter = {
      comments: async ({ next }) => {
        if (!next) return { items: [comment('1')], next: '1' };
        if (++tries === 1) throw new NewsError('server', 'hiccup');
        return { items: [comment('2')] };
      },
    };
    const merged = mergedAdapter([
      part('a.example', shaky),
      part('b.example', thread([{ items: [comment('1')], next: '1' }, { items: [comment('9')] }])),
    ]);
    const first = await merged.comments!(query, io);
    const second = await merged.comments!({ ...query, next: first.next! }, io);
    expect(second.items.map(({ id }) => id)).to.deep.equal(['b.example 9']);
    const third = await merged.comments!({ ...query, next: second.next! }, io);
    expect(third.items.map(({ id }) => id)).to.deep.equal(['2']);
    expect(third.next).to.equal(undefined);
  });

  it('cursors that are no such thing begin at the beginning of nothing', async () => {
    const merged = mergedAdapter([part('a.example', thread([{ items: [comment('1')] }]))]);
    await expectFailure(merged.comments!({ ...query, next: 'nonsense' }, io), 'parse');
  });

  it('writes to the first that takes it, in its own ids, and says which one that is', async () => {
    const asked: unknown[] = [];
    const merged = mergedAdapter([
      part('social.example', {
        ...thread([{ items: [] }]),
        posting: async () => ({ how: 'link', fields: [], url: 'https://social.example/1' }),
      }),
      part('site.example', {
        ...thread([{ items: [] }]),
        posting: anonymous,
        addComment: async ({ src }, sent) => {
          asked.push(src, sent.parentId);
          return comment('44', { parentId: sent.parentId });
        },
      }),
    ]);
    const posting = await merged.posting!(query, io);
    expect(posting).to.deep.include({ how: 'anonymous', origin: { name: 'site.example' } });
    const posted = await merged.addComment!(query, { ...draft, parentId: 'site.example 12' }, io);
    expect(asked).to.deep.equal(['https://site.example/thread', '12']);
    expect([posted.id, posted.parentId]).to.deep.equal(['site.example 44', 'site.example 12']);
  });

  it('where none takes comments, it says where one can write', async () => {
    const merged = mergedAdapter([
      part('a.example', thread([{ items: [] }])),
      part('b.example', {
        ...thread([{ items: [] }]),
        posting: async () => ({ how: 'link', fields: [], url: 'https://b.example/1' }),
      }),
    ]);
    expect(await merged.posting!(query, io)).to.include({ how: 'link', url: 'https://b.example/1' });
    await expectFailure(merged.addComment!(query, draft, io), 'unsupported');
  });

  it('is cut short with whoever asked', async () => {
    const controller = new AbortController();
    const merged = mergedAdapter([
      part('a.example', { comments: () => Promise.reject(new NewsError('server', 'down')) }),
      part('b.example', thread([{ items: [] }])),
    ]);
    controller.abort();
    const reason = await merged.comments!(query, quickIo({}, controller.signal)).catch(({ name }) => name);
    expect(reason).to.equal('AbortError');
  });
});
