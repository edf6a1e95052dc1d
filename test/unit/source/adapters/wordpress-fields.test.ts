import { expect } from 'chai';
import { NewsError } from '../../../../src/model/news-error.js';
import {
  commentsOpen,
  toWordPressArticle,
  toWordPressComment,
} from '../../../../src/source/adapters/wordpress-fields.js';
import { expectHarmless, spoiled } from '../support.js';
import { COMMENT, POST } from './wordpress-samples.js';

const API = 'https://courier.example/wp-json/wp/v2/posts';
const UPLOADS = 'https://courier.example/wp-content/uploads/2026/11';
const article = (changes: object = {}) => toWordPressArticle({ ...POST, ...changes }, API);
const embedded = (changes: object) => article({ _embedded: { ...POST._embedded, ...changes } });
const media = (changes: object) =>
  embedded({ 'wp:featuredmedia': [{ ...POST._embedded['wp:featuredmedia'][0], ...changes }] }).image;

describe('WordPress post', () => {
  it('becomes a story, whole', () => {
    expect(article()).to.deep.equal({
      id: '42',
      url: 'https://courier.example/2026/11/night-ferry/',
      title: 'Ferry & tram: “We will sail” — 5 < 7 & more',
      excerpt: 'The night ferry sails again, the harbour master said on…',
      body: { format: 'html', value: '\n<p>The <b>night ferry</b> sails again.</p>\n' },
      image: {
        src: `${UPLOADS}/ferry.jpg`,
        srcset: [
          { src: `${UPLOADS}/ferry-300x169.jpg`, width: 300 },
          { src: `${UPLOADS}/ferry-1024x576.jpg`, width: 1024 },
          { src: `${UPLOADS}/ferry.jpg`, width: 1600 },
        ],
        width: 1600,
        height: 900,
        alt: 'A ferry at the quay',
        caption: 'Before sunrise – the first crossing',
        credit: 'J. Okafor',
      },
      authors: [
        {
          id: '3',
          name: 'Måns Lindqvist & Søn',
          url: 'https://courier.example/author/mans/',
          avatar: undefined,
          badge: undefined,
        },
      ],
      published: '2026-11-20T14:30:00.000Z',
      updated: '2026-11-21T15:00:00.000Z',
      categories: [{ id: '2', name: 'Town & Country', url: 'https://courier.example/category/town/' }],
      tags: [{ id: '7', name: 'перевод', url: 'https://courier.example/tag/ferry/' }],
      source: { name: 'Harbour & Coast', url: 'https://coast.example/' },
      lang: 'en-GB',
      commentCount: undefined,
      commentsOpen: true,
      access: 'public',
    });
  });

  it('is a story without all that a site may leave out', () => {
    // PHP's empty arrays stand where records would.
    const bare = { id: 42, title: { rendered: 'Ferry' }, meta: [], acf: [], _links: [], _embedded: [] };
    expect(toWordPressArticle(bare, API)).to.deep.equal({
      id: '42',
      url: undefined,
      title: 'Ferry',
      excerpt: undefined,
      body: undefined,
      image: undefined,
      authors: [],
      published: undefined,
      updated: undefined,
      categories: [],
      tags: [],
      source: undefined,
      lang: undefined,
      commentCount: undefined,
      commentsOpen: undefined,
      access: 'public',
    });
  });

  it('may have no title', () => {
    expect(article({ title: { rendered: '' } })).to.include({ title: '', id: '42' });
  });

  const EXCERPTS: [rendered: string, excerpt: string | undefined][] = [
    ['<p>It was said on [&hellip;]</p>\n', 'It was said on…'],
    ['<p>It was said on [&#8230;]</p>\n', 'It was said on…'],
    ['<p>It was said on […]</p>', 'It was said on…'],
    ['<p>He said: [&hellip;] and left.</p>', 'He said: […] and left.'],
    ['<p>First.</p>\n<p>Second&nbsp;one.</p>', 'First. Second one.'],
    ['<p></p>\n', undefined],
    ['', undefined],
  ];
  for (const [rendered, excerpt] of EXCERPTS) {
    it(`has the excerpt ${JSON.stringify(excerpt)} for ${JSON.stringify(rendered)}`, () => {
      expect(article({ excerpt: { rendered } }).excerpt).to.equal(excerpt);
    });
  }

  const DATES: [gmt: unknown, published: string | undefined][] = [
    ['2026-11-20T14:30:00', '2026-11-20T14:30:00.000Z'],
    ['2026-11-20T14:30:00Z', '2026-11-20T14:30:00.000Z'],
    ['0000-00-00T00:00:00', undefined],
    ['-0001-11-30T00:00:00', undefined],
    ['', undefined],
    [null, undefined],
    [false, undefined],
    ['yesterday', undefined],
  ];
  for (const [gmt, published] of DATES) {
    it(`with the date ${JSON.stringify(gmt)} was published ${published ?? 'nobody knows when'}`, () => {
      expect(article({ date_gmt: gmt }).published).to.equal(published);
      expect(article({ modified_gmt: gmt }).updated).to.equal(published);
    });
  }

  it('that wants a password has no body, and says so', () => {
    const locked = { rendered: '', protected: true };
    expect(article({ content: locked, excerpt: locked })).to.include({
      access: 'protected',
      body: undefined,
      excerpt: undefined,
    });
    expect(article({ content: undefined, excerpt: locked }).access).to.equal('protected');
    expect(article({ content: { ...POST.content, protected: true } }).access).to.equal('protected');
  });

  describe('picture', () => {
    const error = {
      code: 'rest_forbidden',
      message: 'Sorry, you are not allowed to do that.',
      data: { status: 401 },
    };
    const MISSING: [what: string, media: unknown][] = [
      ['that is hidden', [error]],
      [
        'that was deleted',
        [{ code: 'rest_post_invalid_id', message: 'Invalid post ID.', data: { status: 404 } }],
      ],
      ['that was not embedded', undefined],
      ['in an empty list', []],
      ['that is null', [null]],
      ['without an address', [{ id: 4, media_details: [] }]],
    ];
    for (const [what, value] of MISSING) {
      it(`${what} is none`, () => expect(embedded({ 'wp:featuredmedia': value }).image).to.equal(undefined));
    }

    it('leaves out of its sizes what is cropped, unmeasured, or of a foreign kind', () => {
      const sizes = {
        square: { width: 600, height: 600, source_url: '/square.jpg' },
        wide: { width: 800, height: 440, source_url: '/wide.jpg' },
        unmeasured: { source_url: '/unmeasured.jpg' },
        text: { width: '800', height: '450', source_url: '/text.jpg' },
        script: { width: 800, height: 450, source_url: 'javascript:alert(1)' },
        none: null,
        // Rounded to whole pixels, a size is a little off.
        good: { width: 150, height: 84, source_url: '/good.jpg' },
      };
      expect(media({ media_details: { width: 1600, height: 900, sizes } })!.srcset).to.deep.equal([
        { src: 'https://courier.example/good.jpg', width: 150 },
      ]);
      expect(media({ media_details: { sizes } })!.srcset).to.deep.equal([]);
    });

    it('without measures or sizes is still a picture', () => {
      for (const media_details of [[], {}, undefined, { sizes: [] }]) {
        expect(media({ media_details })).to.deep.include({
          src: `${UPLOADS}/ferry.jpg`,
          srcset: [],
          width: undefined,
          height: undefined,
        });
      }
    });

    it('is described in plain words, or by nothing', () => {
      expect(media({ alt_text: 'Sea &amp; <i>sky</i>' })!.alt).to.equal('Sea & sky');
      expect(media({ alt_text: '' })!.alt).to.equal('');
      expect(media({ caption: { rendered: '' } })!.caption).to.equal(undefined);
      expect(media({ meta: { credit: 'AB &amp; Co' } })!.credit).to.equal('AB & Co');
      expect(media({ meta: [], media_details: {} })!.credit).to.equal(undefined);
    });
  });

  it('has no author where users are hidden', () => {
    const error = { code: 'rest_user_invalid_id', message: 'Invalid user ID.', data: { status: 404 } };
    expect(embedded({ author: [error] }).authors).to.deep.equal([]);
    expect(embedded({ author: undefined }).authors).to.deep.equal([]);
    const two = [error, { id: 5, name: 'Ines' }];
    expect(embedded({ author: two }).authors.map(({ name }) => name)).to.deep.equal(['Ines']);
  });

  it('sorts terms by their taxonomy, not by their place', () => {
    const [categories, tags] = POST._embedded['wp:term'];
    const story = embedded({ 'wp:term': [tags, [...categories!, null, { name: 'No taxonomy' }], [], null] });
    expect(story.categories.map(({ name }) => name)).to.deep.equal(['Town & Country']);
    expect(story.tags.map(({ name }) => name)).to.deep.equal(['перевод']);
  });

  it('takes its news source from post meta or from custom fields', () => {
    const source = (meta: unknown, acf: unknown) => article({ meta, acf }).source;
    expect(source([], { news_source: 'Acf', news_source_url: '/x' })).to.deep.equal({
      name: 'Acf',
      url: 'https://courier.example/x',
    });
    expect(source({ news_source: '' }, { news_source: 'Acf' })!.name).to.equal('Acf');
    expect(source({ news_source: 'Meta', news_source_url: 'javascript:alert(1)' }, undefined)).to.deep.equal({
      name: 'Meta',
      url: undefined,
    });
    expect(source([], false)).to.equal(undefined);
  });

  it('keeps no bidi override, control character or lone surrogate in its title', () => {
    expect(article({ title: { rendered: 'A\u202Eb\u0007c\uD800 &#x202e;d' } }).title).to.equal('Abc\uFFFD d');
  });

  it('is no story when there is nothing in it, or when it is no record', () => {
    for (const nothing of [null, 7, 'x', [], {}, { id: 42 }, { title: 'Ferry' }]) {
      expect(() => toWordPressArticle(nothing, API), JSON.stringify(nothing))
        .to.throw(NewsError)
        .with.property('kind', 'parse');
    }
  });

  it('is harmless whatever is wrong with it', () => {
    let tried = 0;
    // Without markup, because parsing takes time.
    const bare: unknown = JSON.parse(JSON.stringify(POST).replace(/[<&]/g, ''));
    for (const record of spoiled(bare)) {
      tried++;
      let story;
      try {
        story = toWordPressArticle(record, API);
      } catch (error) {
        expect(error).to.be.instanceOf(NewsError);
        continue;
      }
      expectHarmless(story);
    }
    expect(tried).to.be.greaterThan(1000);
  });

  it('has its whole title, however long', () => {
    expect(article({ title: { rendered: 'x'.repeat(10_000) } }).title).to.have.length(10_000);
  });

  it('cuts a body of more than 512 Ki characters', () => {
    const body = article({ content: { rendered: 'x'.repeat(600_000) } }).body!;
    expect(body.value)
      .to.have.length(512 * 1024 + 1)
      .and.to.match(/x…$/);
  });
});

describe('commentsOpen', () => {
  const STATES: [status: unknown, open: boolean | undefined][] = [
    ['open', true],
    ['closed', false],
    ['', false],
    [undefined, undefined],
    [true, undefined],
  ];
  for (const [status, open] of STATES) {
    it(`${JSON.stringify(status)}: ${open}`, () =>
      expect(commentsOpen({ comment_status: status })).to.equal(open));
  }
});

describe('WordPress comment', () => {
  const comment = (changes: object = {}) => toWordPressComment({ ...COMMENT, ...changes }, API);

  it('becomes a comment, whole', () => {
    expect(comment()).to.deep.equal({
      id: '509',
      parentId: undefined,
      author: {
        id: undefined,
        name: 'José & María',
        url: 'https://jose.example/',
        avatar: undefined,
        badge: undefined,
      },
      body: { format: 'html', value: COMMENT.content.rendered },
      published: '2026-11-20T15:00:00.000Z',
      edited: undefined,
      status: 'published',
      url: 'https://courier.example/2026/11/night-ferry/#comment-509',
      warning: undefined,
      score: undefined,
      pinned: undefined,
      moreReplies: undefined,
      origin: undefined,
    });
  });

  it('knows what it answers, and whether it waits', () => {
    expect(comment({ parent: 17 }).parentId).to.equal('17');
    expect(comment({ status: 'hold' }).status).to.equal('pending');
    expect(comment({ status: 'approved' }).status).to.equal('published');
    expect(comment({ status: undefined }).status).to.equal('published');
  });

  it('may be by nobody, and empty', () => {
    expect(comment({ author_name: '', author_url: '', content: { rendered: '' } })).to.deep.include({
      author: { id: undefined, name: '', url: undefined, avatar: undefined, badge: undefined },
      body: { format: 'text', value: '' },
    });
  });

  it('gives its writer no badge and no picture, whatever the record says', () => {
    const { author } = comment({
      author_name: 'Eve',
      badge: 'staff',
      author: { badge: 'staff' },
      author_avatar_urls: { 96: '/x' },
    });
    expect(author).to.include({ badge: undefined, avatar: undefined });
  });

  it('is none without an id', () => {
    for (const nothing of [null, [], {}, { ...COMMENT, id: null }, { ...COMMENT, id: {} }]) {
      expect(() => toWordPressComment(nothing, API))
        .to.throw(NewsError)
        .with.property('kind', 'parse');
    }
  });

  it('is harmless whatever is wrong with it', () => {
    for (const record of spoiled(COMMENT)) {
      let read;
      try {
        read = toWordPressComment(record, API);
      } catch (error) {
        expect(error).to.be.instanceOf(NewsError);
        continue;
      }
      expectHarmless(read);
    }
  });
});
