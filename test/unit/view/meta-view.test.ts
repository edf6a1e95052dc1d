import { expect } from 'chai';
import { languageFor } from '../../../src/i18n/language.js';
import { toArticle } from '../../../src/model/article.js';
import {
  authorsView,
  categoriesView,
  dayView,
  outLink,
  publishedView,
  sourceView,
  updatedView,
} from '../../../src/view/meta-view.js';
import { countOf, draw, halves, words } from './support.js';

const english = languageFor('en-GB');
const NOON = new Date(2026, 10, 23, 12).toISOString();
const later = (hours: number) => new Date(Date.parse(NOON) + hours * 3_600_000).toISOString();
const story = (fields: object) => toArticle({ title: 'Ferry', ...fields });

describe('a link out of the widget', () => {
  it('is a link where there is somewhere to go, and just words elsewhere', () => {
    const link = draw(outLink('https://example.org/', '<b>x</b>', 'source')).querySelector('a')!;
    expect(link.getAttribute('href')).to.equal('https://example.org/');
    expect(link.rel).to.equal('noopener');
    expect(link.getAttribute('part')).to.equal('source');
    expect(link.textContent).to.equal('<b>x</b>');
    const plain = draw(outLink(undefined, 'x', 'source'));
    expect(countOf(plain, 'a')).to.equal(0);
    expect(plain.querySelector('.source[part="source"]')!.textContent).to.equal('x');
  });
});

describe('dates of a story', () => {
  it('are said in the language of the page, with the exact moment for machines', () => {
    const stage = draw([publishedView(NOON, english), dayView(NOON, english)]);
    const [sentence, day] = stage.querySelectorAll('time');
    expect(sentence!.textContent).to.equal('Published on 23 November 2026');
    expect(day!.textContent).to.equal('23 November 2026');
    expect([sentence!.dateTime, day!.dateTime]).to.deep.equal([NOON, NOON]);
  });

  it('are left out where they are not known', () => {
    expect(countOf(draw([publishedView(undefined, english), dayView(undefined, english)]), '*')).to.equal(0);
  });

  for (const [name, published, updated, said] of [
    ['a day later', NOON, later(24), 'Updated on 24 November 2026'],
    ['within a day', NOON, later(23), ''],
    ['before it was published', NOON, later(-48), ''],
    ['never', NOON, undefined, ''],
    ['with no date of publication', undefined, NOON, ''],
  ] as const) {
    it(`say when it was changed, or say nothing: ${name}`, () => {
      expect(words(draw(updatedView(story({ published, updated }), english)))).to.equal(said);
    });
  }
});

describe('who wrote a story', () => {
  /** Without the invisible characters that isolate a name. */
  const said = (authors: unknown) =>
    words(draw(authorsView(story({ authors }), english))).replace(/[\u2068\u2069]/g, '');

  for (const [authors, expected] of [
    [[], ''],
    [['Jo'], 'By Jo'],
    [['Jo', 'Kim'], 'By Jo and Kim'],
    [['Jo', 'Kim', 'Lee'], 'By Jo, Kim and Lee'],
    [['<b>Jo</b>'], 'By <b>Jo</b>'],
  ] as const) {
    it(`is a list in the language of the page: ${expected || 'nobody'}`, () => {
      expect(said(authors)).to.equal(expected);
    });
  }

  it('has each name isolated, so that no name turns the others round', () => {
    const stage = draw(authorsView(story({ authors: ['אבג', 'Jo'] }), english));
    expect(words(stage)).to.equal('By \u2068אבג\u2069 and \u2068Jo\u2069');
  });

  it('is eight at most, each as long as a name may be', () => {
    const names = Array.from({ length: 20 }, (_, index) => `Writer${index} ${'😀'.repeat(200)}`);
    const stage = draw(authorsView(story({ authors: names }), english));
    expect(words(stage).match(/Writer\d+/g)).to.have.length(8);
    expect(words(stage).match(/😀/gu)).to.have.length(8 * 72);
    expect(halves(stage)).to.deep.equal([]);
  });
});

describe('where a story comes from', () => {
  it('is linked where the source says its address', () => {
    const [linked, plain] = [{ name: 'Courier', url: 'https://example.org/' }, 'Courier'].map((source) =>
      draw(sourceView(story({ source }).source)),
    );
    expect(linked!.querySelector('a')!.textContent).to.equal('Courier');
    expect(countOf(plain!, 'a')).to.equal(0);
    expect(plain!.querySelector('bdi')!.textContent).to.equal('Courier');
    expect(countOf(draw(sourceView(undefined)), '*')).to.equal(0);
  });
});

describe('categories of a story', () => {
  const { categories } = story({
    categories: ['One', 'Two', 'Three', 'Four'].map((name) => ({ name, url: `https://example.org/${name}` })),
  });

  it('are the first three', () => {
    const links = draw(categoriesView(categories, true)).querySelectorAll('.category');
    expect([...links].map((link) => link.textContent)).to.deep.equal(['One', 'Two', 'Three']);
    expect(countOf(draw(categoriesView([], true)), '*')).to.equal(0);
  });

  it('are linked on the page of the story only', () => {
    expect(countOf(draw(categoriesView(categories, true)), 'a')).to.equal(3);
    expect(countOf(draw(categoriesView(categories, false)), 'a')).to.equal(0);
  });
});
