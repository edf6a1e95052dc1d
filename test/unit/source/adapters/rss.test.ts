import { expect } from 'chai';
import type { Article } from '../../../../src/model/article.js';
import { adapter } from '../../../../src/source/adapters/rss.js';
import {
  closeSource,
  expectFailure,
  expectHarmless,
  newSite,
  quickIo,
  serve,
  WRONG_VALUES,
  xml,
} from '../support.js';

const fixture = (name: string) => new URL(`../../../fixtures/feeds/${name}`, import.meta.url).href;
const articles = (src: string, limit = 10) => adapter.articles!({ src, limit }, quickIo());
const article = (src: string, item?: string) => adapter.article!({ src, item }, quickIo());
const HERE = new URL(import.meta.url).origin;

/** The stories of a feed that is written here. */
async function read(text: string | Uint8Array<ArrayBuffer>, type?: string): Promise<readonly Article[]> {
  const src = `${newSite()}/news/feed.xml`;
  serve({ [src]: xml(text, type) });
  return (await articles(src)).items;
}
const rss = (items: string, channel = '<title>Courier</title>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${channel}${items}</channel></rss>`;
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>${entries}</feed>`;
const ONE = '<item><title>Ferry – é</title><link>https://courier.example/ferry</link></item>';

describe('RSS and Atom: whole feeds', () => {
  it('RSS 2.0, with modules under prefixes of its own', async () => {
    const { items } = await articles(fixture('rss2.xml'));
    expect(items).to.have.length(3);
    const [first, second, note] = items;
    expect(first).to.deep.include({
      id: 'courier-42',
      url: 'https://courier.example/ferry?a=1&b=2',
      title: 'Night ferry & day tram: “We sail”',
      excerpt: 'The night ferry sails again …',
      published: '2026-11-20T14:30:00.000Z',
      updated: undefined,
      source: { name: 'Harbour & Coast', url: 'https://courier.example/' },
      lang: 'en-GB',
      commentCount: 12,
      tags: [],
    });
    expect(first!.body!.format).to.equal('html');
    expect(first!.body!.value).to.match(/^<p>The night ferry sails again\.<\/p>/);
    expect(first!.authors.map(({ name }) => name)).to.deep.equal(['Måns Lindqvist & Søn', 'Joy Okafor']);
    expect(first!.categories.map(({ name }) => name)).to.deep.equal(['Town & Country', 'Ferry']);
    expect(first!.image).to.deep.include({
      src: `${HERE}/img/ferry.jpg`,
      width: 1600,
      height: 900,
      alt: 'A ferry at the quay',
      caption: 'Before sunrise',
      credit: 'J. Okafor',
    });
    expect(second).to.deep.include({
      id: 'https://courier.example/second',
      excerpt: 'Escaped once & read',
      body: { format: 'html', value: '<p>Escaped <i>once</i> &amp; read</p>' },
      published: '2026-11-19T08:00:00.000Z',
      authors: [],
      commentCount: undefined,
    });
    expect(second!.image!.src).to.equal('https://courier.example/img/second.png');
    expect(note).to.include({
      id: 'https://courier.example/note',
      url: 'https://courier.example/note',
      title: '',
      excerpt: 'A note without a title.',
      published: undefined,
      image: undefined,
    });
    items.forEach(expectHarmless);
  });

  it('RSS 0.91', async () => {
    const { items } = await articles(fixture('rss091.xml'));
    expect(items.map(({ title, url, excerpt }) => [title, url, excerpt])).to.deep.equal([
      ['Tram line opens', 'https://old.example/tram', 'From the market to the quay.'],
      ['Market day moves', 'https://old.example/market', undefined],
    ]);
    expect(items[0]).to.deep.include({
      source: { name: 'Old Harbour', url: 'https://old.example/' },
      lang: 'en',
    });
  });

  it('RSS 1.0, whose items stand beside the channel', async () => {
    const { items } = await articles(fixture('rdf.xml'));
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({
      id: 'https://courier.example/ferry',
      url: 'https://courier.example/ferry',
      title: 'Die Nachtfähre',
      excerpt: 'Sie fährt wieder.',
      body: { format: 'html', value: '<p>Sie <b>fährt</b> wieder.</p>' },
      published: '2026-11-20T08:30:00.000Z',
      source: { name: 'Harbour Records', url: 'https://courier.example/' },
      lang: 'de',
    });
    expect(items[0]!.authors[0]!.name).to.equal('Ines Vale');
    expect(items[0]!.categories[0]!.name).to.equal('Stadt');
  });

  it('Atom, with a prefix and bases', async () => {
    const { items } = await articles(fixture('atom.xml'));
    const [first, second] = items;
    expect(first).to.deep.include({
      id: 'urn:courier:42',
      url: 'https://courier.example/sv/2026/ferry',
      title: 'Nattfärjan går & går',
      excerpt: 'Den går igen & igen.',
      published: '2026-11-20T14:30:00.000Z',
      updated: '2026-11-21T15:00:00.000Z',
      source: { name: 'Hamn & kust', url: 'https://courier.example/' },
      lang: 'sv',
      categories: [
        { id: 'town', name: 'Staden', url: undefined },
        { id: 'ferry', name: 'ferry', url: undefined },
      ],
    });
    expect(first!.authors).to.deep.equal([
      {
        id: undefined,
        name: 'Måns Lindqvist',
        url: 'https://courier.example/mans',
        avatar: undefined,
        badge: undefined,
      },
    ]);
    expect(first!.image!.src).to.equal('https://courier.example/sv/img/ferry.jpg');
    expect(first!.body!.format).to.equal('html');
    expect(first!.body!.value).to.contain('<p>Den <b>går</b> igen.<br>Varje natt.</p>');
    expect(second).to.deep.include({
      url: 'https://courier.example/sv/second',
      title: 'Use <b> &amp; <i>',
      excerpt: undefined,
      body: { format: 'html', value: '<p>Text &amp; <img src="img/inline.jpg"></p>' },
      published: '2026-11-19T08:00:00.000Z',
      source: { name: 'Coast Weekly', url: 'https://coast.example/' },
    });
    expect(second!.authors.map(({ name }) => name)).to.deep.equal(['Redaktionen']);
    expect(second!.image!.src).to.equal('https://courier.example/sv/img/inline.jpg');
  });
});

describe('RSS and Atom: how they arrive', () => {
  afterEach(closeSource);
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string, mark: boolean) =>
    Uint8Array.from(
      [...(mark ? '\uFEFF' : ''), ...text].flatMap((letter) => [
        letter.charCodeAt(0) & 255,
        letter.charCodeAt(0) >> 8,
      ]),
    );
  const latin = (text: string) =>
    Uint8Array.from(text, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)));

  const BYTES: [what: string, bytes: Uint8Array<ArrayBuffer>, type: string][] = [
    ['UTF-8 with a mark', utf8(`\uFEFF${rss(ONE)}`), 'application/rss+xml'],
    ['UTF-16 with a mark', utf16(rss(ONE), true), 'application/rss+xml'],
    [
      'UTF-16 with a mark that says so',
      utf16(rss(ONE).replace('?>', ' encoding="UTF-16"?>'), true),
      'text/xml',
    ],
    ['UTF-16 without a mark', utf16(rss(ONE), false), 'application/rss+xml'],
    ['windows-1252 by its header', latin(rss(ONE)), 'text/xml; charset=windows-1252'],
    [
      'windows-1252 by its declaration',
      latin(rss(ONE).replace('?>', ' encoding="windows-1252"?>')),
      'text/xml',
    ],
    ['text/html', utf8(rss(ONE)), 'text/html; charset=utf-8'],
    ['text/plain', utf8(rss(ONE)), 'text/plain'],
    ['application/octet-stream', utf8(rss(ONE)), 'application/octet-stream'],
    ['application/json', utf8(rss(ONE)), 'application/json'],
    ['text after a blank line', utf8(`\n\n${rss(ONE)}`), 'application/rss+xml'],
    ['text after a comment', utf8(rss(ONE).replace('?>', '?><!-- made by hand -->')), 'application/rss+xml'],
  ];
  for (const [what, bytes, type] of BYTES) {
    it(`as ${what}`, async () => {
      expect((await read(bytes, type)).map(({ title }) => title)).to.deep.equal(['Ferry – é']);
    });
  }

  const NO_FEEDS: [what: string, text: string][] = [
    ['nothing', ''],
    ['words', 'Down for maintenance'],
    ['a web page', '<!doctype html><html><head><title>Courier</title></head><body><p>x<br></body></html>'],
    ['a web page in XML', '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head></html>'],
    ['a site map', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>'],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['Atom of no namespace', '<feed><entry><title>x</title></entry></feed>'],
    ['JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
    ['a feed that breaks off', rss(ONE).slice(0, -30)],
    ['a feed that breaks off in its first item', rss(ONE).slice(0, 90)],
    ['a feed that is broken in the middle', rss(`${ONE}<item><title>a</b></item>${ONE}`)],
    ['a feed with two roots', rss(ONE) + rss(ONE).replace(/^.*?\?>/, '')],
    ['a feed with stories that say nothing', rss('<item/><item><title> </title></item>')],
  ];
  for (const [what, text] of NO_FEEDS) {
    it(`${what} is parse`, async () => {
      const src = `${newSite()}/feed.xml`;
      serve({ [src]: xml(text) });
      await expectFailure(articles(src), 'parse');
      await expectFailure(article(src), 'parse');
    });
  }

  it('declaring entities, which can grow without bound, is parse', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
      <rss><channel><item><title>&b;</title></item></channel></rss>`;
    for (const text of [
      bomb,
      bomb.replaceAll('<!ENTITY ', '<!ENTITY\n'),
      bomb.replace('rss [', 'rss SYSTEM "a>b" ['),
    ]) {
      const src = `${newSite()}/feed.xml`;
      serve({ [src]: xml(text) });
      expect((await expectFailure(articles(src), 'parse')).message).to.contain('entities');
    }
  });

  it('may speak of entities', async () => {
    const item =
      '<item><title>On XML</title><description><![CDATA[<p>Write &lt;!ENTITY or <!ENTITY x "y">.</p>]]></description></item>';
    expect((await read(rss(item)))[0]!.title).to.equal('On XML');
  });

  it('with the names that only HTML knows, and with a bare "&", are read all the same', async () => {
    const item = `<item><title>Fish&nbsp;&amp;&nbsp;chips &mdash; caf&eacute; & co</title>
      <link>https://courier.example/?a=1&b=2&amp;c=3</link>
      <description><![CDATA[a&nbsp;b &amp; c]]></description></item>`;
    const [story] = await read(rss(item));
    expect(story).to.include({
      title: 'Fish & chips — café & co',
      url: 'https://courier.example/?a=1&b=2&c=3',
      excerpt: 'a b & c',
    });
    expect(story!.body!.value).to.equal('a&nbsp;b &amp; c');
    const [entry] = await read(
      atom('<entry><title type="html">A&nbsp;b</title><summary type="html">c &hellip;</summary></entry>'),
    );
    expect(entry).to.include({ title: 'A b', excerpt: 'c …' });
  });

  it('is as quick with what cannot be mended', async () => {
    const src = `${newSite()}/feed.xml`;
    serve({ [src]: xml(`<rss>${'<![CDATA['.repeat(100_000)}${'&x '.repeat(100_000)}`) });
    const begun = performance.now();
    await expectFailure(articles(src), 'parse');
    expect(performance.now() - begun).to.be.lessThan(5000);
  });

  it('empty is a list of nothing, in which no story is found', async () => {
    for (const text of [
      rss(''),
      atom(''),
      '<rss/>',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    ]) {
      const src = `${newSite()}/feed.xml`;
      serve({ [src]: xml(text) });
      expect((await articles(src)).items).to.deep.equal([]);
      await expectFailure(article(src), 'not-found');
    }
  });

  it('asks once for what it looks at twice', async () => {
    const src = `${newSite()}/feed.xml`;
    const asked = serve({ [src]: xml(rss(ONE)) });
    await articles(src);
    expect(asked.length).to.equal(1);
  });

  it('gives one story by id, by address, or the first one', async () => {
    const src = fixture('rss2.xml');
    expect((await article(src)).id).to.equal('courier-42');
    expect((await article(src, 'https://courier.example/second')).title).to.equal('Second story');
    expect((await article(src, 'courier-42')).commentCount).to.equal(12);
    await expectFailure(article(src, 'gone'), 'not-found');
  });

  it('refused is what its status says', async () => {
    const src = `${newSite()}/feed.xml`;
    serve({ [src]: new Response('<h1>Gone</h1>', { status: 410 }) });
    await expectFailure(articles(src), 'not-found');
  });
});

describe('RSS and Atom: hostile values', () => {
  afterEach(closeSource);
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const VALUES = WRONG_VALUES.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  const NAMESPACES =
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" ' +
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';

  it('in every place of RSS are harmless', async () => {
    const places = (value: string) =>
      [
        'title',
        'link',
        'guid',
        'description',
        'pubDate',
        'author',
        'category',
        'dc:creator',
        'dc:date',
        'slash:comments',
      ]
        .map((name) => `<${name}>${value}</${name}>`)
        .join('');
    for (const value of VALUES.map(escape)) {
      const item = `<item xml:base="${value}">${places(value)}<source url="${value}">${value}</source>`;
      const pictures = [
        `<media:content url="${value}" medium="image" width="${value}" height="${value}"><media:title>${value}</media:title></media:content>`,
        `<media:group><media:thumbnail url="${value}"/></media:group>`,
        `<enclosure url="${value}" type="image/png"/>`,
        `<itunes:image href="${value}"/>`,
      ];
      const items =
        pictures.map((picture) => `${item}${picture}</item>`).join('') + '<item><title>x</title></item>';
      const channel = `<title>${value}</title><link>${value}</link><language>${value}</language>`;
      const stories = await read(rss(items, channel).replace('<rss', `<rss ${NAMESPACES}`));
      expect(stories.at(-1)!.title).to.equal('x');
      stories.forEach(expectHarmless);
    }
  });

  it('in every place of Atom are harmless', async () => {
    for (const value of VALUES.map(escape)) {
      const entry = `<entry xml:base="${value}" xml:lang="${value}"><id>${value}</id><title type="${value}">${value}</title>
        <link rel="${value}" href="${value}"/><link href="${value}"/><updated>${value}</updated><published>${value}</published>
        <author><name>${value}</name><uri>${value}</uri></author><category term="${value}" label="${value}"/>
        <summary type="html">${value}</summary><content type="html" xml:base="${value}">${value}</content></entry>`;
      const good = '<entry><title>x</title></entry>';
      const stories = await read(atom(entry + good));
      expect(stories.at(-1)!.title).to.equal('x');
      stories.forEach(expectHarmless);
    }
  });

  it('never make a script of an address', async () => {
    const [story] = await read(
      rss(
        `<item><title>x</title><link>javascript:alert(1)</link><guid>data:text/html,x</guid>
         <source url="vbscript:x">S</source><description>&lt;img src="javascript:x"&gt;</description></item>`,
        '<title>C</title><link>javascript:x</link>',
      ),
    );
    expect(story).to.deep.include({
      url: undefined,
      image: undefined,
      source: { name: 'S', url: undefined },
    });
  });

  it('keep a long title whole, and cut a body that is too long', async () => {
    const [story] = await read(
      rss(
        `<item><title>${'x'.repeat(10_000)}</title><description>${'y'.repeat(600_000)}</description></item>`,
      ),
    );
    expect(story!.title).to.have.length(10_000);
    expect(story!.body!.value).to.have.length(512 * 1024 + 1);
  });

  it('are bounded: of 6,000 items, 5,000 are looked at', async () => {
    const src = `${newSite()}/feed.xml`;
    serve({ [src]: xml(rss('<item><title>x</title></item>'.repeat(6000))) });
    expect((await articles(src, 10_000)).items).to.have.length(5000);
  });
});
