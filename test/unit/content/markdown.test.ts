import { expect } from 'chai';
import { marked } from 'marked';
import { markdownToHtml } from '../../../src/content/markdown.js';

const html = (markdown: string) => markdownToHtml(markdown).trim();

describe('Markdown', () => {
  for (const [name, markdown, result] of [
    ['paragraphs', 'One\n\ntwo', '<p>One</p>\n<p>two</p>'],
    ['line breaks, as readers write them', 'One\ntwo', '<p>One<br>two</p>'],
    ['emphasis', '*a* **b** ~~c~~', '<p><em>a</em> <strong>b</strong> <del>c</del></p>'],
    ['a list', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['a list of tasks', '- [x] a\n- [ ] b', '<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>'],
    ['code', '```ts\na < b\n```', '<pre><code class="language-ts">a &lt; b\n</code></pre>'],
    ['a link', '[a](https://example.org/ "b")', '<p><a href="https://example.org/" title="b">a</a></p>'],
    ['an address', 'https://example.org/', '<p><a href="https://example.org/">https://example.org/</a></p>'],
    ['a picture', '![a](b.png)', '<p><img src="b.png" alt="a"></p>'],
    ['HTML in a line, as text', 'a <b>c</b> <!-- d -->', '<p>a &lt;b&gt;c&lt;/b&gt; &lt;!-- d --&gt;</p>'],
    [
      'HTML of its own lines, as text',
      '<div>\n*a*\n</div>',
      '<p>&lt;div&gt;<br><em>a</em><br>&lt;/div&gt;</p>',
    ],
    ['a script, as text', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['nothing', '', ''],
  ] as const) {
    it(`becomes HTML: ${name}`, () => {
      expect(html(markdown)).to.equal(result);
    });
  }

  it('is parsed by an instance of our own, which nobody else can change', () => {
    const before = html('*a*');
    marked.use({ renderer: { em: () => '<script>changed</script>' } });
    try {
      expect(marked.parse('*a*')).to.contain('changed');
      expect(html('*a*')).to.equal(before);
    } finally {
      marked.setOptions(marked.getDefaults());
    }
  });
});
