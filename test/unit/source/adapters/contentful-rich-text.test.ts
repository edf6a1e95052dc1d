import { expect } from 'chai';
import { get } from '../../../../src/model/record.js';
import { richTextToHtml, type RichTextLinks } from '../../../../src/source/adapters/contentful-rich-text.js';
import { spoiled } from '../support.js';

const BASE = 'https://cdn.contentful.com/';
const records: Record<string, object> = {
  lamp: { title: 'Lamp', file: { url: '//images.ctfassets.net/lamp.jpg' } },
  plan: { title: 'The plan', file: { url: '//assets.ctfassets.net/plan.pdf' } },
  story: { title: 'The <b>bench</b>', url: 'https://courier.example/bench' },
};
const links: RichTextLinks = {
  follow: (link) => {
    const id = get(link, 'id');
    return typeof id === 'string' && Object.hasOwn(records, id) ? records[id] : undefined;
  },
  picture: (record) =>
    record === records['lamp'] ? { src: '//images.ctfassets.net/lamp.jpg', alt: 'A' } : undefined,
};
const text = (value: string, ...marks: string[]) => ({
  nodeType: 'text',
  value,
  marks: marks.map((type) => ({ type })),
});
const node = (nodeType: string, content: object[] = [], data: object = {}) => ({ nodeType, content, data });
const html = (...content: object[]) => richTextToHtml(node('document', content), links, BASE);

describe('Contentful rich text', () => {
  it('writes all kinds of blocks', () => {
    const heading = [1, 2, 3, 4, 5, 6].map((level) => node(`heading-${level}`, [text(String(level))]));
    expect(html(...heading)).to.equal('<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>');
    expect(html(node('blockquote', [node('paragraph', [text('a\nb')])]), node('hr'))).to.equal(
      '<blockquote><p>a<br>b</p></blockquote><hr>',
    );
    const item = node('list-item', [node('paragraph', [text('x')])]);
    expect(html(node('ordered-list', [item]))).to.equal('<ol><li><p>x</p></li></ol>');
    const row = node('table-row', [node('table-header-cell', [text('h')]), node('table-cell', [text('c')])]);
    expect(html(node('table', [row]))).to.equal('<table><tr><th>h</th><td>c</td></tr></table>');
  });

  it('escapes text and knows all marks', () => {
    expect(html(text('<script> & "', 'bold'))).to.equal('<strong>&lt;script&gt; &amp; &quot;</strong>');
    const marks = [
      'bold',
      'italic',
      'underline',
      'code',
      'superscript',
      'subscript',
      'strikethrough',
      'blink',
    ];
    expect(html(...marks.map((mark) => text('x', mark)))).to.equal(
      '<strong>x</strong><em>x</em><u>x</u><code>x</code><sup>x</sup><sub>x</sub><s>x</s>x',
    );
  });

  it('follows links to entries and assets', () => {
    const to = (id: string) => ({ target: { id } });
    expect(html(node('entry-hyperlink', [text('a')], to('story')))).to.equal(
      '<a href="https://courier.example/bench">a</a>',
    );
    expect(html(node('asset-hyperlink', [text('a')], to('plan')))).to.equal(
      '<a href="https://assets.ctfassets.net/plan.pdf">a</a>',
    );
    expect(html(node('embedded-asset-block', [], to('lamp')))).to.equal(
      '<figure><img src="https://images.ctfassets.net/lamp.jpg" alt="A"></figure>',
    );
    expect(html(node('embedded-asset-block', [], to('plan')))).to.equal(
      '<p><a href="https://assets.ctfassets.net/plan.pdf">The plan</a></p>',
    );
    expect(html(node('embedded-entry-inline', [], to('story')))).to.equal(
      '<a href="https://courier.example/bench">The &lt;b&gt;bench&lt;/b&gt;</a>',
    );
    expect(
      html(node('embedded-entry-block', [], to('gone')), node('entry-hyperlink', [text('a')], to('gone'))),
    ).to.equal('a');
  });

  it('links nowhere that runs code, and keeps the words of what it does not know', () => {
    expect(html(node('hyperlink', [text('a')], { uri: 'javascript:alert(1)' }))).to.equal('a');
    expect(html(node('marquee', [node('paragraph', [text('a')])]))).to.equal('<p>a</p>');
  });

  it('is bounded in depth and size', () => {
    let deep: object = text('end');
    for (let level = 0; level < 5000; level++) deep = node('blockquote', [deep]);
    expect(html(deep)).to.match(/^(?:<blockquote>){24}(?:<\/blockquote>){24}$/);
    const long = node('paragraph', [text('&'.repeat(100_000))]);
    expect(html(...Array<object>(100).fill(long)).length).to.be.lessThan(700_000);
  });

  it('keeps its head whatever it is given', () => {
    const document = node('document', [
      node('paragraph', [text('a', 'bold'), node('hyperlink', [text('b')], { uri: 'https://a.example/' })]),
      node('embedded-asset-block', [], { target: { id: 'lamp' } }),
    ]);
    for (const wrong of spoiled(document)) expect(richTextToHtml(wrong, links, BASE)).to.be.a('string');
  });
});
