import { expect } from 'chai';
import { count, deepFreeze, get, identifier, isRecord, list } from '../../../src/model/record.js';
import { expectFrozen, fromJson } from './support.js';

describe('reading unknown data', () => {
  it('tells objects from everything else', () => {
    for (const value of [{}, { a: 1 }, Object.create(null)]) expect(isRecord(value)).to.equal(true);
    for (const value of [null, undefined, [], [{}], 'text', 1, true, () => {}]) {
      expect(isRecord(value), String(value)).to.equal(false);
    }
  });

  it('goes along keys and indexes', () => {
    const post = { title: { rendered: 'Ferry' }, media: [{ url: 'a' }, { url: 'b' }], none: null, zero: 0 };
    expect(get(post, 'title', 'rendered')).to.equal('Ferry');
    expect(get(post, 'media', 1, 'url')).to.equal('b');
    expect(get(post, 'none')).to.equal(null);
    expect(get(post, 'zero')).to.equal(0);
    expect(get(post)).to.equal(post);
  });

  it('ends where something is missing', () => {
    const post = { title: 'Ferry', none: null, media: [] };
    expect(get(post, 'title', 'rendered')).to.equal(undefined);
    expect(get(post, 'title', 'length')).to.equal(undefined);
    expect(get(post, 'title', 0)).to.equal(undefined);
    expect(get(post, 'none', 'deeper')).to.equal(undefined);
    expect(get(post, 'media', 0, 'url')).to.equal(undefined);
    for (const value of [undefined, null, 'text', 5, true]) expect(get(value, 'a')).to.equal(undefined);
  });

  it('never reads what is inherited', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']) {
      expect(get({}, key), key).to.equal(undefined);
      expect(get([], key), key).to.equal(undefined);
      expect(get({}, 'constructor', key), key).to.equal(undefined);
    }
    expect(get(Object.create({ title: 'inherited' }), 'title')).to.equal(undefined);
    expect(get(fromJson('{"__proto__": {"title": "inherited"}}'), 'title')).to.equal(undefined);
  });

  it('reads objects that have no prototype, or a hasOwn of their own', () => {
    expect(get(Object.assign(Object.create(null) as object, { a: 1 }), 'a')).to.equal(1);
    expect(get({ hasOwnProperty: () => false, a: 1 }, 'a')).to.equal(1);
  });

  it('takes an array as it is, and anything else for none', () => {
    const items = [1, 2];
    expect(list(items)).to.equal(items);
    for (const value of [undefined, null, 'text', { 0: 'a', length: 1 }, new Set([1])]) {
      expect(list(value)).to.deep.equal([]);
    }
  });
});

describe('an identifier', () => {
  for (const [value, expected] of [
    [42, '42'],
    [0, '0'],
    [-1, '-1'],
    ['a', 'a'],
    ['0', '0'],
    ['https://example.org/?p=42', 'https://example.org/?p=42'],
    ['__proto__', '__proto__'],
    ['x'.repeat(512), 'x'.repeat(512)],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ] as const) {
    it(`is text: ${String(value).slice(0, 40)}`, () => {
      expect(identifier(value)).to.equal(expected);
    });
  }

  it('is none for anything else', () => {
    for (const value of ['', 'x'.repeat(513), NaN, Infinity, true, null, undefined, {}, ['a'], 1n]) {
      expect(identifier(value), String(value).slice(0, 20)).to.equal(undefined);
    }
  });
});

describe('a count', () => {
  for (const [value, expected] of [
    [0, 0],
    [7, 7],
    [7.9, 7],
    [0.5, 0],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ] as const) {
    it(`is a whole number: ${value}`, () => {
      expect(count(value)).to.equal(expected);
    });
  }

  it('is none for anything else', () => {
    for (const value of [-1, -0.5, NaN, Infinity, -Infinity, '7', '', true, null, undefined, [7], {}, 7n]) {
      expect(count(value), String(value)).to.equal(undefined);
    }
  });

  it('is none when it is larger than what a number can count', () => {
    for (const value of [2 ** 53, 1e21, 1e308]) expect(count(value), `${value}`).to.equal(undefined);
  });
});

describe('freezing', () => {
  it('goes all the way down and gives the same object back', () => {
    const record = { a: { b: [{ c: 1 }, [2]] }, d: null, e: 'text' };
    expect(deepFreeze(record)).to.equal(record);
    expectFrozen(record);
    expect(() => record.a.b.push([3])).to.throw(TypeError);
  });

  it('ends in a ring', () => {
    const ring: { self?: unknown; inner: object } = { inner: {} };
    ring.self = ring;
    expect(deepFreeze(ring)).to.equal(ring);
    expect([Object.isFrozen(ring), Object.isFrozen(ring.inner)]).to.deep.equal([true, true]);
  });

  it('leaves what is no object', () => {
    for (const value of [null, undefined, 1, 'text']) expect(deepFreeze(value)).to.equal(value);
  });
});
