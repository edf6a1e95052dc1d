import { expect } from 'chai';
import {
  foreign,
  heading,
  MAX_NAME,
  MAX_TITLE,
  shorten,
  titleText,
  toHeadingLevel,
} from '../../../src/view/text-view.js';
import { countOf, draw, halves } from './support.js';

const FAMILY = '👩‍👩‍👧‍👦';

describe('shortening', () => {
  for (const [text, most, expected] of [
    ['', 3, ''],
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc…'],
    ['ab cd', 3, 'ab…'],
    ['abcd', 1, 'a…'],
    ['ééé', 3, 'ééé'],
    ['e\u0301e\u0301e\u0301', 3, 'e\u0301e\u0301e\u0301'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301e\u0301…'],
    [FAMILY.repeat(3), 3, FAMILY.repeat(3)],
    [FAMILY.repeat(4), 3, `${FAMILY.repeat(3)}…`],
    ['🇩🇪🇫🇷🇮🇹', 2, '🇩🇪🇫🇷…'],
    ['𠮷𠮷𠮷', 2, '𠮷𠮷…'],
    ['👍🏽👍🏽', 1, '👍🏽…'],
  ] as const) {
    it(`counts what a reader takes for a character: ${text} to ${most}`, () => {
      expect(shorten(text, most)).to.equal(expected);
    });
  }

  it('cuts a text of 10,000 characters', () => {
    expect(shorten('a'.repeat(10_000), 300)).to.equal(`${'a'.repeat(300)}…`);
  });

  for (const [name, text] of [
    ['joiners', `a${'\u200D'.repeat(100_000)}b`],
    ['marks', `a${'\u0301'.repeat(100_000)}b`],
    ['families, cut in the middle of one', `abc${'👩\u200D'.repeat(50_000)}b`],
  ] as const) {
    it(`cuts one endless character as well: ${name}`, () => {
      const shown = shorten(text, 80);
      expect(shown.length).to.be.lessThan(80 * 32 + 2);
      expect(shown).to.match(/^a.*…$/u);
      expect(shown).not.to.match(/\p{Surrogate}/u);
    });
  }

  it('counts code points where the browser has no segmenter', () => {
    const { Segmenter } = Intl;
    Object.defineProperty(Intl, 'Segmenter', { value: undefined, configurable: true, writable: true });
    try {
      expect(shorten('𠮷𠮷𠮷', 2)).to.equal('𠮷𠮷…');
      expect(shorten('abc', 3)).to.equal('abc');
      expect(shorten('abcd', 3)).to.equal('abc…');
    } finally {
      Object.defineProperty(Intl, 'Segmenter', { value: Segmenter, configurable: true, writable: true });
    }
  });
});

describe('a title', () => {
  it('is shown as text', () => {
    const stage = draw(titleText('<b>Ferry</b> & "boat"'));
    expect(stage.textContent).to.equal('<b>Ferry</b> & "boat"');
    expect(countOf(stage, '*')).to.equal(0);
  });

  it('is shown whole up to the limit', () => {
    const stage = draw(titleText('a'.repeat(MAX_TITLE)));
    expect(stage.textContent).to.equal('a'.repeat(300));
    expect(countOf(stage, '*')).to.equal(0);
  });

  for (const [name, title] of [
    ['of letters', 'a'.repeat(10_000)],
    ['of words', 'ferry '.repeat(1700).trim()],
    ['with a space at the cut', `${'a'.repeat(299)} ${'b'.repeat(9700)}`],
    ['of families', FAMILY.repeat(1000)],
    ['of one endless character', `a${'\u0301'.repeat(9999)}`],
  ] as const) {
    it(`has its beginning shown and its end for screen readers: ${name}`, () => {
      const stage = draw(titleText(title));
      const hidden = stage.querySelector('.hidden-text')!;
      const dots = stage.querySelector('[aria-hidden]')!;
      expect(dots.textContent).to.equal('…');
      expect(halves(stage)).to.deep.equal([]);
      dots.remove();
      expect(stage.textContent).to.equal(title);
      hidden.remove();
      const shown = [...new Intl.Segmenter().segment(stage.textContent!)].length;
      expect(shown).to.be.within(1, 300);
      expect(stage.textContent).to.equal(stage.textContent!.trimEnd());
    });
  }
});

describe('a heading', () => {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`has level ${level}, a class and a part`, () => {
      const [element] = draw(heading(level, 'title', 'Ferry')).children;
      expect(element!.localName).to.equal(`h${level}`);
      expect([element!.className, element!.getAttribute('part'), element!.id]).to.deep.equal([
        'title',
        'title',
        '',
      ]);
      expect(element!.textContent).to.equal('Ferry');
      expect(draw(heading(level, 'title', 'Ferry', { id: 'anchor', lang: 'nl' })).children[0]!).to.include({
        id: 'anchor',
        lang: 'nl',
      });
    });
  }

  for (const [value, level] of [
    [1, 1],
    [6, 6],
    [0, 2],
    [7, 2],
    [-1, 2],
    [2.5, 2],
    [NaN, 2],
    [Infinity, 2],
    ['3' as unknown as number, 2],
    [null as unknown as number, 2],
  ] as const) {
    it(`has the level that an attribute says, or its own: ${value}`, () => {
      expect(toHeadingLevel(value, 2)).to.equal(level);
    });
  }
});

describe('a word of a source', () => {
  it('is isolated, shortened text', () => {
    const stage = draw(foreign('<i>Jo</i>'));
    expect(stage.querySelector('bdi')!.textContent).to.equal('<i>Jo</i>');
    expect(draw(foreign('a'.repeat(100))).textContent).to.equal(`${'a'.repeat(MAX_NAME)}…`);
    expect(draw(foreign('abcdef', 3)).textContent).to.equal('abc…');
  });
});
