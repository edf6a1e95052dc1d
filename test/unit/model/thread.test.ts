import { expect } from 'chai';
import { toComment, type Comment } from '../../../src/model/comment.js';
import { buildThread, MAX_DEPTH, type ThreadNode, type ThreadOrder } from '../../../src/model/thread.js';

/** A comment of the given minute; of no known time without one. */
const comment = (id: string, parentId?: string, minute?: number): Comment =>
  toComment({
    id,
    parentId,
    body: id,
    published: minute === undefined ? undefined : new Date(Date.UTC(2026, 10, 23, 9, minute)),
  });

/** `a(b c(d))`: d answers c; b and c answer a. An orphan has a question mark. */
const drawn = (nodes: readonly ThreadNode[]): string =>
  nodes
    .map(
      ({ comment: { id }, replies, orphan }) =>
        `${id}${orphan ? '?' : ''}${replies.length > 0 ? `(${drawn(replies)})` : ''}`,
    )
    .join(' ');
const thread = (comments: readonly Comment[], order: ThreadOrder = 'oldest') =>
  drawn(buildThread(comments, order));

/** All nodes in reading order. */
function walk(nodes: readonly ThreadNode[]): ThreadNode[] {
  const found: ThreadNode[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node);
    waiting.push(...[...node.replies].reverse());
  }
  return found;
}
const chain = (length: number) =>
  Array.from({ length }, (_, index) =>
    comment(`${index + 1}`, index === 0 ? undefined : `${index}`, index % 60),
  );

describe('a thread', () => {
  it('is empty without comments', () => {
    expect(buildThread([], 'newest')).to.deep.equal([]);
  });

  it('puts replies under what they answer, wherever they stand in the list', () => {
    const comments = [
      comment('d', 'c', 4),
      comment('a', undefined, 1),
      comment('c', 'a', 3),
      comment('e', undefined, 5),
      comment('b', 'a', 2),
    ];
    expect(thread(comments)).to.equal('a(b c(d)) e');
  });

  it('numbers the levels from one', () => {
    const nodes = walk(buildThread([comment('a'), comment('b', 'a'), comment('c', 'b')], 'oldest'));
    expect(nodes.map(({ depth }) => depth)).to.deep.equal([1, 2, 3]);
  });

  it('turns the top level for the newest first, and never the replies', () => {
    const comments = [
      comment('a', undefined, 1),
      comment('b', undefined, 2),
      comment('a1', 'a', 3),
      comment('a2', 'a', 4),
      comment('b1', 'b', 5),
      comment('b2', 'b', 6),
    ];
    expect(thread(comments, 'oldest')).to.equal('a(a1 a2) b(b1 b2)');
    expect(thread(comments, 'newest')).to.equal('b(b1 b2) a(a1 a2)');
    expect(thread([...comments].reverse(), 'newest')).to.equal('b(b1 b2) a(a1 a2)');
  });

  it('keeps the order of the source where the dates are the same or missing', () => {
    for (const minute of [7, undefined]) {
      expect(thread(['b', 'a', 'c'].map((id) => comment(id, undefined, minute)))).to.equal('b a c');
    }
  });

  it('sorts by date around comments that have none; those stay behind the one that came before them', () => {
    const c = comment('c', undefined, 3);
    const x = comment('x');
    const a = comment('a', undefined, 1);
    const y = comment('y');
    const b = comment('b', undefined, 2);
    expect(thread([c, x, a, y, b])).to.equal('a y b c x');
    expect(thread([c, x, a, y, b], 'newest')).to.equal('x c b y a');
    expect(thread([x, b, a])).to.equal('x a b');
  });

  it('sorts long lists by date whatever has none', () => {
    const comments = Array.from({ length: 500 }, (_, index) =>
      comment(`${index}`, undefined, index % 3 === 0 ? undefined : (index * 37) % 60),
    );
    const dates = buildThread(comments, 'oldest').flatMap((node) => node.comment.published ?? []);
    expect(dates.findIndex((date, index) => date < (dates[index - 1] ?? ''))).to.equal(-1);
    expect(buildThread(comments, 'oldest')).to.have.length(500);
  });

  it('shows a reply at the top level when its parent is not there, and marks it', () => {
    const comments = [comment('a', undefined, 1), comment('b', 'gone', 2), comment('c', 'b', 3)];
    expect(thread(comments)).to.equal('a b?(c)');
    expect(thread(comments, 'newest')).to.equal('b?(c) a');
  });

  it('keeps the last of two comments with the same id, in the place of the first', () => {
    const comments = [
      comment('a'),
      comment('b'),
      comment('c', 'a'),
      { ...comment('a'), url: 'https://example.org/' },
    ];
    expect(thread(comments)).to.equal('a(c) b');
    expect(buildThread(comments, 'oldest')[0]!.comment.url).to.equal('https://example.org/');
  });

  for (const [name, comments, expected] of [
    ['of one', [{ ...comment('a'), parentId: 'a' }], 'a?'],
    ['of two', [comment('a', 'b', 1), comment('b', 'a', 2)], 'b?(a)'],
    ['of three', [comment('a', 'c', 1), comment('b', 'a', 2), comment('c', 'b', 3)], 'c?(a(b))'],
    [
      'with replies to it',
      [comment('a', 'b', 1), comment('b', 'a', 2), comment('x', 'a', 3), comment('y', 'x', 4)],
      'b?(a(x(y)))',
    ],
  ] as const) {
    it(`opens a ring ${name} and loses nobody`, () => {
      expect(thread(comments)).to.equal(expected);
    });
  }

  it('takes any word for an id', () => {
    const comments = [
      comment('__proto__'),
      comment('constructor', '__proto__'),
      comment('toString', 'constructor'),
    ];
    expect(thread(comments)).to.equal('__proto__(constructor(toString))');
  });

  it('leaves the list as it is', () => {
    const comments = Object.freeze([comment('b', undefined, 2), comment('a', undefined, 1)]);
    buildThread(comments, 'newest');
    expect(comments.map(({ id }) => id)).to.deep.equal(['b', 'a']);
  });

  it('nests no deeper than the limit: what is below stands beside its parent, in reading order', () => {
    const nodes = walk(buildThread(chain(300), 'oldest'));
    expect(nodes.map((node) => node.comment.id)).to.deep.equal(chain(300).map(({ id }) => id));
    expect(nodes.map(({ depth }) => depth)).to.deep.equal(
      Array.from({ length: 300 }, (_, index) => Math.min(index + 1, 256)),
    );
    const last = nodes[MAX_DEPTH - 2]!;
    expect(last.replies).to.have.length(300 - 255);
    expect(last.replies.every(({ replies }) => replies.length === 0)).to.equal(true);
  });

  it('keeps conversations together below the limit', () => {
    const comments = [
      ...chain(255),
      comment('x', '255', 1),
      comment('y', '255', 2),
      comment('x1', 'x', 3),
      comment('y1', 'y', 4),
      comment('x2', 'x', 5),
      comment('x11', 'x1', 6),
    ];
    const last = walk(buildThread(comments, 'oldest'))[254]!;
    expect(drawn(last.replies)).to.equal('x x1 x11 x2 y y1');
    expect(new Set(last.replies.map(({ depth }) => depth))).to.deep.equal(new Set([256]));
  });

  it('takes five thousand comments that each answer the one before', () => {
    const nodes = walk(buildThread(chain(5000).reverse(), 'newest'));
    expect(new Set(nodes.map((node) => node.comment.id)).size).to.equal(5000);
    expect(nodes).to.have.length(5000);
  });
});
