import { expect } from 'chai';
import { tidy } from '../../../src/content/tidy.js';
import { bodyOf } from './support.js';

function tidied(markup: string, purpose: 'comment' | 'article'): string {
  const body = bodyOf(markup);
  tidy(body, purpose);
  return body.innerHTML;
}

describe('before the sanitiser', () => {
  for (const [name, markup, comment, article = comment] of [
    ['blocks', 'a<div>b</div>c', 'a<p>b</p>c', 'a<div>b</div>c'],
    ['blocks that are nowhere allowed', 'a<center>b</center>c', 'a<p>b</p>c', 'a<div>b</div>c'],
    ['blocks in each other', '<main><article>a</article>b</main>', '<p>a</p>b', '<div><div>a</div>b</div>'],
    ['blocks of lines', '<div>a<div>b</div></div>', 'a<p>b</p>', '<div>a<div>b</div></div>'],
    ['blocks with nothing in them', 'a<div></div>b', 'a<br>b', 'a<div></div>b'],
    ['rules', 'a<hr>b', 'a<br>b', 'a<hr>b'],
    ['headings', '<h2>a</h2>b', '<p>a</p>b', '<h2>a</h2>b'],
    [
      'lists',
      '<ul><li><div>a</div></li></ul>',
      '<ul><li><p>a</p></li></ul>',
      '<ul><li><div>a</div></li></ul>',
    ],
    [
      'forms',
      '<form>a<fieldset><legend>b</legend>c</fieldset></form>',
      'a<p>b</p>c',
      '<div>a<div><div>b</div>c</div></div>',
    ],
    [
      'choices',
      '<select><option>a</option><option>b</option></select>',
      '<select><p>a</p><p>b</p></select>',
      '<select><div>a</div><div>b</div></select>',
    ],
    [
      'old names',
      '<menu><li>a</li></menu><strike>b</strike><tt>c</tt>',
      '<ul><li>a</li></ul><s>b</s><code>c</code>',
    ],
    ['code of old', 'a<xmp>b <i></xmp>c', 'a<pre>b &lt;i&gt;</pre>c'],
    ['code without end', 'a<plaintext>b</plaintext>c', 'a<pre>b&lt;/plaintext&gt;c</pre>'],
    ['comments', '<p>a &lt;b&gt;<!-- c --></p>', '<p>a &lt;b&gt;</p>'],
    ['names', '<p id="a">b<a name="c">d</a></p>', '<p>b<a>d</a></p>'],
    ['elements of the page', '<p is="x-own" title="a">b</p>', '<p title="a">b</p>'],
    ['elements of the page, with more', '<a is="x-own" href="/b" onclick="c" "d>e</a>', '<a href="/b">e</a>'],
    ['drawings', 'a <svg><title>b</title><text>c</text></svg> d', 'a b d'],
    ['drawings without a title', 'a <svg><text>b</text><g><text>c</text></g></svg> d', 'a b c d'],
    [
      'drawings with code',
      '<svg><foreignObject><p>a</p><script>b</script></foreignObject><style>c</style></svg>',
      'a',
    ],
    ['formulas', '<math><mi>x</mi><mo>=</mo><mn>1</mn></math>', 'x=1'],
    ['formulas with words', '<math alttext="x is 1"><mi>x</mi></math>', 'x is 1'],
    [
      'formulas with their source',
      '<math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math>',
      'x',
    ],
    [
      'things embedded',
      '<embed src="/a"><object data="/b"></object>',
      '<iframe src="/a"></iframe><iframe src="/b"></iframe>',
    ],
    ['words in things embedded', '<object data="/b">a</object>', '<object data="/b">a</object>'],
    [
      'things embedded in each other',
      '<object data="/a"><embed src="/b"></object>',
      '<object data="/a"><iframe src="/b"></iframe></object>',
    ],
    [
      'films',
      '<video><source src="/a"><source src="/b"></video>',
      '<video src="/a"><source src="/a"><source src="/b"></video>',
      '<video><source src="/a"><source src="/b"></video>',
    ],
    [
      'films with an address',
      '<video src="/a"><source src="/b"></video>',
      '<video src="/a"><source src="/b"></video>',
    ],
  ] as const) {
    it(`brings what it would drop into a form that it keeps: ${name}`, () => {
      expect(tidied(markup, 'comment'), 'comment').to.equal(comment);
      expect(tidied(markup, 'article'), 'article').to.equal(article);
    });
  }

  it('puts the rows of a table onto lines of a comment, and spaces between cells', () => {
    const table =
      '<table><caption>a</caption><thead><tr><th>b</th><th>c</th></tr></thead><tbody><tr><td>d</td><td>e</td></tr></tbody></table>';
    const body = bodyOf(table);
    tidy(body, 'comment');
    expect([...body.querySelectorAll('p')].map(({ textContent }) => textContent)).to.deep.equal([
      'a',
      'b c ',
      'd e ',
    ]);
    expect(tidied(table, 'article')).to.equal(table);
  });

  it('is not led astray by a form whose fields have the names of its properties', () => {
    const names = [
      'attributes',
      'childNodes',
      'removeAttribute',
      'replaceWith',
      'querySelector',
      'hasChildNodes',
      'localName',
    ];
    const fields = names.map((name) => `<input name=${name}><img id=${name}>`).join('');
    expect(tidied(`<form id=a is=x-own>${fields}b</form>`, 'comment')).to.equal(
      `<p>${'<input><img>'.repeat(7)}b</p>`,
    );
  });
});
