import { expect } from 'chai';
import { prepareFor, renderBody } from '../../../src/content/render-body.js';
import type { Body } from '../../../src/model/body.js';
import { inStrictPage, sourceUrl } from '../model/support.js';
import { article, BASE, comment, counted, IMAGE, isPlain, LINK, shown } from './support.js';

const text = (value: string): Body => ({ format: 'text', value });
const markdown = (value: string): Body => ({ format: 'markdown', value });
const options = { purpose: 'comment', base: BASE } as const;

describe('the door, for plain text', () => {
  it('makes paragraphs and links, and says nothing of it', () => {
    expect(shown(text('One <b>\nhttps://example.org/\n\ntwo'), options)).to.equal(
      `<p>One &lt;b&gt;<br><a href="https://example.org/" ${LINK.comment}>https://example.org/</a></p><p>two</p>`,
    );
    expect(shown(text('https://example.org/'), { ...options, purpose: 'article' })).to.contain(LINK.article);
    expect(renderBody(text('<b>'), options).plain).to.equal(false);
    expect(shown(text(''), options)).to.equal('');
  });
});

describe('the door, for HTML', () => {
  it('keeps what readers need', () => {
    const markup =
      '<p>One <strong>two</strong> <em>three</em></p><blockquote><p>four</p></blockquote><ul><li>five</li></ul>';
    expect(comment(markup)).to.equal(markup);
    expect(article(markup)).to.equal(markup);
    expect(isPlain(markup)).to.equal(false);
  });

  it('knows whose links they are', () => {
    expect(comment('<a href="/a">b</a>')).to.equal(`<a href="https://site.example/a" ${LINK.comment}>b</a>`);
    expect(article('<a href="/a">b</a>')).to.equal(`<a href="https://site.example/a" ${LINK.article}>b</a>`);
    expect(comment('<a href="/a">b</a>', { base: undefined })).to.equal('<a>b</a>');
  });

  it('shows pictures in comments only where the page says so, in articles of the hosts that it says', () => {
    const markup = '<p><img src="a.png" alt="A"><img src="https://t.example/b.png" alt="B"></p>';
    const own = `<img src="https://site.example/news/a.png" alt="A" ${IMAGE}>`;
    expect(comment(markup)).to.equal('<p>AB</p>');
    expect(comment(markup, { imageHosts: ['site.example'] })).to.equal(`<p>${own}B</p>`);
    expect(article(markup, { imageHosts: [] })).to.equal('<p>AB</p>');
    expect(article(markup)).to.equal(`<p>${own}B</p>`);
    expect(article('<img src="https://site.example:8443/a.png" alt="A">')).to.equal('A');
  });

  it('demotes headings under the title, and makes paragraphs of them in comments', () => {
    expect(article('<h1>a</h1><h2>b</h2>')).to.equal('<h3>a</h3><h4>b</h4>');
    expect(article('<h1>a</h1>', { headingLevel: 4 })).to.equal('<h5>a</h5>');
    expect(comment('<h1>a</h1>b')).to.equal('<p>a</p>b');
  });

  it('keeps tables of an article, and their words in a comment', () => {
    const table =
      '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>';
    expect(article(table)).to.equal(table);
    expect(comment(table)).to.equal('<p>a </p><p>b </p>');
    expect(article('<tr><td>a</td><td>b</td></tr>'), 'without its table').to.equal('ab');
    expect(article('<table>a<tr><td>b'), 'words in between').to.equal(
      'a<table><tbody><tr><td>b</td></tr></tbody></table>',
    );
  });

  it('keeps links within figures and captions', () => {
    expect(
      article(
        '<figure><a href="/b"><img src="a.png" alt="A"></a><figcaption>c <a href="/d">e</a></figcaption></figure>',
      ),
    ).to.equal(
      `<figure><a href="https://site.example/b" ${LINK.article}><img src="https://site.example/news/a.png" alt="A" ${IMAGE}></a>` +
        `<figcaption>c <a href="https://site.example/d" ${LINK.article}>e</a></figcaption></figure>`,
    );
  });

  it('keeps direction and language', () => {
    const markup = '<p dir="rtl" lang="ar">رفع <bdi>Ada</bdi> <bdo dir="ltr">جدار</bdo></p>';
    expect(article(markup)).to.equal(markup);
    expect(comment('<p dir="rtl" lang="ar">رفع <bdi>Ada</bdi></p>')).to.equal(
      '<p dir="rtl" lang="ar">رفع Ada</p>',
    );
  });

  it('is not told apart by where it comes from: a whole page is its body', () => {
    expect(
      article(
        '<!doctype html><html><head><title>a</title><base href="https://evil.example/"></head><body onload="alert(1)"><p>b <a href="c">d</a></p></body></html>',
      ),
    ).to.equal(`<p>b <a href="https://site.example/news/c" ${LINK.article}>d</a></p>`);
  });

  it('gives nothing for nothing', () => {
    for (const markup of [
      '',
      ' ',
      '<p></p>',
      '<script>alert(1)</script>',
      '<!-- a -->',
      '<img>',
      '<style>p{}</style>',
    ]) {
      expect(comment(markup), markup).to.equal('');
      expect(isPlain(markup), markup).to.equal(false);
    }
    expect(article('<hr>')).to.equal('<hr>');
  });
});

describe('the door, for attacks', () => {
  for (const [name, markup, result, ofArticle = result] of [
    ['a script', 'a<script>alert(1)</script>b', 'ab'],
    ['a handler', '<p onclick=alert(1)>a</p>', '<p>a</p>'],
    ['a picture that fails', 'a<img src=x:x onerror=alert(1)>b', 'ab'],
    ['a script in a link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    [
      'a script in a link, hidden',
      '<a href=" &#1;j&Tab;av&NewLine;ascript&colon;alert(1)">a</a>',
      '<a>a</a>',
    ],
    ['data in a link', '<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a>a</a>'],
    [
      'another base',
      '<base href="https://evil.example/"><a href="a">b</a>',
      `<a href="https://site.example/news/a" ${LINK.comment}>b</a>`,
      `<a href="https://site.example/news/a" ${LINK.article}>b</a>`,
    ],
    ['a refresh', '<meta http-equiv=refresh content="0;url=https://evil.example/">a', 'a'],
    [
      'styles',
      '<style>*{display:none}</style><p style="position:fixed;inset:0" class=frame>a</p>',
      '<p>a</p>',
    ],
    ['a sheet', '<link rel=stylesheet href="https://evil.example/a.css">a', 'a'],
    [
      'a form',
      '<form action="https://evil.example/"><input name=a><button formaction="javascript:alert(1)">b</button></form>',
      '<p>b</p>',
      '<div>b</div>',
    ],
    [
      'names for the page to trip over',
      '<a id=body name=cookie href="/a">b</a><img name=forms alt=c>',
      `<a href="https://site.example/a" ${LINK.comment}>b</a>c`,
      `<a href="https://site.example/a" ${LINK.article}>b</a>c`,
    ],
    [
      'a form that is not what it seems',
      '<form><input name=attributes><input name=childNodes><p>a</p></form>b',
      '<p>a</p>b',
      '<div><p>a</p></div>b',
    ],
    ['an element of the page', '<p is=x-own>a</p>b', '<p>a</p>b'],
    ['a template', '<template><img src=x onerror=alert(1)></template>a', 'a'],
    [
      'a shadow root',
      '<div><template shadowrootmode=open><script>alert(1)</script></template>a</div>',
      '<p>a</p>',
      '<div>a</div>',
    ],
    [
      'no script, and one',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">a</noscript>',
      '<p>a</p>',
    ],
    [
      'a drawing',
      '<svg onload=alert(1)><script>alert(1)</script><a href="javascript:alert(1)"><text>a</text></a></svg>b',
      'ab',
    ],
    [
      'a drawing that moves',
      '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>a</text></a></svg>b',
      'ab',
    ],
    [
      'a formula that is a script',
      '<math href="javascript:alert(1)"><mtext><script>alert(1)</script>a</mtext></math>b',
      'ab',
    ],
    [
      'a formula that is read differently',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '',
    ],
    [
      'a drawing that is read differently',
      '<svg></p><style><a id="</style><img src=x:x onerror=alert(1)>">',
      '<p></p>"&gt;',
    ],
    [
      'forms in forms',
      '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
      '',
    ],
    ['a comment that ends early', '<!--><img src=x:x onerror=alert(1)>-->a', '--&gt;a'],
    ['a comment beside what looks like a tag', '<p>a &lt;b&gt;<!-- c --></p>d', '<p>a &lt;b&gt;</p>d'],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>a', 'a'],
    ['an object', '<object data="javascript:alert(1)"></object><embed src="data:text/html,x">a', 'a'],
    [
      'a picture from elsewhere',
      '<img src="https://t.example/1.gif" alt="A" srcset="https://t.example/2.gif 2x">',
      'A',
    ],
    [
      'a film from elsewhere',
      '<video poster="https://t.example/1.gif"><source src="https://t.example/1.mp4"></video>',
      `<a href="https://t.example/1.mp4" ${LINK.comment}>t.example</a>`,
      `<a href="https://t.example/1.mp4" ${LINK.article}>t.example</a>`,
    ],
    [
      'what takes the focus',
      '<a href="/a" autofocus tabindex=1 accesskey=a contenteditable>b</a>',
      `<a href="https://site.example/a" ${LINK.comment}>b</a>`,
      `<a href="https://site.example/a" ${LINK.article}>b</a>`,
    ],
    [
      'what covers the page',
      '<dialog open popover=auto id=a>b</dialog><button popovertarget=a>c</button>',
      '<p>b</p>c',
      '<div>b</div>c',
    ],
    ['parts of the widget', '<p part=submit-button class=button slot=rules exportparts=a>b</p>', '<p>b</p>'],
    ['a name and a password', '<a href="https://bank.example@evil.example/">a</a>', '<a>a</a>'],
    ['an odd name', '<a"b onclick=alert(1)>c</a"b>d', 'cd'],
    ['a slash in a tag', '<img/alt="a"/src="x:x"/onerror="alert(1)"/>', 'a'],
    [
      'a link in a link',
      '<a href="/a">b<a href="/c">d</a></a>',
      `<a href="https://site.example/a" ${LINK.comment}>b</a><a href="https://site.example/c" ${LINK.comment}>d</a>`,
      `<a href="https://site.example/a" ${LINK.article}>b</a><a href="https://site.example/c" ${LINK.article}>d</a>`,
    ],
  ] as const) {
    it(`leaves words of ${name}`, () => {
      expect(comment(markup), 'comment').to.equal(result);
      expect(article(markup), 'article').to.equal(ofArticle);
    });
  }

  it('makes no element of the page from an attribute that is gone', () => {
    let made = 0;
    class Own extends HTMLParagraphElement {
      constructor() {
        super();
        made++;
      }
    }
    customElements.define('x-trap', Own, { extends: 'p' });
    document.createElement('p', { is: 'x-trap' });
    expect(made, 'the trap works').to.equal(1);
    const stage = document.createElement('div');
    document.body.append(stage);
    for (const purpose of ['comment', 'article'] as const) {
      stage.append(
        renderBody({ format: 'html', value: '<p is=x-trap>a</p><P IS="x-trap">b</P>' }, { purpose }).clone(),
      );
    }
    expect(stage.textContent).to.equal('abab');
    expect(stage.querySelector('p')).not.to.be.instanceOf(Own);
    expect(made).to.equal(1);
    stage.remove();
  });

  it('shows as plain text what has frames instead of a body', () => {
    expect(comment('<frameset><frame src=x></frameset>a <b>b</b>')).to.equal('<p>a b</p>');
    expect(isPlain('<frameset><frame src=x></frameset>a')).to.equal(true);
  });
});

describe('the door, for what is too much', () => {
  const attacks: Readonly<Record<string, string>> = {
    'more than 512 KiB': 'a '.repeat(300_000),
    'thousands of tags': '<b>a</b> '.repeat(5000),
    'nothing but brackets': '<'.repeat(500_000),
    'unknown tags': '<x>a'.repeat(20_000),
    'elements in each other': `${'<b><i>'.repeat(100)}a`,
    'elements that are dropped, in each other': '<x>a '.repeat(100_000),
    'quotes in each other': `${'<blockquote>'.repeat(200)}a`,
    attributes: `<p ${counted(' a#=b', 20_000)}>a</p>`,
    'attributes of one name': `<p ${' a'.repeat(200_000)}>a</p>`,
    'a few hundred attributes': `<p ${counted(' a#=b', 300)}>a</p>`,
    'formatting that never ends, in paragraphs': `<p>${counted('<b class=x#>', 400)}${'<p>a'.repeat(400)}`,
    'formatting that never ends, oddly written': `<p>${counted('<b x"y="a>#">', 400)}${'<p>a'.repeat(400)}`,
    'formatting that seems to end': `<p>${counted('<b class=x#><!--</b>-->', 250)}${'<p>a'.repeat(250)}`,
    'formatting that ends within its attribute': `<p>${counted('<b x="></b>#">', 300)}${'<p>a'.repeat(300)}`,
    'formatting in tables': `<p>${counted('<b class=x#><table><td></b></table>', 150)}${'<p>a'.repeat(300)}`,
  };
  for (const [name, markup] of Object.entries(attacks)) {
    it(`gives up markup: ${name}`, () => {
      const safe = renderBody({ format: 'html', value: markup }, options);
      expect(safe.plain).to.equal(true);
      expect(safe.clone().querySelector(':not(p, br)')).to.equal(null);
      expect(safe.clone().textContent).to.match(name.includes('brackets') ? /^<+$/ : /a/);
    });
  }

  for (const [name, markup] of Object.entries({
    'thousands of paragraphs': '<p>a</p>'.repeat(3900),
    'a long table': `<table>${'<tr><td>a</td></tr>'.repeat(1900)}</table>`,
    'many formatted words': counted('<p><strong class="x#">a</strong> <em style="color:#">b</em></p>', 600),
    'long code': `<pre><code class="language-ts">${'if (a &lt; b) c();\n'.repeat(5000)}</code></pre>`,
  })) {
    it(`is open for an article that is just long: ${name}`, () => {
      expect(isPlain(markup, { purpose: 'article' })).to.equal(false);
    });
  }

  it('shows 256 KiB of words', () => {
    expect(isPlain(`<p>${'word '.repeat(52_000)}</p>`)).to.equal(false);
  });

  const hostile: Readonly<Record<string, string>> = {
    'more than 10,000 characters': 'word '.repeat(2001),
    'characters without white space': '_a**'.repeat(501),
    'quotes in each other': '>'.repeat(3000),
    'quotes in each other, with spaces': '> '.repeat(3000),
    'quotes in each other, after another kind of line end': `a\r${'> '.repeat(3000)}`,
    'lists in each other': '- '.repeat(3000),
  };
  for (const [name, value] of Object.entries(hostile)) {
    it(`shows the source of Markdown: ${name}`, async () => {
      await prepareFor([markdown('')]);
      const safe = renderBody(markdown(value), options);
      expect(safe.plain).to.equal(true);
      expect(safe.clone().textContent).to.equal(value.trim().replaceAll('\r', ''));
    });
  }
});

describe('the door, for Markdown', () => {
  before(() => prepareFor([text(''), markdown('')]));

  it('makes what it means', () => {
    expect(shown(markdown('It is **high**.\n\n- one\n- two\n\n> quoted'), options)).to.equal(
      '<p>It is <strong>high</strong>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<blockquote>\n<p>quoted</p>\n</blockquote>\n',
    );
    expect(renderBody(markdown('a'), options).plain).to.equal(false);
  });

  it('has the same rules as HTML', () => {
    expect(shown(markdown('[a](javascript:alert(1)) [b](/c)'), options)).to.equal(
      `<p><a>a</a> <a href="https://site.example/c" ${LINK.comment}>b</a></p>\n`,
    );
    expect(shown(markdown('![A](https://t.example/1.gif)'), options)).to.equal('<p>A</p>\n');
    expect(shown(markdown('# a\n\n## b'), { ...options, purpose: 'article' })).to.equal(
      '<h3>a</h3>\n<h4>b</h4>\n',
    );
    expect(shown(markdown('# a'), options)).to.equal('<p>a</p>\n');
  });

  it('shows HTML in it as text', () => {
    expect(shown(markdown('a <img src=x onerror=alert(1)>'), options)).to.equal(
      '<p>a &lt;img src=x onerror=alert(1)&gt;</p>\n',
    );
  });

  it('keeps the language of code, and nothing else of a class', () => {
    expect(shown(markdown('```ts\na\n```'), options)).to.equal(
      '<pre><code class="language-ts">a\n</code></pre>\n',
    );
    expect(shown(markdown('```a"onclick=b\na\n```'), options)).to.equal('<pre><code>a\n</code></pre>\n');
  });

  it('is text, and says so, where its parser did not come', async () => {
    // In a page of its own, since it stays here once it is there.
    const found = await inStrictPage(
      'newsprint',
      `const { renderBody, prepareFor } = await import('${sourceUrl('content/render-body.ts')}');
      const body = { format: 'markdown', value: '*a*' };
      const seen = () => { const safe = renderBody(body, { purpose: 'comment' }); return [safe.plain, safe.clone().textContent.trim()]; };
      const before = seen();
      await prepareFor([{ format: 'html', value: '' }]);
      const html = seen();
      await prepareFor([body]);
      return [before, html, seen()];`,
    );
    expect(found).to.deep.equal([
      [true, '*a*'],
      [true, '*a*'],
      [false, 'a'],
    ]);
  });
});

describe('the door, in a page that enforces Trusted Types', () => {
  const script = `
    const said = [];
    console.warn = (text) => said.push(text);
    const reports = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => reports.push(effectiveDirective));
    const { renderBody, prepareFor } = await import('${sourceUrl('content/render-body.ts')}');
    await prepareFor([{ format: 'markdown', value: '' }]);
    const seen = ['html', 'markdown', 'text'].map((format) => {
      const value = format === 'html' ? '\\u003Cp is=x onclick=a() style=b>One \\u003Cb>two\\u003C/b> &amp; &quot;three&quot;\\u003C/p>' : 'One *two*';
      const safe = renderBody({ format, value }, { purpose: 'comment' });
      const stage = document.createElement('div');
      stage.append(safe.clone());
      return [safe.plain, stage.innerHTML.trim()];
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { seen, said: said.length, reports };`;

  it('needs one policy', async () => {
    expect(await inStrictPage('newsprint', script)).to.deep.equal({
      seen: [
        [false, '<p>One <b>two</b> &amp; "three"</p>'],
        [false, '<p>One <em>two</em></p>'],
        [false, '<p>One *two*</p>'],
      ],
      said: 0,
      reports: [],
    });
  });

  it('shows plain text without it, and says so once', async () => {
    expect(await inStrictPage('another', script)).to.deep.equal({
      seen: [
        [true, '<p>One two &amp; "three"</p>'],
        [true, '<p>One *two*</p>'],
        [false, '<p>One *two*</p>'],
      ],
      said: 1,
      reports: ['trusted-types'],
    });
  });
});

describe('what comes through the door', () => {
  it('is a copy each time, and loads nothing before it is in the page', () => {
    const safe = renderBody(
      { format: 'html', value: '<img src="/a.png" alt="A">' },
      { purpose: 'article', base: BASE, imageHosts: ['site.example'] },
    );
    const [first, second] = [safe.clone(), safe.clone()];
    expect(first.firstChild).not.to.equal(second.firstChild);
    expect((first.firstChild as HTMLImageElement).loading).to.equal('lazy');
  });

  it('is never an exception', () => {
    for (const value of [
      '<',
      '</',
      '<!',
      '<![CDATA[',
      '&#x110000;',
      '\0',
      '\uD800',
      '<p \0=\0>',
      '<a href="\uD800">',
      '<x:y>',
      '</p></p></br>',
      '<!DOCTYPE',
      '<?xml ?>',
    ])
      for (const format of ['html', 'markdown', 'text'] as const)
        for (const purpose of ['comment', 'article'] as const)
          expect(
            () => renderBody({ format, value }, { purpose }).clone(),
            `${format} ${value}`,
          ).not.to.throw();
  });
});
