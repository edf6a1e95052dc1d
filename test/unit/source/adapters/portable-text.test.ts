import { expect } from 'chai';
import { isPortableText, portableTextToHtml } from '../../../../src/source/adapters/portable-text.js';
import { spoiled } from '../support.js';

const picture = (image: unknown) => ({ src: (image as { url?: unknown }).url, alt: 'A' });
const html = (...blocks: unknown[]) => portableTextToHtml(blocks, picture, 'https://cdn.sanity.io/');
const span = (text: string, ...marks: string[]) => ({ _type: 'span', text, marks });
const block = (children: unknown[], more: object = {}) => ({
  _type: 'block',
  style: 'normal',
  children,
  ...more,
});
const item = (text: string, level: number, listItem = 'bullet') => block([span(text)], { listItem, level });

describe('Portable Text', () => {
  it('writes paragraphs, headings and quotes', () => {
    const styles = ['normal', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'fancy'];
    expect(html(...styles.map((style) => block([span('x')], { style })))).to.equal(
      '<p>x</p><h1>x</h1><h2>x</h2><h3>x</h3><h4>x</h4><h5>x</h5><h6>x</h6><blockquote>x</blockquote><p>x</p>',
    );
    expect(html(block([]), block([span('')]))).to.equal('');
  });

  it('escapes text, keeps line breaks and knows all marks', () => {
    expect(html(block([span('<i> & "\nb', 'strong', 'em')]))).to.equal(
      '<p><em><strong>&lt;i&gt; &amp; &quot;<br>b</strong></em></p>',
    );
    const marks = ['strong', 'em', 'code', 'underline', 'strike-through', 'sup', 'sub', 'highlight'];
    expect(html(block(marks.map((mark) => span('x', mark))))).to.equal(
      '<p><strong>x</strong><em>x</em><code>x</code><u>x</u><s>x</s><sup>x</sup><sub>x</sub>x</p>',
    );
  });

  it('makes one link of spans that follow each other', () => {
    const markDefs = [
      { _key: 'a', _type: 'link', href: 'https://a.example/?x=1&y=2' },
      { _key: 'b', _type: 'internalLink', reference: { _ref: 'post' } },
      { _key: 'c', _type: 'link', href: 'javascript:alert(1)' },
    ];
    const children = [span('one ', 'a'), span('two', 'strong', 'a'), span(' three', 'b'), span(' four', 'c')];
    expect(html(block(children, { markDefs }))).to.equal(
      '<p><a href="https://a.example/?x=1&amp;y=2">one <strong>two</strong></a> three four</p>',
    );
  });

  it('nests lists by level and kind', () => {
    expect(
      html(item('a', 1), item('b', 2, 'number'), item('c', 2, 'number'), item('d', 1), block([span('e')])),
    ).to.equal('<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><p>e</p>');
    expect(html(item('a', 1), item('b', 1, 'number'))).to.equal('<ul><li>a</li></ul><ol><li>b</li></ol>');
    expect(html(item('a', 2), item('b', 1))).to.equal('<ul><li><ul><li>a</li></ul></li><li>b</li></ul>');
    expect(html(item('a', 9e9)).match(/<ul>/g)).to.have.length(8);
  });

  it('writes pictures, code, tables and rules, and leaves out what is of a site’s own making', () => {
    expect(
      html({ _type: 'image', url: 'https://a.example/a.jpg' }, { _type: 'image', url: 'data:x' }),
    ).to.equal('<figure><img src="https://a.example/a.jpg" alt="A"></figure>');
    expect(
      html({ _type: 'code', code: 'a < b', language: 'js' }, { _type: 'code', code: 'x', language: '">' }),
    ).to.equal('<pre><code class="language-js">a &lt; b</code></pre><pre><code>x</code></pre>');
    expect(html({ _type: 'table', rows: [{ cells: ['a', '<b>'] }] }, { _type: 'hr' })).to.equal(
      '<table><tr><td>a</td><td>&lt;b&gt;</td></tr></table><hr>',
    );
    expect(html({ _type: 'newsletter', title: 'x' }, null, 'text')).to.equal('');
  });

  it('is told from other lists', () => {
    expect(isPortableText([{ _type: 'image' }, block([])])).to.equal(true);
    for (const other of [[], ['a'], [{ _type: 'reference' }], 'block', null])
      expect(isPortableText(other)).to.equal(false);
  });

  it('is bounded, and keeps its head whatever it is given', () => {
    const long = block([span('&'.repeat(100_000))]);
    expect(html(...Array<object>(100).fill(long)).length).to.be.lessThan(1_200_000);
    const text = [
      block([span('a', 'l')], { markDefs: [{ _key: 'l', _type: 'link', href: 'https://a.example/' }] }),
      item('b', 1),
      { _type: 'image', url: 'https://a.example/a.jpg' },
    ];
    for (const wrong of spoiled(text)) {
      expect(portableTextToHtml(wrong, () => undefined, 'https://cdn.sanity.io/')).to.be.a('string');
    }
  });
});
