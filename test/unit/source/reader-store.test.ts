import { expect } from 'chai';
import { toComment } from '../../../src/model/comment.js';
import { changeReader, draftFor, readReader, type ReaderRecord } from '../../../src/source/reader-store.js';
import { expectHarmless, WRONG_VALUES } from './support.js';

const SRC = 'https://site.example/wp-json/wp/v2/posts/42';
const KEY = `newsprint:${SRC}`;
const NOTHING: ReaderRecord = { name: '', email: '', drafts: {}, waiting: [] };
const begun = Date.now();
const ago = (days: number) => new Date(begun - days * 86_400_000);
const comment = (id: number, days = 1) =>
  toComment({ id, author: { name: 'Ines' }, body: `Text ${id}`, published: ago(days), status: 'pending' });
const record = (changes: Partial<ReaderRecord> = {}): ReaderRecord => ({
  name: 'Ines',
  email: 'ines@site.example',
  drafts: { '': 'Good news', 7: 'I agree' },
  waiting: [comment(1)],
  ...changes,
});
/** Writes what no other tab has written meanwhile. */
const write = (src: string, whole: ReaderRecord) => changeReader(src, () => whole);
const stored = () => localStorage.getItem(KEY);
const put = (value: unknown) => localStorage.setItem(KEY, JSON.stringify(value));

describe('reader store', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('gives back what was written, for that thread only', () => {
    write(SRC, record());
    expect(readReader(SRC)).to.deep.equal(record());
    expect(readReader(`${SRC}0`)).to.deep.equal(NOTHING);
    expect(Object.keys(localStorage)).to.deep.equal([KEY]);
  });

  it('clears drafts that have become empty, and the name with the last one', () => {
    write(SRC, record({ drafts: { '': ' \n', 7: 'I agree' } }));
    expect(readReader(SRC)).to.deep.equal(record({ drafts: { 7: 'I agree' } }));
    write(SRC, record({ drafts: { '': '', 7: '' } }));
    expect(readReader(SRC)).to.deep.equal({ ...NOTHING, waiting: [comment(1)] });
    expect(stored()).not.to.contain('ines@site.example');
  });

  it('leaves nothing behind when nothing is left', () => {
    write(SRC, record());
    write(SRC, record({ drafts: { '': '' }, waiting: [] }));
    expect(localStorage.length).to.equal(0);
  });

  it('keeps the 20 newest drafts and the 20 newest comments that wait', () => {
    const drafts = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`c${index}`, 'x']));
    const waiting = Array.from({ length: 25 }, (_, index) => comment(index + 1));
    write(SRC, record({ drafts, waiting }));
    const kept = readReader(SRC);
    expect(Object.keys(kept.drafts)).to.have.length(20).and.to.include('c24').and.not.to.include('c4');
    expect(kept.waiting.map(({ id }) => Number(id))).to.deep.equal(
      Array.from({ length: 20 }, (_, index) => index + 6),
    );
  });

  it('lets a comment wait for 14 days, and then forgets it for good', () => {
    put(record({ waiting: [comment(1, 15), comment(2, 14.01), comment(3, 13.9), comment(4, 0)] }));
    expect(readReader(SRC).waiting.map(({ id }) => id)).to.deep.equal(['3', '4']);
    expect(stored()).not.to.contain('Text 1').and.not.to.contain('Text 2');
    put({ drafts: {}, waiting: [comment(1, 15)] });
    expect(readReader(SRC)).to.deep.equal(NOTHING);
    expect(stored()).to.equal(null);
  });

  it('only reads when nothing is too old', () => {
    const text = JSON.stringify(record(), null, 1);
    localStorage.setItem(KEY, text);
    readReader(SRC);
    expect(stored()).to.equal(text);
  });

  describe('with foreign data under our key', () => {
    for (const text of ['', 'no JSON', '{"drafts": {"": "tru', 'null', '5', '"x"', '[]', '[1, 2]']) {
      it(`takes ${text || 'the empty text'} for nothing`, () => {
        localStorage.setItem(KEY, text);
        expect(readReader(SRC)).to.deep.equal(NOTHING);
      });
    }

    it('takes wrong types for nothing, field by field', () => {
      for (const wrong of WRONG_VALUES) {
        for (const field of ['name', 'email', 'drafts', 'waiting']) {
          put({ ...record(), [field]: wrong });
          const read = readReader(SRC);
          expect(read.name).to.be.a('string');
          expect(read.email).to.be.a('string');
          expect(Object.values(read.drafts).every((draft) => typeof draft === 'string')).to.equal(true);
          for (const waits of read.waiting) expectHarmless(waits);
        }
      }
    });

    it('keeps the good drafts and comments among the bad ones', () => {
      put({
        drafts: { 1: 5, 2: 'kept', 3: null },
        waiting: [null, 'x', { id: 9 }, comment(3), { ...comment(4), id: '' }],
      });
      const read = readReader(SRC);
      expect(read.drafts).to.deep.equal({ 2: 'kept' });
      expect(read.waiting.map(({ id }) => id)).to.deep.equal(['3']);
    });

    it('takes no prototype from it', () => {
      localStorage.setItem(
        KEY,
        '{"__proto__": {"name": "Eve"}, "drafts": {"__proto__": "x", "constructor": "y"}}',
      );
      const read = readReader(SRC);
      expect(read.name).to.equal('');
      expect(Object.getPrototypeOf(read.drafts)).to.equal(Object.prototype);
      expect(Object.keys(read.drafts)).to.deep.equal(['__proto__', 'constructor']);
    });

    it('binds no script as the address of a writer', () => {
      put({
        waiting: [
          { ...comment(1), url: 'javascript:alert(1)', author: { name: 'E', url: 'javascript:alert(1)' } },
        ],
      });
      const [waits] = readReader(SRC).waiting;
      expect(waits).to.include({ url: undefined });
      expect(waits!.author).to.include({ name: 'E', url: undefined });
    });
  });

  describe('where storage is refused', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
    afterEach(() => Object.defineProperty(globalThis, 'localStorage', own));
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };

    it('keeps everything for as long as the page is open when the storage itself is out of reach', () => {
      const src = `${SRC}/refused`;
      Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse });
      expect(readReader(src)).to.deep.equal(NOTHING);
      write(src, record());
      expect(readReader(src)).to.deep.equal(record());
      write(src, NOTHING);
      expect(readReader(src)).to.deep.equal(NOTHING);
    });

    it('goes on without it when it is full, and comes back to it', () => {
      const src = `${SRC}/full`;
      write(src, record({ drafts: { '': 'old' } }));
      const full = { getItem: () => '{"drafts": {"": "old"}}', setItem: refuse, removeItem: refuse };
      Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: full });
      write(src, record({ drafts: { '': 'new' } }));
      expect(readReader(src).drafts).to.deep.equal({ '': 'new' });
      Object.defineProperty(globalThis, 'localStorage', own);
      changeReader(src, (known) => known);
      expect(localStorage.getItem(`newsprint:${src}`)).to.contain('"new"');
    });
  });

  it('changes only what a change is about, whatever another tab has written meanwhile', () => {
    write(SRC, record({ drafts: { '': 'here' } }));
    // The other tab, between two letters here.
    put({ ...record({ drafts: { '': 'there', 7: 'a reply' }, waiting: [comment(1), comment(2)] }) });
    changeReader(SRC, (known) => ({ ...known, drafts: { ...known.drafts, '': 'here again' } }));
    expect(readReader(SRC).drafts).to.deep.equal({ '': 'here again', 7: 'a reply' });
    expect(readReader(SRC).waiting.map(({ id }) => id)).to.deep.equal(['1', '2']);
  });

  it('gives up a text, a name and an address that nobody has touched for 30 days', () => {
    put({ ...record(), touched: ago(29.9).getTime() });
    expect(readReader(SRC)).to.deep.equal(record());
    put({ ...record(), touched: ago(30.1).getTime() });
    expect(readReader(SRC)).to.deep.equal({ ...NOTHING, waiting: [comment(1)] });
    expect(stored()).not.to.contain('Good news').and.not.to.contain('ines@site.example');
  });

  it('finds drafts by own keys only', () => {
    expect(draftFor('7', record())).to.equal('I agree');
    for (const id of ['constructor', '__proto__', 'toString', 'none'])
      expect(draftFor(id, record()), id).to.equal('');
  });
});
