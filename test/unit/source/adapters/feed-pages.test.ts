import { expect } from 'chai';
import { toArticle, type Article } from '../../../../src/model/article.js';
import { NewsError } from '../../../../src/model/news-error.js';
import type { ArticlesQuery } from '../../../../src/source/adapter.js';
import { MOST_DOCUMENTS, nextDocument, readArticles } from '../../../../src/source/adapters/feed-pages.js';
import { expectFailure } from '../support.js';

const SRC = 'https://courier.example/feed?page=1';
const story = (id: number, changes: object = {}): Article =>
  toArticle({ id, title: `Story ${id}`, ...changes });
const address = (page: number) => `https://courier.example/feed?page=${page}`;

/** A feed of these documents; each names the one after it, or what `next` says. */
function feed(documents: readonly (readonly Article[] | Error)[], next = (page: number) => page + 1) {
  const asked: number[] = [];
  const read = async (url: string) => {
    const page = Number(new URL(url).searchParams.get('page'));
    asked.push(page);
    const articles = documents[page - 1] ?? [];
    if (articles instanceof Error) throw articles;
    const further = next(page);
    return { articles, next: further <= documents.length ? address(further) : undefined };
  };
  const all = async (query: Partial<ArticlesQuery> = {}) => {
    const pages: number[][] = [];
    for (let cursor: string | undefined, count = 0; count < 200; count++) {
      const page = await readArticles({ src: SRC, limit: 2, ...query, next: cursor }, read);
      pages.push(page.items.map(({ id }) => Number(id)));
      cursor = page.next;
      if (cursor === undefined) break;
    }
    return pages;
  };
  return { asked, read, all };
}
const THREE = [[story(1), story(2), story(3)], [story(4), story(5), story(6)], [story(7)]];

describe('pages of a feed', () => {
  it('give each story once, whatever the limit', async () => {
    expect(await feed(THREE).all()).to.deep.equal([[1, 2], [3], [4, 5], [6], [7]]);
    expect(await feed(THREE).all({ limit: 1 })).to.deep.equal([[1], [2], [3], [4], [5], [6], [7]]);
    expect(await feed(THREE).all({ limit: 4 })).to.deep.equal([[1, 2, 3, 4], [5, 6], [7]]);
    expect(await feed(THREE).all({ limit: 50 })).to.deep.equal([[1, 2, 3, 4, 5, 6, 7]]);
    expect(await feed(THREE).all({ limit: 0 })).to.deep.equal([[]]);
  });

  it('keep what goes with the current story in front, and lose nothing behind it', async () => {
    const [town, sport] = [{ categories: ['Town'] }, { categories: ['Sport'] }];
    const documents = [
      [story(1, town), story(2, sport), story(3, town)],
      [story(4, sport), story(5, town)],
    ];
    expect(await feed(documents).all({ relatedTo: '1', limit: 3 })).to.deep.equal([[3, 5, 2], [4]]);
    expect(await feed(documents).all({ relatedTo: '1', limit: 1 })).to.deep.equal([[3], [2], [4], [5]]);
  });

  it('end where stories are too old, without asking for the next', async () => {
    const [young, old] = [{ published: '2026-11-20' }, { published: '2026-11-01' }];
    const found = feed([[story(1, young), story(2, old)], [story(3, old)], [story(4, young)]]);
    expect(await found.all({ since: '2026-11-10T00:00:00.000Z', limit: 5 })).to.deep.equal([[1]]);
    expect(found.asked).to.deep.equal([1, 2]);
  });

  it('show a story once that moved on to the next document meanwhile', async () => {
    const documents = [
      [story(1), story(2)],
      [story(2), story(3)],
    ];
    expect(await feed(documents).all({ limit: 9 })).to.deep.equal([[1, 2, 3]]);
  });

  it('end when they go in a circle, also from question to question', async () => {
    const found = feed(THREE, (page) => (page === 3 ? 1 : page + 1));
    expect((await found.all()).flat()).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('end some time when they never end', async () => {
    const endless = feed([], (page) => page + 1);
    const read = async (url: string) => {
      const { articles } = await endless.read(url);
      const page = Number(new URL(url).searchParams.get('page'));
      return { articles: [...articles, story(page)], next: address(page + 1) };
    };
    let cursor: string | undefined;
    let questions = 0;
    do {
      ({ next: cursor } = await readArticles({ src: SRC, limit: 10, next: cursor }, read));
      questions++;
    } while (cursor !== undefined && questions < 100);
    expect(endless.asked.length).to.equal(MOST_DOCUMENTS);
  });

  it('that break later take nothing away, and are tried again with the next question', async () => {
    const documents = [[story(1)], new NewsError('server', 'down')];
    const { read } = feed(documents);
    const page = await readArticles({ src: SRC, limit: 5 }, read);
    expect(page.items.map(({ id }) => id)).to.deep.equal(['1']);
    await expectFailure(readArticles({ src: SRC, limit: 5, next: page.next }, read), 'server');
  });

  for (const next of ['', 'x', '{}', '[]', '{"start": "javascript:alert(1)"}', '{"start": 7}']) {
    it(`do not go on from ${next || 'nothing'}`, async () => {
      await expectFailure(readArticles({ src: SRC, limit: 5, next }, feed(THREE).read), 'parse');
    });
  }

  it('are on the host of the feed', () => {
    expect(nextDocument('/2', SRC, SRC)).to.equal('https://courier.example/2');
    for (const next of ['https://coast.example/2', 'http://courier.example/2', 'data:,x', null, 7, '']) {
      expect(nextDocument(next, SRC, SRC)).to.equal(undefined);
    }
  });
});
