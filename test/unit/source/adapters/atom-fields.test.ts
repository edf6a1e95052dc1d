import { expect } from 'chai';
import { atomEntries, readFeed, toAtomArticle } from '../../../../src/source/adapters/atom-fields.js';
import { parse } from './feed-samples.js';

const URL = 'https://courier.example/news/atom.xml';
const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const read = (inside: string, feed = '', attributes = '') => {
  const root = parse(`<feed ${ATOM} ${attributes}>${feed}<entry><id>urn:42</id>${inside}</entry></feed>`);
  return toAtomArticle(atomEntries(root)[0]!, readFeed(root, URL), URL);
};
const TITLE = '<title>Ferry</title>';

describe('Atom entry', () => {
  const TITLES: [markup: string, title: string][] = [
    ['<title>Fish &amp; chips</title>', 'Fish & chips'],
    ['<title type="text">Use &lt;b&gt; &amp;amp; x</title>', 'Use <b> &amp; x'],
    ['<title type="html">Use &lt;b&gt;bold&lt;/b&gt; &amp;amp; x</title>', 'Use bold & x'],
    ['<title type="html"><![CDATA[Fish &amp; <i>chips</i>]]></title>', 'Fish & chips'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Fish &amp; <i>chips</i></div></title>',
      'Fish & chips',
    ],
    ['<title type="nonsense">A &amp;amp; b</title>', 'A &amp; b'],
  ];
  for (const [markup, title] of TITLES) {
    it(`${markup} is named ${title}`, () => expect(read(markup).title).to.equal(title));
  }

  const LINKS: [what: string, inside: string, url: string | undefined][] = [
    ['without rel', '<link href="a"/>', 'https://courier.example/news/a'],
    [
      'the alternate one among others',
      '<link rel="self" href="s"/><link rel="alternate" href="a"/><link href="b"/>',
      'https://courier.example/news/a',
    ],
    ['relative to its own base', '<link xml:base="/en/" href="a"/>', 'https://courier.example/en/a'],
    ['none that is another', '<link rel="replies" href="a"/>', undefined],
    ['none without an address', '<link/>', undefined],
    ['none that is broken', '<link href="https://"/>', undefined],
    ['no script', '<link href="javascript:alert(1)"/>', undefined],
  ];
  for (const [what, inside, url] of LINKS) {
    it(`has the link ${what}`, () => expect(read(TITLE + inside).url).to.equal(url));
  }

  const BODIES: [markup: string, body: object | undefined][] = [
    ['<content>a &lt;b&gt;</content>', { format: 'text', value: 'a <b>' }],
    ['<content type="text/plain">a</content>', { format: 'text', value: 'a' }],
    ['<content type="html">&lt;p&gt;a&lt;/p&gt;</content>', { format: 'html', value: '<p>a</p>' }],
    ['<content type="text/html">&lt;p&gt;a&lt;/p&gt;</content>', { format: 'html', value: '<p>a</p>' }],
    ['<content type="html" src="https://courier.example/a.html">not this</content>', undefined],
    ['<content type="image/png">iVBORw0KGgo=</content>', undefined],
    ['<content type="application/xml"><a/></content>', undefined],
    ['<content type="html"/>', undefined],
    ['', undefined],
  ];
  for (const [markup, body] of BODIES) {
    it(`${markup || 'nothing'} is ${body ? JSON.stringify(body) : 'no body'}`, () => {
      expect(read(TITLE + markup).body).to.deep.equal(body);
    });
  }

  for (const prefix of ['', 'h:']) {
    it(`has XHTML as HTML${prefix && ', also when it has a prefix'}`, () => {
      const xmlns = `xmlns${prefix && ':h'}="http://www.w3.org/1999/xhtml"`;
      const { body } = read(
        `${TITLE}<content type="xhtml"><${prefix}div ${xmlns}><${prefix}p>a &amp; <![CDATA[<]]><${prefix}br/><${prefix}b></${prefix}b>b</${prefix}p></${prefix}div></content>`,
      );
      expect(body!.format).to.equal('html');
      const html = new DOMParser().parseFromString(body!.value, 'text/html');
      expect(html.querySelector('p')!.textContent).to.equal('a & <b');
      expect(html.querySelectorAll('p > br, p > b').length).to.equal(2);
      expect(html.querySelector('b')!.textContent).to.equal('');
    });
  }

  it('has its dates, the update where there is no other', () => {
    const [published, updated] = [
      '<published>2026-11-20T09:30:00+01:00</published>',
      '<updated>2026-11-21T08:00:00Z</updated>',
    ];
    expect(read(TITLE + published + updated)).to.include({
      published: '2026-11-20T08:30:00.000Z',
      updated: '2026-11-21T08:00:00.000Z',
    });
    expect(read(TITLE + updated).published).to.equal('2026-11-21T08:00:00.000Z');
    expect(read(TITLE)).to.include({ published: undefined, updated: undefined });
  });

  it('has authors of its own, else those of its feed', () => {
    const names = (inside: string, feed = '') => read(TITLE + inside, feed).authors.map(({ name }) => name);
    const [ines, joy] = [
      '<author><name>Ines &amp;amp; Co</name></author>',
      '<author><name>Joy</name><email>j@x.example</email></author>',
    ];
    expect(names(ines + joy, joy)).to.deep.equal(['Ines &amp; Co', 'Joy']);
    expect(names('', joy)).to.deep.equal(['Joy']);
    expect(names('')).to.deep.equal([]);
    const [author] = read(`${TITLE}<author><name>I</name><uri>javascript:alert(1)</uri></author>`).authors;
    expect(author).to.include({ name: 'I', url: undefined });
  });

  it('has categories by label, else by term', () => {
    const inside =
      '<category term="t" label="Town"/><category term="ferry"/><category term="x" label=""/><category/>';
    expect(read(TITLE + inside).categories).to.deep.equal([
      { id: 't', name: 'Town', url: undefined },
      { id: 'ferry', name: 'ferry', url: undefined },
      { id: 'x', name: 'x', url: undefined },
    ]);
  });

  it('comes from the source that it names, else from its feed', () => {
    const feed = '<title type="html">A &amp;amp; b</title><link href="/"/>';
    expect(read(TITLE, feed).source).to.deep.equal({ name: 'A & b', url: 'https://courier.example/' });
    const source = '<source><title>Coast</title><link href="https://coast.example/"/></source>';
    expect(read(TITLE + source, feed).source).to.deep.equal({ name: 'Coast', url: 'https://coast.example/' });
    expect(read(TITLE).source).to.equal(undefined);
  });

  it('speaks the language of its feed, or its own', () => {
    expect(read(TITLE, '', 'xml:lang="sv"').lang).to.equal('sv');
    const root = parse(`<feed ${ATOM} xml:lang="sv"><entry xml:lang="fi">${TITLE}</entry></feed>`);
    expect(toAtomArticle(atomEntries(root)[0]!, readFeed(root, URL), URL).lang).to.equal('fi');
  });

  it('stands in the feed itself, in the namespace of Atom', () => {
    const root = parse(`<feed ${ATOM}><entry><id>a</id></entry><x><entry/></x><entry xmlns="x"/></feed>`);
    expect(atomEntries(root).map(({ textContent }) => textContent)).to.deep.equal(['a']);
  });
});
