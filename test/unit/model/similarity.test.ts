import { expect } from 'chai';
import { toArticle, type Article } from '../../../src/model/article.js';
import { rankBySimilarity } from '../../../src/model/similarity.js';

interface Labelled {
  readonly stories: readonly { readonly id: string; readonly related: readonly string[] }[];
}
const { stories } = (await (await fetch('/test/fixtures/similar-stories.json')).json()) as Labelled;
const articles = new Map(stories.map((story) => [story.id, toArticle(story)]));
const others = (id: string) => [...articles.values()].filter((article) => article.id !== id);

/** How many of the first places an editor would have given to the same stories, from 0 to 1. */
function rPrecision(rank: (current: Article, candidates: readonly Article[]) => readonly Article[]): number {
  const parts = stories.map(({ id, related }) => {
    const first = rank(articles.get(id)!, others(id)).slice(0, related.length);
    return first.filter((article) => related.includes(article.id)).length / related.length;
  });
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

describe('rankBySimilarity', () => {
  it('finds on the labelled set what an editor found, far oftener than the order of the source does', () => {
    const found = rPrecision(rankBySimilarity);
    const unranked = rPrecision((_current, candidates) => candidates);
    expect(found).to.be.at.least(0.8);
    expect(unranked).to.be.at.most(0.2);
  });

  const story = (id: string, title: string, excerpt = '', more: object = {}) =>
    toArticle({ id, title, excerpt, ...more });
  const ids = (ranked: readonly Article[]) => ranked.map(({ id }) => id);

  it('a rare word says more than a frequent one', () => {
    const candidates = [
      story('often', 'The town and the council'),
      story('other', 'The town and the sea'),
      story('rare', 'The lighthouse'),
    ];
    expect(ids(rankBySimilarity(story('now', 'The town, the lighthouse'), candidates))[0]).to.equal('rare');
  });

  it('a long text does not win by its length', () => {
    const long = `ferry ${'and something else entirely about gardens '.repeat(100)}`;
    const candidates = [story('long', 'Gardens', long), story('short', 'Gardens', 'ferry')];
    expect(ids(rankBySimilarity(story('now', 'The ferry'), candidates))).to.deep.equal(['short', 'long']);
  });

  it('categories and tags count, case and width of letters do not', () => {
    const candidates = [story('a', 'Something'), story('b', 'Else', '', { tags: ['ＦＥＲＲＹ'] })];
    expect(ids(rankBySimilarity(story('now', 'Ferry'), candidates))).to.deep.equal(['b', 'a']);
  });

  it('reads the words of HTML, not its tags', () => {
    const html = (value: string) => ({ body: { format: 'html', value } });
    const candidates = [
      story('tag', 'A', '', html('<ferry>x</ferry>')),
      story('word', 'B', '', html('<p>ferry</p>')),
    ];
    expect(ids(rankBySimilarity(story('now', 'ferry'), candidates))).to.deep.equal(['word', 'tag']);
  });

  it('what shares nothing keeps its order, and nothing is lost', () => {
    const candidates = ['c', 'a', 'b'].map((id) => story(id, id.repeat(5)));
    expect(ids(rankBySimilarity(story('now', 'ferry'), candidates))).to.deep.equal(['c', 'a', 'b']);
    expect(rankBySimilarity(story('now', 'ferry'), [])).to.deep.equal([]);
    expect(
      ids(rankBySimilarity(toArticle({ url: 'https://x.example/', title: '' }), candidates)).length,
    ).to.equal(3);
  });
});
