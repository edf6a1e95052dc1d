import { expect } from 'chai';
import { NewsError } from '../../../src/model/news-error.js';
import { MAX_ITEMS, normaliseAll, toArticlePage, toCommentPage } from '../../../src/model/page.js';
import { expectFrozen, fromJson } from './support.js';

const BROKEN = [null, undefined, 'text', 5, [], {}, { id: {} }, { title: {}, url: 'javascript:x' }];
const pairs = (input: unknown) =>
  toCommentPage(input).items.map(({ id, parentId }) => (parentId ? `${id} to ${parentId}` : id));

describe('a list of records', () => {
  const strict = (record: unknown) => {
    if (typeof record !== 'string') throw new NewsError('parse', `bad: ${String(record)}`);
    return record.toUpperCase();
  };

  it('keeps what can be normalised, in order', () => {
    expect(normaliseAll(['a', 1, 'b', null, 'c'], strict)).to.deep.equal(['A', 'B', 'C']);
  });

  it('is an error when every record is broken, and none when there are no records', () => {
    expect(() => normaliseAll([1, 2], strict)).to.throw(NewsError, 'bad: 2');
    expect(normaliseAll([], strict)).to.deep.equal([]);
  });

  it('ends after five thousand records', () => {
    expect(normaliseAll(Array(MAX_ITEMS + 1).fill('a'), strict)).to.have.length(5000);
  });
});

describe('a list of stories that a page gives', () => {
  it('is an array, or an object with one', () => {
    const stories = [{ title: 'One' }, { title: 'Two', url: '/two' }];
    for (const input of [stories, { items: stories, total: 99 }]) {
      const { items } = toArticlePage(input, 'https://example.org/');
      expect(items.map(({ title, url }) => [title, url])).to.deep.equal([
        ['One', undefined],
        ['Two', 'https://example.org/two'],
      ]);
      expectFrozen(items[1]);
    }
  });

  it('may be empty', () => {
    expect(toArticlePage([]).items).to.deep.equal([]);
  });

  it('does not lose a story to a broken one', () => {
    const { items } = toArticlePage([...BROKEN, { title: 'One' }, ...BROKEN, { title: 'Two' }]);
    expect(items.map(({ title }) => title)).to.deep.equal(['One', 'Two']);
  });

  it('is an error when it is no list, or a list of nothing but broken stories', () => {
    for (const input of [null, 'text', 5, {}, { title: 'One' }, { items: {} }, BROKEN, { items: BROKEN }]) {
      expect(() => toArticlePage(input))
        .to.throw(NewsError)
        .with.property('kind', 'parse');
    }
    expect(() => toArticlePage(fromJson('{"__proto__": {"items": [{"title": "One"}]}}'))).to.throw(NewsError);
  });
});

describe('a list of comments that a page gives', () => {
  it('is an array, or an object with one, and says how many there are', () => {
    const comments = [
      { id: 1, url: '/#1' },
      { id: 2, parentId: 1 },
    ];
    for (const input of [comments, { items: comments, total: 99 }]) {
      const page = toCommentPage(input, 'https://example.org/');
      expect(page.items.map(({ id, parentId }) => [id, parentId])).to.deep.equal([
        ['1', undefined],
        ['2', '1'],
      ]);
      expect(page.items[0]!.url).to.equal('https://example.org/#1');
      expect([page.total, page.next]).to.deep.equal([2, undefined]);
      expectFrozen(page.items[1]);
    }
  });

  it('may nest replies, in reading order', () => {
    expect(
      pairs([
        { id: 1, replies: [{ id: 2, replies: [{ id: 3 }] }, { id: 4 }] },
        { id: 5, replies: [{ id: 6 }] },
      ]),
    ).to.deep.equal(['1', '2 to 1', '3 to 2', '4 to 1', '5', '6 to 5']);
  });

  it('believes the nesting, whatever a reply says about its parent', () => {
    expect(pairs([{ id: 1, replies: [{ id: 2, parentId: 99 }] }])).to.deep.equal(['1', '2 to 1']);
  });

  it('leaves the nested data of the page as it was', () => {
    const input = [{ id: 1, replies: [{ id: 2 }] }];
    toCommentPage(input);
    expect(input).to.deep.equal([{ id: 1, replies: [{ id: 2 }] }]);
    expect(Object.isFrozen(input[0]!.replies[0])).to.equal(false);
  });

  it('does not lose a comment to a broken one, nor replies to a broken parent', () => {
    expect(
      pairs([
        ...BROKEN,
        { id: 1, replies: [...BROKEN, { id: 2 }] },
        { id: {}, replies: [{ id: 3 }] },
        { id: 4, replies: 'none' },
        { id: 5, replies: { 0: { id: 6 } } },
      ]),
    ).to.deep.equal(['1', '2 to 1', '3', '4', '5']);
  });

  it('is an error when it is no list, or a list of nothing but broken comments', () => {
    for (const input of [null, 'text', {}, { items: 'none' }, BROKEN, [{ replies: [{}] }]]) {
      expect(() => toCommentPage(input))
        .to.throw(NewsError)
        .with.property('kind', 'parse');
    }
  });

  it('counts a comment once that came twice', () => {
    expect(toCommentPage([{ id: 1 }, { id: '1' }, { id: 2 }]).total).to.equal(2);
  });

  it('passes nothing on from a __proto__ key', () => {
    const input = fromJson('[{"id": 1, "replies": [{"id": 2, "__proto__": {"status": "deleted"}}]}]');
    expect(toCommentPage(input).items[1]!.status).to.equal('published');
    expect('status' in {}).to.equal(false);
  });

  it('takes replies in any depth, and ends in a ring', () => {
    let deep: object = { id: 'last' };
    for (let depth = 0; depth < 3000; depth++) deep = { id: `c${depth}`, replies: [deep] };
    expect(toCommentPage([deep]).items).to.have.length(3001);

    const ring: { id: number; replies: unknown[] } = { id: 1, replies: [] };
    ring.replies.push(ring);
    expect(toCommentPage([ring]).items).to.have.length(5000);
  });

  it('ends after five thousand comments', () => {
    const page = toCommentPage(Array.from({ length: 6000 }, (_, id) => ({ id })));
    expect([page.items.length, page.items.at(-1)!.id]).to.deep.equal([5000, '4999']);
  });
});
