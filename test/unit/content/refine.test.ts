import { expect } from 'chai';
import { refine } from '../../../src/content/refine.js';
import { BASE, bodyOf, IMAGE, LINK } from './support.js';

const rules = {
  base: BASE,
  rel: 'noopener noreferrer',
  allowsMedia: (url: string) => new URL(url).host === 'site.example',
};

function refined(
  markup: string,
  purpose: 'comment' | 'article' = 'article',
  images = true,
  headingLevel = 2,
): string {
  const body = bodyOf(markup);
  const fragment = body.ownerDocument.createDocumentFragment();
  fragment.append(...body.childNodes);
  refine(fragment, purpose, rules, { images, headingLevel });
  const stage = document.implementation.createHTMLDocument('').body;
  stage.append(fragment);
  return stage.innerHTML;
}

const host = (address: string, words = new URL(address).host) =>
  `<a href="${address}" ${LINK.article}>${words}</a>`;

describe('links', () => {
  it('open a page of their own, which learns nothing', () => {
    expect(
      refined('<a href="/a" rel="opener" target="_top" referrerpolicy="unsafe-url" ping="/b" download>a</a>'),
    ).to.equal(`<a href="https://site.example/a" ${LINK.article}>a</a>`);
  });

  it('without an address that they may have are words', () => {
    expect(refined('<a href="javascript:alert(1)" target="_top">a</a>')).to.equal('<a>a</a>');
    expect(refined('<a>a</a>')).to.equal('<a>a</a>');
  });
});

describe('pictures', () => {
  const own = `<img src="https://site.example/news/a.png" alt="A" ${IMAGE}>`;

  it('load late, and tell nobody from where', () => {
    expect(refined('<img src="a.png" alt="A">')).to.equal(own);
    expect(
      refined('<img src="a.png" loading="eager" decoding="sync" referrerpolicy="unsafe-url" alt="A">'),
    ).to.equal(own);
  });

  it('without words are for decoration', () => {
    expect(refined('<img src="a.png">')).to.equal(
      `<img src="https://site.example/news/a.png" ${IMAGE} alt="">`,
    );
  });

  for (const [name, markup, result] of [
    ['the alternative text', 'a <img src="https://t.example/a.png" alt=" B\u202E "> c', 'a B c'],
    ['a link', '<img src="https://t.example/a.png">', host('https://t.example/a.png')],
    [
      'a link, also when they are for decoration',
      '<img src="https://t.example/a.png" alt="">',
      host('https://t.example/a.png'),
    ],
    [
      'words, within a link',
      '<a href="/a"><img src="https://t.example/a.png"></a>',
      `<a href="https://site.example/a" ${LINK.article}>t.example</a>`,
    ],
    [
      'words, deep within a link',
      '<a href="/a"><b><i><img src="https://t.example/a.png"></i></b></a>',
      `<a href="https://site.example/a" ${LINK.article}><b><i>t.example</i></b></a>`,
    ],
    ['nothing, where there is nothing', 'a<img src="data:image/png,x">b<img>c', 'abc'],
    [
      'the alternative text in a picture',
      '<picture><source srcset="https://t.example/a.webp"><img src="https://t.example/a.png" alt="A"></picture>',
      'A',
    ],
    [
      'a link in a picture',
      '<picture><source srcset="https://t.example/a.webp"><img src="https://t.example/a.png"></picture>',
      host('https://t.example/a.png'),
    ],
    [
      'a caption',
      '<figure><img src="https://t.example/a.png" alt="A"><figcaption>b</figcaption></figure>',
      '<figure>A<figcaption>b</figcaption></figure>',
    ],
  ] as const) {
    it(`of other hosts leave something behind: ${name}`, () => {
      expect(refined(markup)).to.equal(result);
    });
  }

  it('are shown when any of their addresses may be', () => {
    expect(
      refined('<img src="https://t.example/a.png" srcset="a.png 1x, https://t.example/b.png 2x" alt="A">'),
    ).to.equal(`<img srcset="https://site.example/news/a.png 1x" alt="A" ${IMAGE}>`);
    expect(
      refined(
        '<picture><source srcset="a.webp" type="image/webp"><img src="data:image/gif,x" alt="A"></picture>',
      ),
    ).to.equal(
      `<picture><source srcset="https://site.example/news/a.webp" type="image/webp"><img alt="A" ${IMAGE}></picture>`,
    );
  });

  it('are words where nobody allowed any', () => {
    expect(refined('<img src="a.png" alt="A">', 'article', false)).to.equal('A');
    expect(refined('<img src="a.png" alt="A">', 'comment', false)).to.equal('A');
    expect(refined('<img src="a.png" alt="A">', 'comment', true)).to.equal(own);
  });
});

describe('what is not shown', () => {
  for (const [name, markup, result] of [
    [
      'frames',
      '<iframe src="https://video.example/1" title="A film">a</iframe>',
      host('https://video.example/1'),
    ],
    ['frames without an address', 'a<iframe title="b">c</iframe>d', 'ad'],
    ['frames with a script', 'a<iframe src="javascript:alert(1)"></iframe>d', 'ad'],
    [
      'frames in links',
      '<a href="/a">a <iframe src="https://video.example/1"></iframe></a>',
      `<a href="https://site.example/a" ${LINK.article}>a video.example</a>`,
    ],
    [
      'films of other hosts',
      '<video src="https://video.example/1">a</video>',
      host('https://video.example/1'),
    ],
    [
      'films of other hosts, by a source',
      '<video><source src="https://video.example/1">a</video>',
      host('https://video.example/1'),
    ],
    [
      'films without an address',
      '<video><source><track>a <b>b</b><img src="https://t.example/a.png" alt="c"></video>',
      'a <b>b</b>c',
    ],
    [
      'sounds of other hosts',
      '<audio src="https://radio.example/1"></audio>',
      host('https://radio.example/1'),
    ],
  ] as const) {
    it(`leaves a link or words: ${name}`, () => {
      expect(refined(markup)).to.equal(result);
    });
  }

  it('is every film and sound of a comment', () => {
    expect(refined('<video src="a.mp4"></video>', 'comment')).to.equal(
      `<a href="https://site.example/news/a.mp4" ${LINK.article}>site.example</a>`,
    );
  });
});

describe('films and sounds of the own host', () => {
  it('have controls and do not begin by themselves', () => {
    expect(
      refined(
        '<video src="a.mp4" autoplay loop muted poster="/p.png" width="640"><track src="a.vtt" default></video>',
      ),
    ).to.equal(
      '<video src="https://site.example/news/a.mp4" width="640" controls="" preload="none"><track src="https://site.example/news/a.vtt"></video>',
    );
    expect(refined('<audio autoplay><source src="a.mp3" type="audio/mpeg"></audio>')).to.equal(
      '<audio controls="" preload="none"><source src="https://site.example/news/a.mp3" type="audio/mpeg"></audio>',
    );
  });
});

describe('headings', () => {
  for (const [level, markup, result] of [
    [2, '<h1>a</h1><h2>b</h2><h1>c</h1>', '<h3>a</h3><h4>b</h4><h3>c</h3>'],
    [2, '<h3>a</h3><h4>b</h4>', '<h3>a</h3><h4>b</h4>'],
    [1, '<h4>a</h4><h2>b</h2><h6>c</h6>', '<h4>a</h4><h2>b</h2><h6>c</h6>'],
    [2, '<h4>a</h4><h2>b</h2><h6>c</h6>', '<h5>a</h5><h3>b</h3><h6>c</h6>'],
    [4, '<h1>a</h1><h2>b</h2><h3>c</h3>', '<h5>a</h5><h6>b</h6><h6>c</h6>'],
    [6, '<h1>a</h1>', '<h6>a</h6>'],
    [1, '<h1 lang="de" id="x">a <b>b</b></h1>', '<h2 lang="de">a <b>b</b></h2>'],
  ] as const) {
    it(`come below the title of level ${level} and keep their distance: ${markup}`, () => {
      expect(refined(markup, 'article', true, level)).to.equal(result);
    });
  }
});
