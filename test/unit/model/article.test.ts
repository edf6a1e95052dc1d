import { expect } from 'chai';
import { toArticle } from '../../../src/model/article.js';
import { NewsError } from '../../../src/model/news-error.js';
import { expectFrozen, fromJson, plain, WRONG_TYPES } from './support.js';

const BASE = 'https://example.org/news/';
const story = () => ({
  id: 42,
  url: '/ferry',
  title: ' Ferry  timetable ',
  excerpt: 'The first boat\nleaves at 6:40.',
  body: { format: 'html', value: '<p>The first boat</p>' },
  image: {
    src: 'ferry.jpg',
    srcset: [
      { src: 'ferry-1600.jpg', width: 1600 },
      { src: 'ferry-400.jpg', width: 400 },
    ],
    width: 1600,
    height: 900,
    alt: 'A ferry',
    caption: 'At the pier',
    credit: 'Jo Doe',
  },
  authors: [{ id: 7, name: 'Jo Doe', url: '/jo' }, 'Kim'],
  published: '2026-11-20 07:30:00',
  updated: 'Sat, 21 Nov 2026 08:00:00 +0100',
  categories: [{ id: 3, name: 'Transport', url: '/transport' }, 'Coast'],
  tags: ['ferry', 2026],
  source: { name: 'Harbour Courier', url: 'https://example.com' },
  lang: 'en_gb',
  commentCount: 12,
  commentsOpen: true,
  access: 'protected',
});

describe('a story', () => {
  it('is normalised: text plain, URLs absolute, dates UTC, numbers whole', () => {
    expect(plain(toArticle(story(), BASE))).to.deep.equal({
      id: '42',
      url: 'https://example.org/ferry',
      title: 'Ferry timetable',
      excerpt: 'The first boat leaves at 6:40.',
      body: { format: 'html', value: '<p>The first boat</p>' },
      image: {
        src: 'https://example.org/news/ferry.jpg',
        srcset: [
          { src: 'https://example.org/news/ferry-400.jpg', width: 400 },
          { src: 'https://example.org/news/ferry-1600.jpg', width: 1600 },
        ],
        width: 1600,
        height: 900,
        alt: 'A ferry',
        caption: 'At the pier',
        credit: 'Jo Doe',
      },
      authors: [{ id: '7', name: 'Jo Doe', url: 'https://example.org/jo' }, { name: 'Kim' }],
      published: '2026-11-20T07:30:00.000Z',
      updated: '2026-11-21T07:00:00.000Z',
      categories: [{ id: '3', name: 'Transport', url: 'https://example.org/transport' }, { name: 'Coast' }],
      tags: [{ name: 'ferry' }, { name: '2026' }],
      source: { name: 'Harbour Courier', url: 'https://example.com/' },
      lang: 'en-GB',
      commentCount: 12,
      commentsOpen: true,
      access: 'protected',
    });
  });

  it('is frozen all the way down, while the data of the page stays as it was', () => {
    const input = story();
    const article = toArticle(input, BASE);
    expectFrozen(article);
    expect(input).to.deep.equal(story());
    for (const part of [input, input.image, input.image.srcset, input.authors, input.body]) {
      expect(Object.isFrozen(part)).to.equal(false);
    }
  });

  it('has lists that are never missing', () => {
    expect(plain(toArticle({ title: 'Ferry' }))).to.deep.equal({
      id: 'Ferry',
      title: 'Ferry',
      authors: [],
      categories: [],
      tags: [],
      access: 'public',
    });
  });

  it('comes out the same when it goes in again', () => {
    const article = toArticle(story(), BASE);
    expect(plain(toArticle(article))).to.deep.equal(plain(article));
  });

  for (const field of Object.keys(story()).filter((key) => key !== 'title')) {
    it(`does without a field of a wrong type: ${field}`, () => {
      const bare = toArticle({ title: 'Ferry' });
      for (const wrong of WRONG_TYPES) {
        if (field === 'commentsOpen' && typeof wrong === 'boolean') continue;
        expect(toArticle({ title: 'Ferry', [field]: wrong }), String(typeof wrong)).to.deep.equal(bare);
      }
    });
  }

  it('has an empty title when that is of a wrong type', () => {
    for (const title of WRONG_TYPES) {
      expect(toArticle({ title, url: 'https://example.org/' }).title, typeof title).to.equal('');
    }
  });

  for (const input of [
    {},
    { id: 42 },
    { title: '', excerpt: ' ', body: '' },
    { title: '\u200B' },
    { url: 'javascript:alert(1)' },
    { image: { src: 'https://example.org/a.jpg' } },
    { body: { format: 'html', value: {} } },
    { code: 'rest_post_invalid_id', message: 'Invalid post ID.', data: { status: 404 } },
  ]) {
    it(`is none without title, URL, excerpt and body: ${JSON.stringify(input)}`, () => {
      expect(() => toArticle(input))
        .to.throw(NewsError)
        .with.property('kind', 'parse');
    });
  }

  it('is none when it is no object', () => {
    for (const input of [null, undefined, 'Ferry', 42, true, [], [story()]]) {
      expect(() => toArticle(input), String(input))
        .to.throw(NewsError)
        .with.property('kind', 'parse');
    }
  });

  it('reads nothing that is inherited, and passes nothing on', () => {
    expect(() => toArticle(Object.create(story()))).to.throw(NewsError);
    const article = toArticle(
      fromJson(`{
        "title": "Ferry", "polluted": true, "constructor": {"prototype": {"polluted": true}},
        "__proto__": {"url": "https://example.com/", "access": "protected", "polluted": true}
      }`),
    );
    expect(article.url).to.equal(undefined);
    expect(article.access).to.equal('public');
    expect(Object.keys(article)).not.to.include.members(['polluted']);
    expect(Object.getPrototypeOf(article)).to.equal(Object.prototype);
    expect('polluted' in {}).to.equal(false);
  });

  for (const [name, input, id] of [
    ['its own', { id: 'a', url: 'https://example.org/', title: 'T' }, 'a'],
    ['a number', { id: 0, title: 'T' }, '0'],
    ['its URL', { url: 'https://example.org/', title: 'T' }, 'https://example.org/'],
    ['its title', { id: '', title: 'T', excerpt: 'E' }, 'T'],
    ['its first words', { excerpt: 'E', body: 'B' }, 'E'],
    ['the words of its body', { body: 'B' }, 'B'],
  ] as const) {
    it(`is told from others by ${name}`, () => {
      expect(toArticle(input).id).to.equal(id);
    });
  }

  it('keeps an endless title whole, with an id that is not endless', () => {
    const title = 'Ferry '.repeat(2000).trim();
    const article = toArticle({ title });
    expect(article.title).to.equal(title);
    expect(article.id.length).to.be.within(1, 512);
  });

  it('has no URL in any place that runs or embeds anything', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://user:pw@example.org/']) {
      const article = toArticle(
        {
          title: 'Ferry',
          url,
          image: { src: url, alt: 'x' },
          authors: [{ name: 'Jo', url, avatar: url }],
          categories: [{ name: 'Coast', url }],
          tags: [{ name: 'boat', url }],
          source: { name: 'Courier', url },
        },
        BASE,
      );
      expect(plain(article), url).to.deep.equal({
        id: 'Ferry',
        title: 'Ferry',
        authors: [{ name: 'Jo' }],
        categories: [{ name: 'Coast' }],
        tags: [{ name: 'boat' }],
        source: { name: 'Courier' },
        access: 'public',
      });
    }
  });

  it('has clean words in every place', () => {
    const evil = '\u202EFer\u0000ry\uD800 \n boat';
    const article = toArticle({
      title: evil,
      excerpt: evil,
      image: { src: 'https://example.org/a.jpg', alt: evil, caption: evil, credit: evil },
      authors: [evil, { name: evil }],
      categories: [evil, { name: evil }],
      tags: [evil],
      source: evil,
    });
    const clean = 'Ferry\uFFFD boat';
    const { title, excerpt, image, authors, categories, tags, source } = article;
    expect([
      title,
      excerpt,
      image!.alt,
      image!.caption,
      image!.credit,
      source!.name,
      ...[...authors, ...categories, ...tags].map(({ name }) => name),
    ]).to.deep.equal(Array(11).fill(clean));
  });

  it('leaves out authors and categories that have no name, and keeps the others', () => {
    const broken = [null, {}, '', { name: ' ' }, 'Jo', [], { name: {} }, { name: 'Kim' }, { name: '\u200B' }];
    const article = toArticle({ title: 'Ferry', authors: broken, categories: broken, tags: broken });
    for (const found of [article.authors, article.categories, article.tags]) {
      expect(found.map(({ name }) => name)).to.deep.equal(['Jo', 'Kim']);
    }
  });

  it('has no dates that are none', () => {
    for (const date of ['0000-00-00 00:00:00', '2026-02-31', 'soon', 1795426200, {}]) {
      const { published, updated } = toArticle({ title: 'Ferry', published: date, updated: date });
      expect([published, updated], String(date)).to.deep.equal([undefined, undefined]);
    }
  });

  for (const [lang, expected] of [
    ['de', 'de'],
    ['EN', 'en'],
    ['en-us', 'en-US'],
    ['en_US', 'en-US'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['', undefined],
    ['english please', undefined],
    ['en-', undefined],
    ['"><script>', undefined],
    ['*', undefined],
    ['a'.repeat(36), undefined],
    [5, undefined],
  ] as const) {
    it(`has a language that browsers understand, or none: ${JSON.stringify(lang)}`, () => {
      expect(toArticle({ title: 'Ferry', lang }).lang).to.equal(expected);
    });
  }

  for (const [value, expected] of [
    [0, 0],
    [7.5, 7],
    [-1, undefined],
    [NaN, undefined],
    [1e300, undefined],
    ['7', undefined],
  ] as const) {
    it(`counts comments in whole numbers, or not at all: ${value}`, () => {
      expect(toArticle({ title: 'Ferry', commentCount: value }).commentCount).to.equal(expected);
    });
  }

  it('is public unless its source says otherwise in the one word that we know', () => {
    for (const access of ['public', 'Protected', 'private', true, '', 1]) {
      expect(toArticle({ title: 'Ferry', access }).access, String(access)).to.equal('public');
    }
  });
});

describe('the picture of a story', () => {
  const picture = (image: unknown) => toArticle({ title: 'Ferry', image }, BASE).image;

  it('may be a bare URL', () => {
    expect(plain(picture('a.jpg'))).to.deep.equal({
      src: 'https://example.org/news/a.jpg',
      srcset: [],
      alt: '',
    });
  });

  it('is none without an address', () => {
    for (const image of [
      '',
      'data:image/png;base64,AA',
      'tel:1',
      { alt: 'x' },
      { src: 5 },
      { url: 'a.jpg' },
    ]) {
      expect(picture(image), JSON.stringify(image)).to.equal(undefined);
    }
  });

  it('has a size only in whole numbers above zero', () => {
    for (const size of [0, -5, 0.4, NaN, 1e308, '640', null, {}]) {
      const { width, height } = picture({ src: 'a.jpg', width: size, height: size })!;
      expect([width, height], String(size)).to.deep.equal([undefined, undefined]);
    }
    expect(picture({ src: 'a.jpg', width: 640.6 })!.width).to.equal(640);
  });

  it('loses a width that is broken, and keeps the others in order', () => {
    const srcset = [
      { src: 'c.jpg', width: 900 },
      null,
      'a.jpg 300w',
      { src: 'javascript:alert(1)', width: 1 },
      { src: 'x.jpg' },
      { src: 'y.jpg', width: 0 },
      { src: 'z.jpg', width: '300' },
      { src: 'a.jpg', width: 300.5 },
      { src: 'b.jpg', width: 600 },
    ];
    expect(picture({ src: 'd.jpg', srcset })!.srcset).to.deep.equal([
      { src: `${BASE}a.jpg`, width: 300 },
      { src: `${BASE}b.jpg`, width: 600 },
      { src: `${BASE}c.jpg`, width: 900 },
    ]);
  });

  it('has at most sixteen widths', () => {
    const srcset = Array.from({ length: 100 }, (_, index) => ({ src: `${index}.jpg`, width: index + 1 }));
    expect(picture({ src: 'a.jpg', srcset })!.srcset).to.have.length(16);
  });
});
