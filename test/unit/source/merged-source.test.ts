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

const downIn = ({ missing = [] }: Page<unknown>) => missing.map(({ name, error }) => `${name} ${error.kind}`);

/** As the merged thread has it, of any source but the first. */
const id = (host: string, own: number) => {
  let hash = 0x811c9dc5;
  for (const letter of `https://${host}/thread`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return `${(hash >>> 0).toString(36)} ${own}`;
};

describe('mergedAdapter', () => {
  it('has the comments of all, each with where it lives; ids of the first stay as they are', async () => {
    const merged = mergedAdapter([
      part('site.example', thread([{ items: [comment('1'), comment('2', { parentId: '1' })], total: 2 }])),
      part('social.example', thread([{ items: [comment('1'), comment('7', { parentId: '1' })], total: 2 }])),
    ]);
    const page = await merged.comments!(query, io);
    expect(page.items.map(({ origin }) => origin?.name)).to.deep.equal([
      'site.example',
      'site.example',
      'social.example',
      'social.example',
    ]);
    expect(page.items.map(({ id }) => id)).to.deep.equal([
      '1',
      '2',
      id('social.example', 1),
      id('social.example', 7),
    ]);
    expect(page.items.map(({ parentId }) => parentId)).to.deep.equal([
      undefined,
      '1',
      undefined,
      id('social.example', 1),
    ]);
    expect(page.total).to.equal(4);
    expect(page.next).to.equal(undefined);
    expect(page.missing).to.equal(undefined);
    expectHarmless(page.items);
  });

  it('two threads of one host do not mix their ids', async () => {
    const merged = mergedAdapter(
      [1, 2, 3].map((number) => ({
        ...part('social.example', thread([{ items: [comment('5')] }])),
        src: `https://social.example/${number}`,
      })),
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
    expect(downIn(page)).to.deep.equal(['a.example server', 'c.example unreachable']);
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
    expect(second.items.map((item) => item.id)).to.deep.equal([id('b.example', 9)]);
    expect(downIn(second)).to.deep.equal(['a.example server']);
    const third = await merged.comments!({ ...query, next: second.next! }, io);
    expect(third.items.map(({ id }) => id)).to.deep.equal(['2']);
    expect([third.next, third.missing]).to.deep.equal([undefined, undefined]);
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
    expect(posting.how).to.equal('anonymous');
    expect(posting.origin?.name).to.equal('site.example');
    const posted = await merged.addComment!(query, { ...draft, parentId: id('site.example', 12) }, io);
    expect(asked).to.deep.equal(['https://site.example/thread', '12']);
    expect([posted.id, posted.parentId]).to.deep.equal([id('site.example', 44), id('site.example', 12)]);
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

  describe("sends a reader's words to one place and no other", () => {
    const writable = (sent: string[], name: string, more: Adapter = {}): Adapter => ({
      ...thread([{ items: [comment('15')] }]),
      posting: anonymous,
      addComment: async (_query, { parentId }) => {
        sent.push(`${name} ${parentId}`);
        return comment('90');
      },
      ...more,
    });
    const failing = () => Promise.reject(new NewsError('timeout', 'slow'));

    it('also when that stumbles after it was chosen', async () => {
      const sent: string[] = [];
      let asked = 0;
      const shaky = { posting: () => (++asked > 1 ? failing() : anonymous()) };
      const merged = mergedAdapter([
        part('a.example', writable(sent, 'a', shaky)),
        part('b.example', writable(sent, 'b')),
      ]);
      await merged.posting!(query, io);
      await merged.addComment!(query, { ...draft, parentId: '15' }, io);
      expect(sent).to.deep.equal(['a 15']);
    });

    it('not to the second because the first does not tell, or cannot be found', async () => {
      const sent: string[] = [];
      const second = part('b.example', writable(sent, 'b'));
      const silent = mergedAdapter([part('a.example', writable(sent, 'a', { posting: failing })), second]);
      await expectFailure(silent.posting!(query, io), 'timeout');
      await expectFailure(silent.addComment!(query, draft, io), 'timeout');
      const lost = mergedAdapter([
        { src: 'https://a.example/x', error: new NewsError('server', 'down') },
        second,
      ]);
      await expectFailure(lost.posting!(query, io), 'server');
      expect(sent).to.deep.equal([]);
    });

    it('to the second when the first has no such story, or is closed', async () => {
      const sent: string[] = [];
      for (const posting of [
        () => Promise.reject(new NewsError('not-found', 'gone')),
        async () => ({ how: 'closed', fields: [] }) as const,
      ]) {
        const merged = mergedAdapter([
          part('a.example', writable(sent, 'a', { posting })),
          part('b.example', writable(sent, 'b')),
        ]);
        await merged.addComment!(query, draft, io);
      }
      expect(sent).to.deep.equal(['b undefined', 'b undefined']);
    });

    it('an answer to a comment of another source is none here', async () => {
      const sent: string[] = [];
      const first = mergedAdapter([part('a.example', writable(sent, 'a')), part('b.example', {})]);
      await expectFailure(
        first.addComment!(query, { ...draft, parentId: id('b.example', 7) }, io),
        'not-found',
      );
      const second = mergedAdapter([part('a.example', {}), part('b.example', writable(sent, 'b'))]);
      await expectFailure(second.addComment!(query, { ...draft, parentId: '7' }, io), 'not-found');
      expect(sent).to.deep.equal([]);
    });

    it('the form of the site is that of the source which is written to', async () => {
      const form = (action: string) => ({ classicForm: () => ({ action, fields: {} }) });
      const closed = { posting: async () => ({ how: 'closed', fields: [] }) as const };
      const merged = mergedAdapter([
        part('a.example', { ...writable([], 'a', closed), ...form('https://a.example/') }),
        part('b.example', { ...writable([], 'b'), ...form('https://b.example/') }),
      ]);
      expect(merged.classicForm!(query, draft)).to.equal(undefined);
      await merged.posting!(query, io);
      expect(merged.classicForm!(query, draft)).to.deep.equal({ action: 'https://b.example/', fields: {} });
    });
  });

  it('two sources of one name are told apart', async () => {
    const merged = mergedAdapter(
      [1, 2].map((number) => ({
        src: `https://news.example/${number}`,
        adapter: {
          ...thread([{ items: [comment(String(number))] }]),
          origin: () => ({ name: 'news.example' }),
        },
      })),
    );
    const { items } = await merged.comments!(query, io);
    expect(items[0]!.origin!.id).not.to.equal(items[1]!.origin!.id);
    expect(items.map(({ origin }) => origin!.name)).to.deep.equal(['news.example/1', 'news.example/2']);
  });

  it('keeps ids as they are when another source is not found', async () => {
    const third = part('c.example', thread([{ items: [comment('5')] }]));
    const error = new NewsError('unreachable', 'gone');
    const whole = mergedAdapter([
      part('a.example', thread([{ items: [] }])),
      part('b.example', thread([{ items: [] }])),
      third,
    ]);
    const broken = mergedAdapter([
      part('a.example', thread([{ items: [] }])),
      { src: 'https://b.example/thread', error },
      third,
    ]);
    const ids = async ({ comments }: Adapter) => (await comments!(query, io)).items.map((item) => item.id);
    expect(await ids(broken)).to.deep.equal(await ids(whole));
  });

  it('loses one comment with an endless id, and no other', async () => {
    const long = comment('x'.repeat(511));
    const merged = mergedAdapter([
      part('a.example', thread([{ items: [] }])),
      part('b.example', thread([{ items: [long, comment('1')] }])),
    ]);
    expect((await merged.comments!(query, io)).items.length).to.equal(1);
  });

  it('says no sum while one is down, and names it on every page', async () => {
    const down = { comments: () => Promise.reject(new NewsError('server', 'down')) };
    const merged = mergedAdapter([
      part('a.example', down),
      part('b.example', thread([{ items: [comment('1')], total: 2, next: '1' }, { items: [comment('2')] }])),
    ]);
    const first = await merged.comments!(query, io);
    expect(first.total).to.equal(undefined);
    const second = await merged.comments!({ ...query, next: first.next! }, io);
    expect(downIn(second)).to.deep.equal(['a.example server']);
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
