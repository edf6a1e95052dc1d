import { expect } from 'chai';
import { baseOf, child, children, NS, readXml, textOf } from '../../../../src/source/adapters/xml.js';
import { closeSource, expectFailure, newSite, quickIo, serve, xml } from '../support.js';
import { parse } from './feed-samples.js';

const URL = 'https://courier.example/news/feed.xml';

describe('children', () => {
  const root = parse(`<item xmlns:a="${NS.atom}" xmlns:title="x" xmlns:r="${NS.rss1}">
    <title>plain</title><a:title>atom</a:title><r:title>rss1</r:title><TITLE>loud</TITLE>
    <nested><title>deep</title></nested><link/><b:link xmlns:b="${NS.atom}"> </b:link><author> Ines </author>
  </item>`);
  const words = (name: string, namespace?: string) =>
    children(root, name, namespace).map(({ textContent }) => textContent);

  it('are found by name and namespace, not by prefix or depth', () => {
    expect(words('title')).to.deep.equal(['plain', 'rss1']);
    expect(words('title', NS.atom)).to.deep.equal(['atom']);
    expect(words('title', NS.media)).to.deep.equal([]);
    expect(child(root, 'title')!.textContent).to.equal('plain');
    expect(child(root, 'missing')).to.equal(undefined);
  });

  it('have their text without white space around it, or none', () => {
    expect(textOf(root, 'author')).to.equal('Ines');
    expect(textOf(root, 'link')).to.equal(undefined);
    expect(textOf(root, 'link', NS.atom)).to.equal(undefined);
    expect(textOf(root, 'missing')).to.equal(undefined);
  });
});

describe('baseOf', () => {
  const BASES: [markup: string, base: string][] = [
    ['<feed><entry id="here"/></feed>', URL],
    ['<feed xml:base="/en/"><entry id="here"/></feed>', 'https://courier.example/en/'],
    [
      '<feed xml:base="/en/"><entry id="here" xml:base="2026/11/"/></feed>',
      'https://courier.example/en/2026/11/',
    ],
    [
      '<feed xml:base="https://coast.example/"><entry id="here" xml:base="x"/></feed>',
      'https://coast.example/x',
    ],
    ['<feed xml:base="/en/"><entry id="here" xml:base=""/></feed>', 'https://courier.example/en/'],
    ['<feed xml:base="/en/"><entry id="here" xml:base="https://"/></feed>', 'https://courier.example/en/'],
    ['<feed base="/en/"><entry id="here"/></feed>', URL],
  ];
  for (const [markup, base] of BASES) {
    it(`${markup}: ${base}`, () => {
      expect(baseOf(parse(markup).querySelector('#here')!, URL)).to.equal(base);
    });
  }
});

describe('readXml', () => {
  afterEach(closeSource);

  it('gives the root, and the address that relative ones are relative to', async () => {
    const src = `${newSite()}/feed.xml`;
    serve({ [src]: xml('<rss version="2.0"/>') });
    const { root, url } = await readXml(src, quickIo());
    expect(root.localName).to.equal('rss');
    expect(url).to.equal(src);
  });

  it('gives any XML but web pages', async () => {
    const [svg, html] = [`${newSite()}/x`, `${newSite()}/x`];
    serve({ [svg]: xml('<svg/>'), [html]: xml('<html/>') });
    expect((await readXml(svg, quickIo())).root.localName).to.equal('svg');
    expect((await expectFailure(readXml(html, quickIo()), 'parse')).url).to.equal(html);
  });

  const MENDED: [what: string, text: string, read: string][] = [
    ['a bare "&"', '<a>b & c</a>', 'b & c'],
    ['a bare "&" at the end', '<a>b &</a>', 'b &'],
    ['a name that only HTML knows', '<a>b&nbsp;c &Eacute;</a>', 'b\u00a0c É'],
    ['a name that nobody knows', '<a>b&nope;c</a>', 'b&nope;c'],
    ['another name of a sign of XML', '<a>&LT;b&GT; &AMP;</a>', '&LT;b&GT; &AMP;'],
    ['control characters', '<a>b\u0008c&#0;&#x1F;d&#xFFFE;<![CDATA[\u000b&#0;]]></a>', 'bcd&#0;'],
    ['a comment that XML forbids', '<a>b<!-- c -- d -->c</a>', 'bc'],
    ['a prefix that nobody declared', '<rss>b<x:y z:q="1">c</x:y></rss>', 'bc'],
    [
      'what stands before and after a feed',
      '<br />\n<b>Warning</b>\n<?xml version="1.0"?><rss>b</rss>\n<p>',
      'b',
    ],
    ['what stands before a feed without a declaration', 'Notice: x <rss>b</rss>', 'b'],
    ['names that XML knows', '<a>&amp;&lt;&gt;&quot;&apos; & co</a>', `&<>"' & co`],
    ['numbers', '<a>&#8220;&#x201d; & co</a>', '“” & co'],
    ['addresses', '<a>?b=1&amp=2&lt=3&c=4</a>', '?b=1&amp=2&lt=3&c=4'],
    [
      'CDATA, which is let alone',
      '<a><![CDATA[&nbsp; & &amp;]]> & <![CDATA[<b>]]></a>',
      '&nbsp; & &amp; & <b>',
    ],
  ];
  for (const [what, text, words] of MENDED) {
    it(`mends ${what}`, async () => {
      const src = `${newSite()}/feed.xml`;
      serve({ [src]: xml(text) });
      expect((await readXml(src, quickIo())).root.textContent).to.equal(words);
    });
  }

  for (const text of ['<a>&#xZZ;</a>', '<a>&amp; <b></a>', '<a', '&', '<a b=&c/>']) {
    it(`cannot mend ${text}`, async () => {
      const src = `${newSite()}/feed.xml`;
      serve({ [src]: xml(text) });
      await expectFailure(readXml(src, quickIo()), 'parse');
    });
  }
});
