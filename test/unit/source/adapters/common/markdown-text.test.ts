import { expect } from 'chai';
import { Marked } from 'marked';
import { escapeMarkdown } from '../../../../../src/source/adapters/common/markdown-text.js';

/** What a reader sees of it, in CommonMark with tables, strike-through and bare addresses. */
function shown(text: string, typographic: boolean): { text: string; elements: Set<string> } {
  const html = new Marked().parse(escapeMarkdown(text, typographic), { async: false });
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const elements = new Set([...body.querySelectorAll('*')].map(({ localName }) => localName));
  for (const br of body.querySelectorAll('br')) br.replaceWith('\n');
  for (const p of body.querySelectorAll('p')) p.append('\n');
  return { text: body.textContent!.replaceAll('\u00A0', ' ').replace(/\n+/g, '\n').trim(), elements };
}

describe('plain text as Markdown', () => {
  const TEXTS = [
    'A & B < C > D',
    'one\ntwo\r\nthree',
    '<b>bold</b> <script>alert(1)</script> &lt; &amp;amp; &#39;',
    '*a* _b_ **c** ~d~ ~~e~~ ^f^ `g` ``h``',
    '[a](javascript:alert(1)) ![b](c) [d]: http://e',
    '# a\n## b\n- c\n+ d\n1. e\n2) f\n> g\n---\n===',
    'a\n===\nb\n---',
    'a | b\n--|--\nc | d',
    '~~~\na\n~~~\n```\nb\n```',
    ':tada: :) 8-) <3 (c) -- ... "a" it\'s $5 or $6',
    'C:\\new\\*folder\\',
    'https://site.example/a_b_(c)?d=*e*&f=1, and (www.site.example/*a*).',
    'ftp://site.example/a_b_c|d',
  ];
  for (const text of TEXTS) {
    for (const typographic of [false, true]) {
      it(`${JSON.stringify(text)}${typographic ? ', without emoji' : ''}`, () => {
        const found = shown(text, typographic);
        expect(found.text).to.equal(text.replace(/\r\n/g, '\n'));
        expect([...found.elements].filter((name) => !['p', 'br', 'a'].includes(name))).to.deep.equal([]);
      });
    }
  }

  it('keeps paragraphs, and indents without making code of them', () => {
    expect(escapeMarkdown('a\n\nb\n    c')).to.equal('a\n\nb  \n\u00A0\u00A0\u00A0\u00A0c');
  });

  it('puts no backslash before what Misaka does not take one before', () => {
    expect(escapeMarkdown('It\'s "so": 1, 2... what?? $5; a/b @c %d')).to.equal(
      'It\'s "so": 1, 2... what?? $5; a/b @c %d',
    );
  });

  it('takes a moment for a long text of nothing but marks', () => {
    const start = performance.now();
    for (const part of ['(', 'http://(', '*', ' ', '\n', '.', 'http://a.', '1']) {
      escapeMarkdown(part.repeat(30_000 / part.length), true);
    }
    escapeMarkdown(`http://a${':'.repeat(100_000)}x`);
    expect(performance.now() - start).to.be.lessThan(2000);
  });
});
