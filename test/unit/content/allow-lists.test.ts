import { expect } from 'chai';
import {
  ALL_ATTRIBUTES,
  ATTRIBUTES,
  ELEMENTS,
  EVERYWHERE,
  REPLACED,
} from '../../../src/content/allow-lists.js';
import { article, comment } from './support.js';
import { ATTRIBUTES_OF, COMMENT_ELEMENTS, ARTICLE_ELEMENTS } from './policy.js';

/** Every element that HTML has or had, and some that it never had. */
const KNOWN = (
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br ' +
  'button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div ' +
  'dl dt element em embed fencedframe fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head ' +
  'header hgroup hr html i iframe image img input ins isindex kbd keygen label layer legend li link listing main map ' +
  'mark marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup ' +
  'option output p param permission picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search ' +
  'section select selectedcontent shadow slot small source spacer span strike strong style sub summary sup svg table ' +
  'tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp x-own ' +
  'animate set foreignObject use feImage mglyph maction semantics annotation-xml'
).split(' ');

const namesIn = (markup: string) => [...markup.matchAll(/<([a-z][^\s/>]*)/g)].map(([, name]) => name!);

describe('what may stand in a body', () => {
  it('is what the policy lists, for comments and for articles', () => {
    expect([...ELEMENTS.comment].sort()).to.deep.equal([...COMMENT_ELEMENTS].sort());
    expect([...ELEMENTS.article].sort()).to.deep.equal([...ARTICLE_ELEMENTS].sort());
  });

  it('are the attributes that the policy lists, element by element', () => {
    const listed = Object.fromEntries(
      ARTICLE_ELEMENTS.flatMap((name) => (ATTRIBUTES_OF[name] ? [[name, ATTRIBUTES_OF[name]]] : [])),
    );
    const { iframe, ...own } = ATTRIBUTES;
    expect(own).to.deep.equal(listed);
    expect(iframe, 'only to make a link of it').to.deep.equal(['src']);
    expect(EVERYWHERE).to.deep.equal(['dir', 'lang', 'title']);
    expect([...ALL_ATTRIBUTES].sort()).to.deep.equal(
      [...new Set(['dir', 'lang', 'title', ...Object.values(ATTRIBUTES_OF).flat()])].sort(),
    );
  });

  it('is nothing that is replaced anyway, but pictures, sounds and films of an article', () => {
    expect(REPLACED.filter((name) => ELEMENTS.comment.includes(name))).to.deep.equal([]);
    expect(REPLACED.filter((name) => !ELEMENTS.article.includes(name))).to.deep.equal(['iframe']);
  });

  for (const [purpose, show, allowed] of [
    ['comment', comment, COMMENT_ELEMENTS],
    ['article', article, ARTICLE_ELEMENTS],
  ] as const) {
    for (const name of KNOWN) {
      it(`lets nothing else into ${purpose === 'comment' ? 'a comment' : 'an article'}: <${name}>`, () => {
        for (const markup of [
          `a<${name}>b</${name}>c`,
          `<${name} src="x" href="x" data="x" content="x">`,
          `<svg><${name}>b</${name}></svg>d`,
          `<math><${name}>b</${name}></math>d`,
          `<table><tr><${name}>b</${name}></table>d`,
          `<select><${name}>b</${name}></select>d`,
        ]) {
          expect(allowed, markup).to.include.members(namesIn(show(markup)));
        }
      });
    }
  }

  const INLINE =
    'abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var';

  it('is kept where it may stand', () => {
    for (const name of INLINE.split(' ')) {
      const markup = `<p>a <${name}>b</${name}> c</p>`;
      expect(article(markup)).to.equal(markup);
      expect(comment(markup)).to.equal(COMMENT_ELEMENTS.includes(name) ? markup : '<p>a b c</p>');
    }
    for (const markup of [
      '<ul><li>a</li><li>b</li></ul>',
      '<ol><li>a</li></ol>',
      '<blockquote><p>a</p></blockquote>',
      '<pre><code>a\n  b</code></pre>',
      'a<br>b',
    ]) {
      expect(comment(markup)).to.equal(markup);
      expect(article(markup)).to.equal(markup);
    }
    for (const markup of [
      '<dl><dt>a</dt><dd>b</dd></dl>',
      '<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>',
      '<table><caption>a</caption><colgroup><col></colgroup><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody><tfoot><tr><td>d</td></tr></tfoot></table>',
      '<details><summary>a</summary>b</details>',
      '<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>',
      '<section><div>a<hr>b<wbr>c</div></section>',
    ]) {
      expect(article(markup)).to.equal(markup);
    }
  });
});
