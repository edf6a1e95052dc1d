import { expect } from 'chai';
import { cleanText, MAX_STRING, plainText } from '../../../src/model/text.js';
import { inStrictPage, sourceUrl, WRONG_TYPES } from './support.js';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const hex = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

describe('a line of text', () => {
  for (const [value, expected] of [
    ['Ferry timetable', 'Ferry timetable'],
    ['  Ferry \r\n\t timetable\f', 'Ferry timetable'],
    ['Ferry\u00A0\u3000timetable', 'Ferry timetable'],
    ['one\u2028two\u2029three', 'one two three'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['e\u0301', 'é'],
    ['\u212B', 'Å'],
    ['e\u200B\u0301', 'é'],
    [42, '42'],
    [0, '0'],
    [-1.5, '-1.5'],
    ['', ''],
    ['\u200B\u202E\uFEFF', ''],
  ] as const) {
    it(`is folded and in one normal form: ${JSON.stringify(value)}`, () => {
      expect(cleanText(value)).to.equal(expected);
    });
  }

  it('is empty for what is neither text nor a number', () => {
    for (const value of WRONG_TYPES) expect(cleanText(value), typeof value).to.equal('');
  });

  for (const [name, codes] of [
    ['control characters', [...range(0x00, 0x08), ...range(0x0e, 0x1f), ...range(0x7f, 0x9f)]],
    ['zero-width spaces', [0x200b, 0x2060, 0xfeff]],
    ['direction marks', [0x061c, 0x200e, 0x200f]],
    ['direction overrides', range(0x202a, 0x202e)],
    ['direction isolates and invisible operators', range(0x2061, 0x2069)],
    ['annotation characters', range(0xfff9, 0xfffb)],
    ['tags', range(0xe0000, 0xe007f)],
  ] as const) {
    it(`has no ${name}`, () => {
      for (const code of codes) {
        expect(cleanText(`a${String.fromCodePoint(code)}b`), hex(code)).to.equal('ab');
      }
    });
  }

  for (const text of [
    '👩‍👩‍👧‍👦',
    '🏳️‍🌈',
    '❤️',
    '1️⃣',
    '👍🏽',
    '🇩🇪',
    'می‌خواهم',
    'ක්‍ෂ',
    'न्‍',
    'ที่',
    'Tiếng Việt',
    'שָּׁלוֹם',
    'مُحَمَّدٌ',
    'ရန်ကုန်မြို့',
    '𝒜𠮷',
  ]) {
    it(`keeps what scripts and emoji need: ${text}`, () => {
      expect(cleanText(text)).to.equal(text.normalize('NFC'));
    });
  }

  for (const [value, expected] of [
    ['a\uD800b', 'a\uFFFDb'],
    ['a\uDC00b', 'a\uFFFDb'],
    ['\uDE00\uD83D', '\uFFFD\uFFFD'],
    ['\uD83D😀', '\uFFFD😀'],
  ] as const) {
    it(`has no half characters: ${JSON.stringify(value)}`, () => {
      expect(cleanText(value)).to.equal(expected);
    });
  }

  for (const [name, value] of [
    ['as they come', 'x' + '\u0336'.repeat(100)],
    ['of several kinds', 'x' + '\u0336\u0322\u034F\u20DD'.repeat(25)],
    ['with invisible joiners between them', 'x' + '\u0336\u0336\u0336\u200C'.repeat(25)],
    ['with a joiner after each', 'x' + '\u0336\u200D'.repeat(100)],
    ['with characters between them that are taken out', 'x' + '\u0336\u0336\u0336\u200B'.repeat(25)],
    ['with a direction mark between them', 'x' + '\u0336\u0336\u0336\u061C'.repeat(25)],
    ['of a script of its own', 'ก' + '\u0E47'.repeat(100)],
  ] as const) {
    it(`has no towers of marks: ${name}`, () => {
      expect(cleanText(`${value}y`).match(/\p{M}/gu)).to.have.length(4);
      expect(cleanText(`${value}y`).at(-1)).to.equal('y');
    });
  }

  it('begins to count marks anew at every letter', () => {
    const text = 'x\u0336\u0336\u0336\u0336'.repeat(20) + '\u1019\u103E\u102F\u1036\u1037';
    expect(cleanText(text)).to.equal(text);
  });

  it('is the same when it is cleaned twice', () => {
    for (const text of ['e\u200B\u0301', 'a\u202E\u2028 b', 'x' + '\u0301\u200C'.repeat(9), '\uD800\u0301']) {
      expect(cleanText(cleanText(text)), JSON.stringify(text)).to.equal(cleanText(text));
    }
  });

  it('ends after half a million characters', () => {
    expect(cleanText('a'.repeat(MAX_STRING))).to.have.length(MAX_STRING);
    expect(cleanText('a'.repeat(MAX_STRING + 1000))).to.have.length(MAX_STRING);
  });

  for (const [name, part, length] of [
    ['joiners', '\u200D', MAX_STRING],
    ['half characters', '\uD800', MAX_STRING],
    ['marks', '\u0301', 6],
    ['spaces', ' ', 3],
    ['direction overrides', '\u202E', 2],
  ] as const) {
    it(`takes half a million ${name} in its stride`, () => {
      const cleaned = cleanText(`a${part.repeat(MAX_STRING - 2)}b`);
      expect([cleaned.length, cleaned.at(-1)]).to.deep.equal([length, 'b']);
    });
  }
});

const SNIPPETS: readonly (readonly [string, string])[] = [
  ['Ferry timetable', 'Ferry timetable'],
  ['Tom &amp; Jerry', 'Tom & Jerry'],
  ['It&#8217;s &#x201C;new&#x201D;', 'It’s “new”'],
  ['AT&T', 'AT&T'],
  ['a < b', 'a < b'],
  ['&lt;b&gt;', '<b>'],
  ['&amp;lt;', '&lt;'],
  ['<em>one</em> <b>two</b>', 'one two'],
  ['one<br>two<br/>three', 'one two three'],
  ['one<p>two</p>three', 'one two three'],
  ['<p>one</p><p>two</p>', 'one two'],
  ['<!-- hidden -->shown', 'shown'],
  ['<img src="/missing" alt="x">shown', 'shown'],
  ['&#x202E;evil', 'evil'],
];

describe('the words of a snippet of HTML', () => {
  for (const [html, expected] of [
    ...SNIPPETS,
    ['&hellip;&eacute;&unknown;', '…é&unknown;'],
    ['super<b>script</b>', 'superscript'],
    ['intro<div>one</div><div>two</div>end', 'intro one two end'],
    ['<ul><li>one</li><li>two</li></ul>', 'one two'],
    ['<table><tr><td>1</td><td>2</td></tr></table>', '1 2'],
    ['<h2>Title</h2>Text', 'Title Text'],
    ['one<hr>two', 'one two'],
    ['<p><style>p{}</style>shown', 'shown'],
    ['<p><script>alert(1)</script>shown', 'shown'],
    ['<svg><style>p{}</style></svg>shown', 'shown'],
    ['<p><template>hidden</template>shown', 'shown'],
    ['<p><noscript>hidden</noscript>shown', 'shown'],
    ['<p><iframe>hidden</iframe>shown', 'shown'],
    ['<textarea>hidden</textarea>shown', 'shown'],
    ['<svg><title>hidden</title></svg>shown', 'shown'],
    ['shown<b', 'shown'],
    ['shown<b title="', 'shown'],
    ['<frameset><frame>', ''],
    ['<b></b>', ''],
  ] as const) {
    it(`are text: ${html}`, () => {
      expect(plainText(html)).to.equal(expected);
    });
  }

  it('are cleaned like any other line', () => {
    expect(plainText('a\uD800\u202E<b>b</b>')).to.equal('a\uFFFDb');
    expect(plainText('e\u200B\u0301')).to.equal('é');
    expect(plainText(42)).to.equal('42');
    for (const value of WRONG_TYPES) expect(plainText(value), typeof value).to.equal('');
  });

  it('run nothing', () => {
    const before = Object.keys(globalThis);
    plainText('<script>globalThis.ran = 1</script><svg onload="ran = 1"><img src="x" onerror="ran = 1">');
    expect(Object.keys(globalThis)).to.deep.equal(before);
    expect(document.title).not.to.equal('ran');
  });

  it('are found in any depth', () => {
    expect(plainText(`${'<b>'.repeat(5000)}deep`)).to.equal('deep');
  });
});

describe('the words of a snippet of HTML on a page that refuses our policy', () => {
  const words = async (snippets: readonly string[]) =>
    inStrictPage(
      'another',
      `console.warn = () => {};
      const { plainText } = await import('${sourceUrl('model/text.ts')}');
      return ${JSON.stringify(snippets).replaceAll('<', '\\u003C')}.map(plainText);`,
    );

  it('are still text, with the entities that everyone uses', async () => {
    const found = await words(SNIPPETS.map(([html]) => html));
    expect(found).to.deep.equal(SNIPPETS.map(([, expected]) => expected));
  });

  it('keep entities that are unknown, and lose those that are no characters', async () => {
    const found = await words(['&eacute; &constructor; &#0;a&#x110000;b&#xD800;', '&#9999999999;']);
    expect(found).to.deep.equal(['&eacute; &constructor; ab\uFFFD', '&#9999999999;']);
  });

  it('are found quickly where somebody sends nothing but brackets', async () => {
    const brackets = '<'.repeat(500_000);
    expect(await words(Array(5).fill(brackets))).to.satisfy((found: string[]) =>
      found.every((text) => text === brackets),
    );
  });
});
