import { expect } from 'chai';
import { plainFragment, wordsOf } from '../../../src/content/plain-fragment.js';
import { MAX_BODY } from '../../../src/content/limits.js';
import { inStrictPage, sourceUrl } from '../model/support.js';
import { counted } from './support.js';

function html(text: string): string {
  const stage = document.createElement('div');
  stage.append(plainFragment(text, 'noopener'));
  return stage.innerHTML;
}

const link = (href: string, words = href) =>
  `<a href="${href}" rel="noopener" target="_blank" referrerpolicy="no-referrer">${words}</a>`;

describe('plain text', () => {
  for (const [name, text, result] of [
    ['paragraphs', 'One\n\ntwo\n \t\n\n\nthree', '<p>One</p><p>two</p><p>three</p>'],
    ['line breaks', 'One\ntwo', '<p>One<br>two</p>'],
    ['line ends of all systems', 'One\r\ntwo\rthree\r\n\r\nfour', '<p>One<br>two<br>three</p><p>four</p>'],
    ['space around', '\n\n  One  \n', '<p>One</p>'],
    ['nothing', ' \n ', ''],
    ['markup, as text', '<b>One</b> &amp; two', '<p>&lt;b&gt;One&lt;/b&gt; &amp;amp; two</p>'],
    [
      'an address',
      'See https://example.org/a?b=1&c=2#d now',
      `<p>See ${link('https://example.org/a?b=1&amp;c=2#d')} now</p>`,
    ],
    [
      'addresses only',
      'http://a.example/ http://b.example/',
      `<p>${link('http://a.example/')} ${link('http://b.example/')}</p>`,
    ],
    [
      'an address that ends a sentence',
      'See https://example.org/a.',
      `<p>See ${link('https://example.org/a')}.</p>`,
    ],
    ['an address in brackets', '(https://example.org/a)', `<p>(${link('https://example.org/a')})</p>`],
    [
      'an address with brackets',
      'https://example.org/Elbe_(river), yes',
      `<p>${link('https://example.org/Elbe_(river)')}, yes</p>`,
    ],
    ['both', '(https://example.org/Elbe_(river)).', `<p>(${link('https://example.org/Elbe_(river)')}).</p>`],
    ['square ones', '[https://example.org/a[1]]', `<p>[${link('https://example.org/a[1]')}]</p>`],
    ['an address in quotes', '"https://example.org/a"', `<p>"${link('https://example.org/a')}"</p>`],
    [
      'an address in pointed brackets',
      '<https://example.org/a>',
      `<p>&lt;${link('https://example.org/a')}&gt;</p>`,
    ],
    [
      'an address as it was written',
      'HTTPS is https://EXAMPLE.org',
      `<p>HTTPS is ${link('https://example.org/', 'https://EXAMPLE.org')}</p>`,
    ],
    [
      'a name and a password in an address',
      'https://bank.example@evil.example/',
      '<p>https://bank.example@evil.example/</p>',
    ],
    ['no host', 'http:// and https://. and http://[', '<p>http:// and https://. and http://[</p>'],
    ['a script', 'javascript:alert(1) data:text/html,x', '<p>javascript:alert(1) data:text/html,x</p>'],
  ] as const) {
    it(`is shown as it is: ${name}`, () => {
      expect(html(text)).to.equal(result);
    });
  }

  it('is cut where it is endless, with a mark and not within a character', () => {
    const words = (text: string) => plainFragment(text, '').textContent!;
    expect(words('a'.repeat(MAX_BODY))).to.equal('a'.repeat(MAX_BODY));
    expect(words('a'.repeat(MAX_BODY + 1))).to.equal(`${'a'.repeat(MAX_BODY)}…`);
    expect(words(`${'a'.repeat(MAX_BODY - 1)}😀b`)).to.equal(`${'a'.repeat(MAX_BODY - 1)}…`);
  });

  for (const [name, text] of [
    ['line ends', 'a\n'.repeat(200_000)],
    ['paragraphs', 'a\n\n'.repeat(150_000)],
    ['addresses', 'http://a '.repeat(50_000)],
  ] as const) {
    it(`is one paragraph where it would be more nodes than a page has: ${name}`, () => {
      const fragment = plainFragment(text, '');
      expect(fragment.childNodes).to.have.length(1);
      expect(fragment.firstChild!.childNodes).to.have.length(1);
      expect(fragment.textContent).to.equal(text.trim());
    });
  }

  it('has addresses that are little but what ends a sentence', () => {
    const dots = `http://${'.'.repeat(1990)}x`;
    const brackets = `http://a${'),'.repeat(990)}`;
    expect(plainFragment(`${dots} `.repeat(250), '').querySelectorAll('a')).to.have.length(250);
    const links = [...plainFragment(`${brackets} `.repeat(250), '').querySelectorAll('a')];
    expect(new Set(links.map(({ textContent }) => textContent))).to.deep.equal(new Set(['http://a']));
    expect(links).to.have.length(250);
  });

  it('loads nothing and belongs to no page', () => {
    expect(plainFragment('https://example.org/', '').ownerDocument.defaultView).to.equal(null);
  });
});

describe('the words of HTML', () => {
  for (const [name, markup, words] of [
    ['paragraphs', '<p>One</p><p>two</p>', 'One|two'],
    ['what stands beside a paragraph', 'zero<p>One</p>two', 'zero|One|two'],
    ['line breaks', 'One<br>two', 'One\ntwo'],
    [
      'blocks',
      '<h2>One</h2><ul><li>two</li><li>three</li></ul><blockquote>four</blockquote>',
      'One|two|three|four',
    ],
    ['cells', '<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>', 'a b|c'],
    ['entities', 'R&amp;D &lt;b&gt; &eacute;', 'R&D <b> é'],
    ['space', 'One \n\t two', 'One two'],
    ['pictures', 'One <img alt="two" src=x> three', 'One two three'],
    [
      'what nobody sees',
      'One<script>alert(1)</script><style>p{}</style><template>a</template><!-- b -->',
      'One',
    ],
    [
      'controls',
      '<textarea>One</textarea> <button>two</button> <select><option>three</select>',
      'One two three',
    ],
    ['frames', '<frameset><frame src=x></frameset>One <b>two</b>', 'One two'],
    ['nothing', '<p></p>', ''],
  ] as const) {
    it(`are kept with their lines: ${name}`, () => {
      expect(
        wordsOf(markup)
          .split(/\n\s*\n\s*/)
          .map((part) => part.trim())
          .filter(Boolean)
          .join('|'),
      ).to.equal(words);
    });
  }

  for (const [name, markup] of [
    ['elements in each other', '<x>a '.repeat(60_000)],
    ['formatting without end', `<p>${counted('<b class=x#>', 400)}${'<p>a '.repeat(400)}`],
    ['attributes', `<p ${counted(' a#', 70_000)}>a `],
  ] as const) {
    it(`are found without a parser where one would need too long: ${name}`, () => {
      const words = wordsOf(`Me &amp; you &lt;3<script>alert(1)</script><p>${markup}</p>`);
      expect(words).to.match(/^Me & you <3\s+a(\s+a)*$/);
    });
  }

  it('are cut where they are endless, with a mark', () => {
    expect(wordsOf(`<b>${'a'.repeat(MAX_BODY)}</b>`)).to.match(/^a+…$/);
  });

  it('are found where the page forbids every parser', async () => {
    const found = await inStrictPage(
      'another',
      `console.warn = () => {};
      const { wordsOf } = await import('${sourceUrl('content/plain-fragment.ts')}');
      return wordsOf('\\u003Cp>One &amp; \\u003Cb>two\\u003C/b>\\u003C/p>\\u003Cstyle>p{}\\u003C/style>\\u003Cp>three\\u003C/p>');`,
    );
    expect((found as string).split(/\s*\n\s*/)).to.deep.equal(['One & two', 'three']);
  });
});
