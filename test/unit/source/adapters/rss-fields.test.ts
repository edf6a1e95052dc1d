import { expect } from 'chai';
import { readChannel, rssItems, toRssArticle } from '../../../../src/source/adapters/rss-fields.js';
import { parse } from './feed-samples.js';

const URL = 'https://courier.example/news/feed.xml';
const read = (inside: string, channel = '', attributes = '') => {
  const root = parse(
    `<rss ${attributes}><channel>${channel}<item><title>Ferry</title>${inside}</item></channel></rss>`,
  );
  return toRssArticle(rssItems(root)[0]!, readChannel(root), URL);
};
const titled = (title: string) => {
  const root = parse(`<rss><channel><item><link>/x</link><title>${title}</title></item></channel></rss>`);
  return toRssArticle(rssItems(root)[0]!, readChannel(root), URL).title;
};

describe('RSS item', () => {
  const TITLES: [markup: string, title: string][] = [
    ['Night ferry', 'Night ferry'],
    ['\n  Night\n  ferry ', 'Night ferry'],
    ['<![CDATA[Fish & chips]]>', 'Fish & chips'],
    ['Fish &amp; chips', 'Fish & chips'],
    ['Fish &amp;amp; chips', 'Fish & chips'],
    ['<![CDATA[Fish &amp; chips]]>', 'Fish & chips'],
    ['&lt;b&gt;Bold&lt;/b&gt; move', 'Bold move'],
    ['<![CDATA[5 < 7 & 7 > 5]]>', '5 < 7 & 7 > 5'],
    ['Use &amp;lt;b&amp;gt;', 'Use <b>'],
    ['a&#x202e;b', 'ab'],
  ];
  for (const [markup, title] of TITLES) {
    it(`with the title ${JSON.stringify(markup)} is named ${title}`, () =>
      expect(titled(markup)).to.equal(title));
  }

  const LINKS: [what: string, inside: string, id: string, url: string | undefined][] = [
    [
      'a link',
      '<link>https://courier.example/a</link>',
      'https://courier.example/a',
      'https://courier.example/a',
    ],
    ['a relative link', '<link> ../a </link>', '../a', 'https://courier.example/a'],
    [
      'a guid',
      '<guid>https://courier.example/a</guid>',
      'https://courier.example/a',
      'https://courier.example/a',
    ],
    ['a guid that is no address', '<guid>courier-42</guid>', 'courier-42', undefined],
    [
      'a guid of a scheme of its own',
      '<guid>tag:courier.example,2026:42</guid>',
      'tag:courier.example,2026:42',
      undefined,
    ],
    [
      'a guid that says it is none',
      '<guid isPermaLink="false">https://courier.example/a</guid>',
      'https://courier.example/a',
      undefined,
    ],
    ['a guid beside a link', '<guid>42</guid><link>/a</link>', '42', 'https://courier.example/a'],
    [
      'an empty guid beside a link',
      '<guid/><link>/a</link>',
      'https://courier.example/a',
      'https://courier.example/a',
    ],
    [
      'a link of Atom, which is not meant',
      '<link xmlns="http://www.w3.org/2005/Atom" href="/atom"/>',
      'Ferry',
      undefined,
    ],
    ['a script', '<link>javascript:alert(1)</link>', 'javascript:alert(1)', undefined],
  ];
  for (const [what, inside, id, url] of LINKS) {
    it(`with ${what}`, () => expect(read(inside)).to.include({ id, url }));
  }

  it('follows the bases of its feed', () => {
    expect(read('<link>a</link>', '', 'xml:base="https://courier.example/en/"').url).to.equal(
      'https://courier.example/en/a',
    );
  });

  const AUTHORS: [inside: string, names: string[]][] = [
    ['<dc:creator>Ines Vale</dc:creator>', ['Ines Vale']],
    ['<dc:creator><![CDATA[A & B]]></dc:creator><dc:creator>C</dc:creator>', ['A & B', 'C']],
    ['<author>ines@courier.example (Ines Vale)</author>', ['Ines Vale']],
    ['<author>ines@courier.example</author>', []],
    ['<author>Ines Vale</author>', ['Ines Vale']],
    ['<author>ines@courier.example</author><dc:creator>Ines</dc:creator>', ['Ines']],
    ['<dc:creator/>', []],
    ['', []],
  ];
  for (const [inside, names] of AUTHORS) {
    it(`has the authors ${names.join(', ') || 'nobody'} for ${inside || 'nothing'}`, () => {
      expect(read(inside).authors.map(({ name }) => name)).to.deep.equal(names);
    });
  }

  const DATES: [inside: string, published: string | undefined][] = [
    ['<pubDate>Fri, 20 Nov 2026 09:30:00 +0100</pubDate>', '2026-11-20T08:30:00.000Z'],
    ['<pubDate>20 Nov 26 09:30 EST</pubDate>', '2026-11-20T14:30:00.000Z'],
    ['<dc:date>2026-11-20T09:30:00Z</dc:date>', '2026-11-20T09:30:00.000Z'],
    ['<pubDate>2026-11-20</pubDate>', '2026-11-20T00:00:00.000Z'],
    ['<pubDate/><dc:date>2026-11-20</dc:date>', '2026-11-20T00:00:00.000Z'],
    ['<pubDate>yesterday</pubDate>', undefined],
    ['', undefined],
  ];
  for (const [inside, published] of DATES) {
    it(`was published ${published ?? 'nobody knows when'}: ${inside || 'nothing'}`, () => {
      expect(read(inside).published).to.equal(published);
    });
  }

  it('has its whole text before its description', () => {
    const description = '<description><![CDATA[<p>In <b>short</b></p>]]></description>';
    expect(read(description)).to.deep.include({
      excerpt: 'In short',
      body: { format: 'html', value: '<p>In <b>short</b></p>' },
    });
    expect(read(`${description}<content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>`)).to.deep.include({
      excerpt: 'In short',
      body: { format: 'html', value: '<p>Long</p>' },
    });
    expect(read('<content:encoded/><description> </description>')).to.include({
      excerpt: undefined,
      body: undefined,
    });
  });

  it('has categories and subjects', () => {
    const inside =
      '<category>A &amp;amp; B</category><category/><dc:subject>C</dc:subject><category domain="x">D</category>';
    expect(read(inside).categories.map(({ name }) => name)).to.deep.equal(['A & B', 'D', 'C']);
  });

  const COUNTS: [text: string, count: number | undefined][] = [
    ['12', 12],
    ['0', 0],
    [' 7 ', 7],
    ['-1', undefined],
    ['many', undefined],
    ['', undefined],
  ];
  for (const [text, count] of COUNTS) {
    it(`has ${count} comments for "${text}"`, () => {
      expect(read(`<slash:comments>${text}</slash:comments>`).commentCount).to.equal(count);
    });
  }

  it('comes from the source that it names, else from its channel', () => {
    const channel =
      '<title>Courier &amp;amp; Co</title><link>https://courier.example/</link><language>en_GB</language>';
    expect(read('', channel)).to.deep.include({
      source: { name: 'Courier & Co', url: 'https://courier.example/' },
      lang: 'en-GB',
    });
    // Its address is that of a feed, which is nothing for readers.
    expect(read('<source url="https://coast.example/feed">Coast</source>', channel).source).to.deep.equal({
      name: 'Coast',
      url: undefined,
    });
    expect(read('', '<dc:language>de</dc:language>')).to.include({ source: undefined, lang: 'de' });
    expect(read('', '<language>english</language>').lang).to.equal('english');
    expect(read('', '<language>not a language</language>').lang).to.equal(undefined);
  });
});

describe('rssItems', () => {
  it('stand in the channel, or beside it, but not deeper', () => {
    const titles = (markup: string) => rssItems(parse(markup)).map(({ textContent }) => textContent);
    expect(
      titles('<rss><channel><item>a</item><x><item>b</item></x></channel><item>c</item></rss>'),
    ).to.deep.equal(['a', 'c']);
    expect(titles('<rss><item>c</item></rss>')).to.deep.equal(['c']);
    expect(titles('<rss/>')).to.deep.equal([]);
  });
});
