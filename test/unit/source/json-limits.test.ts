import { expect } from 'chai';
import { NewsError } from '../../../src/model/news-error.js';
import { checkShape } from '../../../src/source/json-limits.js';

const URL = 'https://site.example/posts';
const deep = (levels: number, wrap: (inside: unknown) => unknown = (inside) => [inside]) => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
};
const items = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('checkShape', () => {
  const PASS: [what: string, value: unknown][] = [
    ['null', null],
    ['text', 'x'.repeat(100_000)],
    ['a number', 1],
    ['an empty list', []],
    ['32 nested lists', deep(32)],
    ['32 nested records', deep(32, (inside) => ({ inside }))],
    ['a list of 5,000', items(5000)],
    ['many lists', items(5000).map(() => items(2))],
    ['a record with many keys', Object.fromEntries(items(6000).map((index) => [`k${index}`, index]))],
  ];
  for (const [what, value] of PASS) {
    it(`lets ${what} pass`, () => expect(() => checkShape(value, URL)).not.to.throw());
  }

  const REFUSED: [what: string, value: unknown, words: RegExp][] = [
    ['33 nested lists', deep(33), /nested deeper than 32/],
    ['33 nested records', deep(33, (inside) => ({ inside })), /nested deeper than 32/],
    ['depth beside breadth', [items(100), { a: { b: deep(31) } }], /nested deeper/],
    ['what would overflow a recursion', deep(200_000), /nested deeper/],
    ['a list of 5,001', items(5001), /longer than 5000/],
    ['a long list far inside', { posts: [{ tags: items(5001) }] }, /longer than 5000/],
  ];
  for (const [what, value, words] of REFUSED) {
    it(`refuses ${what}`, () => {
      let error: unknown;
      try {
        checkShape(value, URL);
      } catch (reason) {
        error = reason;
      }
      expect(error).to.be.instanceOf(NewsError).and.to.include({ kind: 'too-large', url: URL });
      expect((error as NewsError).message).to.match(words);
    });
  }
});
