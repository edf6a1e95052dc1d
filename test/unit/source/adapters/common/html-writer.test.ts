import { expect } from 'chai';
import { firstWords } from '../../../../../src/source/adapters/common/first-words.js';
import {
  escapeHtml,
  escapeLines,
  figureHtml,
  imageHtml,
  linkHtml,
} from '../../../../../src/source/adapters/common/html-writer.js';

describe('html writer', () => {
  it('shows text as it is', () => {
    expect(escapeHtml(`<b title="x" lang='y'>&amp;`)).to.equal(
      '&lt;b title=&quot;x&quot; lang=&#39;y&#39;&gt;&amp;amp;',
    );
  });

  it('keeps line breaks, however they are written', () => {
    expect(escapeLines('a\nb\r\nc\rd')).to.equal('a<br>b<br>c<br>d');
  });

  it('links to what may be linked to', () => {
    expect(linkHtml('https://site.example/?a=1&b="2"', 'A & B')).to.equal(
      '<a href="https://site.example/?a=1&amp;b=%222%22">A &amp; B</a>',
    );
    for (const url of ['javascript:alert(1)', '', undefined, {}, 'https://u:p@site.example/', 'page']) {
      expect(linkHtml(url, '<x>')).to.equal('&lt;x&gt;');
    }
  });

  it('leaves the words of a picture that has no address', () => {
    expect(imageHtml('https://site.example/a.jpg', '"A"')).to.equal(
      '<img src="https://site.example/a.jpg" alt="&quot;A&quot;">',
    );
    expect(imageHtml('mailto:a@site.example', 'A')).to.equal('A');
  });

  it('shows a picture with its size and caption, and none without an address', () => {
    const figure = { src: '//site.example/a.jpg', alt: '<A>', width: 600, height: '400', caption: 'B & C' };
    expect(figureHtml(figure, 'https://cms.example/')).to.equal(
      '<figure><img src="https://site.example/a.jpg" alt="&lt;A&gt;" width="600"><figcaption>B &amp; C</figcaption></figure>',
    );
    expect(figureHtml({ src: 'javascript:alert(1)', alt: 'A' })).to.equal('');
  });
});

describe('first words', () => {
  it('cuts neither words nor signs', () => {
    expect(firstWords('one two three', 9)).to.equal('one two…');
    expect(firstWords('short', 9)).to.equal('short');
    expect(firstWords('ab🤔', 3)).to.equal('ab…');
  });
});
