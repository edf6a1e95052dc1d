import { expect } from 'chai';
import createDOMPurify from 'dompurify';
import { sanitise } from '../../../src/content/sanitise.js';
import { inStrictPage, sourceUrl } from '../model/support.js';
import { bodyOf } from './support.js';

function html(markup: string, purpose: 'comment' | 'article' = 'article'): string {
  const stage = document.createElement('div');
  stage.append(sanitise(bodyOf(markup), purpose)!);
  return stage.innerHTML;
}

describe('the sanitiser', () => {
  it('gives nodes of a document that is not the page', () => {
    const fragment = sanitise(bodyOf('<p>One</p>'), 'comment')!;
    expect(fragment).to.be.instanceOf(DocumentFragment);
    expect(fragment.ownerDocument).not.to.equal(document);
    expect(fragment.ownerDocument.defaultView).to.equal(null);
  });

  for (const [name, markup, result] of [
    ['scripts', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['handlers', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['styles', '<p style="position:fixed">a</p><style>p{}</style>', '<p>a</p>'],
    ['scripts in addresses', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    [
      'names',
      '<p id="a" class="b" slot="c" part="d" data-e="f" aria-label="g" tabindex="0">a</p>',
      '<p class="b">a</p>',
    ],
    ['controls', '<form><button>a</button><input></form>', 'a'],
    ['elements of the page', '<x-own>a</x-own>', 'a'],
    ['names of other namespaces', 'a<mtext>b</mtext><desc>c</desc>', 'abc'],
    ['other namespaces', '<svg><a>b</a></svg><math><mi>c</mi></math>', ''],
    ['templates', '<template><p>a</p></template>', ''],
    ['comments', '<p>a<!-- b --></p>', '<p>a</p>'],
    ['a row without its table', '<tr><td>a</td></tr>', 'a'],
    [
      'frames, which become links later',
      '<iframe src="https://a.example/" srcdoc="b"></iframe>',
      '<iframe src="https://a.example/"></iframe>',
    ],
  ] as const) {
    it(`keeps what is listed, and words: ${name}`, () => {
      expect(html(markup)).to.equal(result);
    });
  }

  it('has a list for comments and one for articles', () => {
    expect(html('<h1>a</h1><p>b</p>', 'comment')).to.equal('a<p>b</p>');
    expect(html('<h1>a</h1><p>b</p>', 'article')).to.equal('<h1>a</h1><p>b</p>');
  });

  it('is an instance of our own: what the page does to its own changes nothing', () => {
    createDOMPurify.setConfig({ ADD_TAGS: ['x-own'] });
    createDOMPurify.addHook('afterSanitizeAttributes', (node) => node.setAttribute('onclick', 'alert(1)'));
    try {
      expect(createDOMPurify.sanitize('<x-own>a</x-own>')).to.contain('<x-own onclick="alert(1)">a');
      expect(html('<x-own>a</x-own><b>b</b>')).to.equal('a<b>b</b>');
    } finally {
      createDOMPurify.removeAllHooks();
      createDOMPurify.clearConfig();
    }
  });

  it('keeps no settings from one call to the next', () => {
    html('<h1>a</h1>', 'article');
    expect(html('<h1>a</h1>', 'comment')).to.equal('a');
    expect(html('<h1>a</h1>', 'article')).to.equal('<h1>a</h1>');
  });

  const script = `
    console.warn = () => {};
    const { sanitise } = await import('${sourceUrl('content/sanitise.ts')}');
    const body = document.implementation.createHTMLDocument('').body;
    body.append('One');
    return sanitise(body, 'comment')?.textContent ?? 'refused';`;

  it('works in a page that enforces Trusted Types and allows our policy, and no other', async () => {
    expect(await inStrictPage('newsprint', script)).to.equal('One');
  });

  it('refuses in one that does not, instead of giving nothing', async () => {
    expect(await inStrictPage('another', script)).to.equal('refused');
  });
});
