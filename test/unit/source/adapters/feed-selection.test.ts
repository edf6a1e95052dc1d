import { expect } from 'chai';
import { toArticle } from '../../../../src/model/article.js';
import { NewsError } from '../../../../src/model/news-error.js';
import {
  isSameAddress,
  selectArticle,
  selectArticles,
} from '../../../../src/source/adapters/feed-selection.js';

const SRC = 'https://courier.example/feed.xml';
const story = (id: number, changes: object = {}) =>
  toArticle({ id, url: `https://courier.example/${id}`, title: `Story ${id}`, ...changes });
const ids = (articles: ReturnType<typeof story>[], query: object) =>
  selectArticles(articles, { src: SRC, limit: 10, ...query }).items.map(({ id }) => Number(id));

describe('selectArticle', () => {
  const all = [story(1), story(2), story(3, { id: '1/x', url: undefined })];

  it('takes the first one, or the one of that id or address', () => {
    const read = (item?: string) => selectArticle(all, { src: SRC, item }).title;
    expect(read()).to.equal('Story 1');
    expect(read('')).to.equal('Story 1');
    expect(read('2')).to.equal('Story 2');
    expect(read('https://courier.example/2')).to.equal('Story 2');
    expect(read('1/x')).to.equal('Story 3');
  });

  it('finds no other one', () => {
    for (const [articles, item] of [
      [all, '4'],
      [all, 'https://courier.example/'],
      [[], undefined],
    ] as const) {
      expect(() => selectArticle(articles, { src: SRC, item }))
        .to.throw(NewsError)
        .that.includes({ kind: 'not-found', url: SRC });
    }
  });
});

describe('selectArticles', () => {
  it('keeps the order of the feed, up to the limit', () => {
    expect(ids([story(3), story(1), story(2)], { limit: 2 })).to.deep.equal([3, 1]);
    expect(ids([story(1)], { limit: 0 })).to.deep.equal([]);
    expect(ids([], {})).to.deep.equal([]);
  });

  it('leaves out the current story, by id or address', () => {
    const all = [story(1), story(2), story(3)];
    expect(ids(all, { relatedTo: '2' })).to.deep.equal([1, 3]);
    expect(ids(all, { relatedTo: 'https://courier.example/2' })).to.deep.equal([1, 3]);
    expect(ids(all, { relatedTo: 'elsewhere' })).to.deep.equal([1, 2, 3]);
  });

  it('leaves out what is older than the window, but not what has no date', () => {
    const all = [
      story(1, { published: '2026-11-21' }),
      story(2, { published: '2026-11-16T10:00:00Z' }),
      story(3, { published: '2026-11-16T09:59:59Z' }),
      story(4),
    ];
    expect(ids(all, { since: '2026-11-16T10:00:00.000Z' })).to.deep.equal([1, 2, 4]);
  });

  it('brings stories first that share a category or tag with the current one, whatever their case', () => {
    const all = [
      story(1, { categories: ['Sport'] }),
      story(2, { categories: ['Town'], tags: ['Ferry'] }),
      story(3, { categories: ['ferry'] }),
      story(4),
      story(5, { tags: ['TOWN'] }),
    ];
    expect(ids(all, { relatedTo: '2' })).to.deep.equal([3, 5, 1, 4]);
    expect(ids(all, { relatedTo: '2', limit: 3 })).to.deep.equal([3, 5, 1]);
    expect(ids(all, { relatedTo: '4' })).to.deep.equal([1, 2, 3, 5]);
  });

  it('looks at categories only, or at tags only, where that is asked', () => {
    const all = [
      story(1, { categories: ['Town'], tags: ['Ferry'] }),
      story(2, { tags: ['Town'] }),
      story(3, { categories: ['Ferry'] }),
      story(4, { tags: ['ferry'] }),
      story(5, { categories: ['town'] }),
    ];
    expect(ids(all, { relatedTo: '1', by: 'category' })).to.deep.equal([5, 2, 3, 4]);
    expect(ids(all, { relatedTo: '1', by: 'tag' })).to.deep.equal([4, 2, 3, 5]);
    expect(ids(all, { relatedTo: '1', by: 'source' })).to.deep.equal([2, 3, 4, 5]);
  });
});

describe('isSameAddress', () => {
  const HERE = 'https://courier.example/ferry';
  for (const other of [
    HERE,
    `${HERE}/`,
    'http://www.courier.example/ferry#comments',
    `${HERE}?utm_source=mail&utm_medium=x&fbclid=1`,
  ]) {
    it(`${other} is`, () => expect(isSameAddress(HERE, other)).to.equal(true));
  }
  for (const other of [
    undefined,
    '',
    'ferry',
    `${HERE}?page=2`,
    'https://courier.example/Ferry',
    'https://coast.example/ferry',
    'https://',
  ]) {
    it(`${other} is not`, () => expect(isSameAddress(HERE, other)).to.equal(false));
  }
});
