import { expect } from 'chai';
import { NewsError } from '../../../../src/model/news-error.js';
import { keysOf, readPath, toPath, whyMissed } from '../../../../src/source/mapping/path.js';

const read = (value: unknown, path: string) => readPath(value, toPath(path, 'here'));
const missed = (value: unknown, path: string) => whyMissed(value, toPath(path, 'here'));

const ANSWER = {
  a: { b: [{ c: 1 }, { c: 2 }, {}] },
  '@id': 'x',
  'og:title': 'T',
  'with.dot': { 'and|bar': 7 },
  none: null,
  blank: '',
  zero: 0,
  no: false,
};

describe('paths', () => {
  const FOUND: [path: string, value: unknown][] = [
    ['@', ANSWER],
    ['@.zero', 0],
    ['@id', 'x'],
    ['og:title', 'T'],
    ['a.b[0].c', 1],
    ['a.b[1].c', 2],
    ['a.b[].c', [1, 2]],
    ['a.b[]', ANSWER.a.b],
    ['["with.dot"]["and|bar"]', 7],
    ['@["with.dot"]["and|bar"]', 7],
    ['missing|none|blank|og:title', 'T'],
    ['zero|og:title', 0],
    ['no|og:title', false],
    ['a.b[9].c|a.b[0].c', 1],
    ['a | @id', ANSWER.a],
    ['a.b.c', undefined],
    ['none.x', undefined],
    ['none', undefined],
    ['a[].x', []],
  ];
  for (const [path, value] of FOUND) {
    it(`${path} is ${JSON.stringify(value)?.slice(0, 60)}`, () =>
      expect(read(ANSWER, path)).to.deep.equal(value));
  }

  it('flattens lists of lists', () => {
    expect(read({ x: [{ y: [1, 2] }, { y: [3] }, { y: 4 }] }, 'x[].y[]')).to.deep.equal([1, 2, 3]);
    expect(read([[1], [2]], '@[][]')).to.deep.equal([1, 2]);
    expect(read([{ n: 1 }], '[0].n')).to.equal(1);
  });

  it('reads own keys only', () => {
    for (const path of ['toString', 'a.b.map', 'hasOwnProperty', 'a.valueOf']) {
      expect(read(ANSWER, path), path).to.equal(undefined);
    }
    expect(read('text', 'length')).to.equal(undefined);
  });

  for (const path of [
    ...[
      '',
      ' ',
      'a..b',
      '.a',
      'a.',
      'a[',
      'a[x]',
      'a]',
      'a[0',
      '|a',
      'a|',
      'a||b',
      'a[0]b',
      'a["x]',
      'a[-1]',
    ],
    ...['__proto__', 'a.constructor', '["prototype"].x', 'x'.repeat(301)],
  ]) {
    it(`${path.slice(0, 20)} is none`, () =>
      expect(() => toPath(path, 'item.title'))
        .to.throw(NewsError, /item\.title/)
        .that.includes({ kind: 'unsupported' }));
  }

  it('says where it stopped, and what was there', () => {
    const answer = { results: { data: [], meta: { x: 1 } }, list: [{ c: 1 }], text: 'x', empty: {} };
    expect(missed(answer, 'results.items')).to.equal(
      '`results.items` did not match: `results` has `data`, `meta`',
    );
    expect(missed(answer, 'result')).to.contain('the answer has `results`, `list`');
    expect(missed(answer, 'list[].d')).to.contain('`list[0]` has `c`');
    expect(missed(answer, 'list.d')).to.contain('`list` is a list of 1');
    expect(missed(answer, 'text.d')).to.contain('`text` is a string');
    expect(missed(answer, 'results[]')).to.contain('`results` has `data`, `meta`');
    expect(missed(answer, 'empty.d')).to.contain('is an empty object');
    expect(missed(answer, 'nope|text.d')).to.contain('the answer has').and.to.contain('; `text` is');
    expect(missed([1, 2], 'items')).to.contain('the answer is a list of 2');
  });

  it('takes the source by its word that there is nothing', () => {
    expect(missed({ a: null }, 'a.b.c')).to.equal(undefined);
    expect(missed({ a: [] }, 'a[].c')).to.equal(undefined);
    expect(missed({ a: '' }, 'a')).to.equal(undefined);
    expect(missed({ a: 1 }, 'b|a')).to.equal(undefined);
  });

  it('tells names, but not without end, and never what they hold', () => {
    const wide = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`key${index}`, 'secret']));
    expect(missed(wide, 'x')).to.contain('and 28 more').and.not.to.contain('secret');
  });

  it('writes to keys alone', () => {
    expect(keysOf('by.name', 'here')).to.deep.equal(['by', 'name']);
    for (const path of ['a[0]', 'a[].b', 'a|b', '@']) {
      expect(() => keysOf(path, 'here'), path).to.throw(NewsError, /keys alone/);
    }
  });
});
