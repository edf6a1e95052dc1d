import { expect } from 'chai';
import { blocksToHtml, textToBlocks, zoneToBody } from '../../../../src/source/adapters/strapi-blocks.js';

const BASE = 'https://cms.example/api/articles';
const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks });

describe('Strapi blocks', () => {
  it('writes the kinds that it knows', () => {
    const html = blocksToHtml(
      [
        { type: 'heading', level: 3, children: [text('Lamps')] },
        {
          type: 'paragraph',
          children: [
            text('By '),
            text('name', { bold: true, italic: true }),
            { type: 'link', url: '/lamps', children: [text('all')] },
          ],
        },
        { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('one')] }] },
        { type: 'quote', children: [text('a\nb')] },
        { type: 'code', children: [text('x\ny')] },
        { type: 'image', image: { url: '/uploads/a.jpg', alternativeText: 'A "lamp"', width: 8, height: 4 } },
      ],
      BASE,
    );
    expect(html).to.equal(
      '<h3>Lamps</h3>' +
        '<p>By <em><strong>name</strong></em><a href="https://cms.example/lamps">all</a></p>' +
        '<ol><li>one</li></ol><blockquote>a<br>b</blockquote><pre><code>x\ny</code></pre>' +
        '<figure><img src="https://cms.example/uploads/a.jpg" alt="A &quot;lamp&quot;" width="8" height="4"></figure>',
    );
  });

  it('escapes text, and drops what runs', () => {
    const html = blocksToHtml(
      [
        { type: 'paragraph', children: [text('<img onerror=x>&')] },
        { type: 'link', url: 'javascript:alert(1)', children: [text('x')] },
        { type: 'image', image: { url: 'data:text/html,x' } },
        { type: 'heading', level: 'onclick', children: [] },
        { type: 'script', children: [text('as text')] },
        null,
        'string',
      ],
      BASE,
    );
    expect(html).to.equal('<p>&lt;img onerror=x&gt;&amp;</p>x<h2></h2>as text');
  });

  it('ends in a ring and in an abyss', () => {
    let deep: object = text('x');
    for (let level = 0; level < 5000; level++) deep = { type: 'quote', children: [deep] };
    const html = blocksToHtml([deep], BASE);
    expect(html.length).to.be.lessThan(1000);
  });

  it('keeps blocks of components, where there is no Markdown', () => {
    const zone = [{ __component: 'a.b', content: [{ type: 'paragraph', children: [text('x')] }] }];
    expect(zoneToBody(zone, BASE)).to.deep.equal({ format: 'html', value: '<p>x</p>' });
  });

  it('writes a comment', () => {
    expect(textToBlocks('a\nb\n\nc')).to.deep.equal([
      { type: 'paragraph', children: [text('a\nb')] },
      { type: 'paragraph', children: [text('c')] },
    ]);
  });
});
