import { expect } from 'chai';
import type { Article } from '../../../../src/model/article.js';
import { NewsError } from '../../../../src/model/news-error.js';
import type { ArticlesQuery } from '../../../../src/source/adapter.js';
import { adapter } from '../../../../src/source/adapters/json-feed.js';
import {
  closeSource,
  expectFailure,
  expectHarmless,
  json,
  newSite,
  quickIo,
  serve,
  soon,
  spoiled,
} from '../support.js';

const VERSION = 'https://jsonfeed.org/version/1.1';
const ITEM = {
  id: 'ferry-1',
  url: 'https://courier.example/ferry',
  title: 'Night ferry',
  content_html: '<p>It <b>sails</b> again.</p>',
  content_text: 'It sails again.',
  summary: 'The night ferry is back.',
  image: '/img/ferry.jpg',
  banner_image: '/img/banner.jpg',
  date_published: '2026-11-20T09:30:00-05:00',
  date_modified: '2026-11-21T10:00:00Z',
  authors: [{ name: 'Ines Vale', url: '/ines', avatar: '/ines.png' }],
  tags: ['Town', 'Harbour'],
  language: 'en-GB',
};
const feed = (items: unknown, changes: object = {}) => ({
  version: VERSION,
  title: 'Harbour Courier',
  home_page_url: 'https://courier.example/',
  items,
  ...changes,
});
const item = (id: number, changes: object = {}) => ({
  id: String(id),
  url: `https://courier.example/${id}`,
  title: `Story ${id}`,
  ...changes,
});

const articles = (src: string, query: Partial<ArticlesQuery> = {}) =>
  adapter.articles!({ limit: 10, ...query, src }, quickIo());
const article = (src: string, wanted?: string) => adapter.article!({ src, item: wanted }, quickIo());
const ids = ({ items }: { items: readonly Article[] }) => items.map(({ id }) => id);
/** The one story of a feed. */
async function read(record: unknown, changes: object = {}): Promise<Article> {
  const src = `${newSite()}/news/feed.json`;
  serve({ [src]: feed([record], changes) });
  return (await articles(src)).items[0]!;
}

describe('JSON Feed: items', () => {
  afterEach(closeSource);

  it('become stories, whole', async () => {
    const src = `${newSite()}/news/feed.json`;
    const asked = serve({ [src]: feed([ITEM]) });
    const site = new URL(src).origin;
    expect((await articles(src)).items).to.deep.equal([
      {
        id: 'ferry-1',
        url: 'https://courier.example/ferry',
        title: 'Night ferry',
        excerpt: 'The night ferry is back.',
        body: { format: 'html', value: '<p>It <b>sails</b> again.</p>' },
        image: {
          src: `${site}/img/ferry.jpg`,
          srcset: [],
          width: undefined,
          height: undefined,
          alt: '',
          caption: undefined,
          credit: undefined,
        },
        authors: [
          {
            id: undefined,
            name: 'Ines Vale',
            url: `${site}/ines`,
            avatar: `${site}/ines.png`,
            badge: undefined,
          },
        ],
        published: '2026-11-20T14:30:00.000Z',
        updated: '2026-11-21T10:00:00.000Z',
        categories: [{ id: undefined, name: 'Town', url: undefined }],
        tags: [
          { id: undefined, name: 'Town', url: undefined },
          { id: undefined, name: 'Harbour', url: undefined },
        ],
        source: { name: 'Harbour Courier', url: 'https://courier.example/' },
        lang: 'en-GB',
        commentCount: undefined,
        commentsOpen: undefined,
        access: 'public',
      },
    ]);
    expect(asked.length).to.equal(1);
  });

  const BODIES: [what: string, record: object, body: Article['body']][] = [
    [
      'HTML before text',
      { content_html: '<p>a</p>', content_text: 'b' },
      { format: 'html', value: '<p>a</p>' },
    ],
    ['text alone', { content_text: 'a < b\nc' }, { format: 'text', value: 'a < b\nc' }],
    ['text where the HTML is empty', { content_html: '', content_text: 'b' }, { format: 'text', value: 'b' }],
    [
      'text where the HTML is of a wrong type',
      { content_html: {}, content_text: 'b' },
      { format: 'text', value: 'b' },
    ],
    ['nothing', {}, undefined],
  ];
  for (const [what, record, body] of BODIES) {
    it(`have for a body ${what}`, async () => expect((await read(item(1, record))).body).to.deep.equal(body));
  }

  const LONG = `${'word '.repeat(100)}end`;
  const WORDS: [what: string, record: object, title: string, excerpt: string | undefined][] = [
    ['summary', { summary: 'In short.' }, 'In short.', 'In short.'],
    ['text', { content_text: 'Two lines\nof text.' }, 'Two lines of text.', 'Two lines of text.'],
    [
      'HTML',
      { content_html: '<p>Fish &amp; <b>chips</b></p><script>x</script>' },
      'Fish & chips',
      'Fish & chips',
    ],
    ['text where the summary is empty', { summary: ' ', content_text: 'Text.' }, 'Text.', 'Text.'],
    [
      'first words of a long text',
      { content_text: LONG },
      `${'word '.repeat(24).trim()}…`,
      `${'word '.repeat(48).trim()}…`,
    ],
    [
      'first signs of a text without spaces',
      { content_text: '🚢'.repeat(200) },
      `${'🚢'.repeat(60)}…`,
      `${'🚢'.repeat(120)}…`,
    ],
    [
      'an odd number of signs',
      { content_text: `x${'🚢'.repeat(200)}` },
      `x${'🚢'.repeat(59)}…`,
      `x${'🚢'.repeat(119)}…`,
    ],
  ];
  for (const [what, record, title, excerpt] of WORDS) {
    it(`without a title are named by: ${what}`, async () => {
      expect(await read({ id: '1', url: '/1', title: '', ...record })).to.include({ title, excerpt });
    });
  }

  it('have a title that is text, not HTML', async () => {
    expect((await read(item(1, { title: 'Use <b> & &amp; well' }))).title).to.equal('Use <b> & &amp; well');
    expect((await read(item(1, { title: 'x'.repeat(10_000) }))).title).to.have.length(10_000);
  });

  const SOURCES: [what: string, record: object, url: string | undefined, source: Article['source']][] = [
    ['here', { url: '/1' }, 'https://SITE/1', { name: 'Harbour Courier', url: 'https://courier.example/' }],
    [
      'elsewhere, with a page here',
      { url: '/1', external_url: 'https://www.coast.example/x' },
      'https://SITE/1',
      { name: 'coast.example', url: 'https://www.coast.example/x' },
    ],
    [
      'elsewhere only',
      { external_url: 'https://www.coast.example/x' },
      'https://www.coast.example/x',
      { name: 'Harbour Courier', url: 'https://courier.example/' },
    ],
    [
      'elsewhere, with an empty address here',
      { url: '', external_url: 'https://www.coast.example/x' },
      'https://www.coast.example/x',
      { name: 'Harbour Courier', url: 'https://courier.example/' },
    ],
    [
      'nowhere that is an address',
      { url: 'javascript:alert(1)', external_url: 'javascript:alert(1)' },
      undefined,
      { name: 'Harbour Courier', url: 'https://courier.example/' },
    ],
  ];
  for (const [what, record, url, source] of SOURCES) {
    it(`that stand ${what}`, async () => {
      const story = await read({ id: '1', title: 'Ferry', ...record });
      expect(story.url?.replace(/site-\d+\.example/, 'SITE')).to.equal(url);
      expect(story.source).to.deep.equal(source);
    });
  }

  const AUTHORS: [what: string, record: object, changes: object, names: string[]][] = [
    ['1.1: a list', { authors: [{ name: 'A' }, { name: 'B' }] }, {}, ['A', 'B']],
    ['1.0: one', { author: { name: 'A' } }, {}, ['A']],
    ['the list before the one', { authors: [{ name: 'A' }], author: { name: 'B' } }, {}, ['A']],
    ["the feed's list", {}, { authors: [{ name: 'F' }] }, ['F']],
    ["the feed's one", { authors: [] }, { author: { name: 'F' } }, ['F']],
    ['none without a name', { authors: [{ url: '/x' }, null, 7, { name: '' }] }, {}, ['7']],
    ['none', {}, {}, []],
  ];
  for (const [what, record, changes, names] of AUTHORS) {
    it(`have authors by ${what}`, async () => {
      expect((await read(item(1, record), changes)).authors.map(({ name }) => name)).to.deep.equal(names);
    });
  }

  it('take a number for an id, the banner for a picture, and the language of the feed', async () => {
    const story = await read({ id: 7, title: 'Ferry', banner_image: '/banner.jpg' }, { language: 'de' });
    expect(story).to.include({ id: '7', lang: 'de' });
    expect(story.image!.src).to.match(/\/banner\.jpg$/);
    expect((await read(item(1, { image: '', banner_image: '/b.jpg' }))).image!.src).to.match(/b\.jpg$/);
  });

  it('without dates, or with wrong ones, have none', async () => {
    expect(await read(item(1))).to.include({ published: undefined, updated: undefined });
    const wrong = { date_published: 1_700_000_000, date_modified: 'soon' };
    expect(await read(item(1, wrong))).to.include({ published: undefined, updated: undefined });
  });

  it('are harmless whatever is wrong with them, or with their feed', async () => {
    const src = `${newSite()}/feed.json`;
    const attempt = async (answer: unknown) => {
      serve({ [src]: () => json(answer) });
      try {
        const page = await adapter.articles!({ src, limit: 1 }, quickIo({ fresh: true }));
        page.items.forEach(expectHarmless);
      } catch (error) {
        expect(error).to.be.instanceOf(NewsError);
      }
    };
    const one = {
      ...ITEM,
      content_html: 'text',
      external_url: 'https://coast.example/',
      author: { name: 'A' },
    };
    for (const record of spoiled(one)) await attempt(feed([record]));
    for (const whole of spoiled(feed([item(1)], { authors: [{ name: 'F' }], next_url: '' })))
      await attempt(whole);
  });

  it('that are broken do not take the others with them', async () => {
    const src = `${newSite()}/feed.json`;
    serve({ [src]: feed([null, 7, item(1), {}, [], item(2)]) });
    expect(ids(await articles(src))).to.deep.equal(['1', '2']);
  });
});

describe('JSON Feed: feeds', () => {
  afterEach(closeSource);

  for (const version of ['https://jsonfeed.org/version/1', VERSION, 'http://jsonfeed.org/version/1.1']) {
    it(`of ${version} are read`, async () => {
      const src = `${newSite()}/feed.json`;
      serve({ [src]: feed([item(1)], { version }) });
      expect(ids(await articles(src))).to.deep.equal(['1']);
    });
  }

  const NO_FEEDS: unknown[] = [
    null,
    [],
    'x',
    {},
    feed([item(1)], { version: 'https://jsonfeed.org/version/2' }),
    feed([item(1)], { version: 1.1 }),
    feed([item(1)], { version: [VERSION] }),
    feed([item(1)], { version: { toString: 1 } }),
    feed([item(1)], { version: `https://evil.example/${VERSION}` }),
    feed({ 0: item(1), length: 1 }),
    feed(undefined),
  ];
  for (const answer of NO_FEEDS) {
    it(`${JSON.stringify(answer).slice(0, 90)} is none`, async () => {
      const src = `${newSite()}/feed.json`;
      serve({ [src]: () => json(answer) });
      await expectFailure(articles(src), 'parse');
      await expectFailure(article(src), 'parse');
    });
  }

  it('may be empty', async () => {
    const src = `${newSite()}/feed.json`;
    serve({ [src]: feed([]) });
    expect(await articles(src)).to.deep.equal({ items: [] });
    await expectFailure(article(src), 'not-found');
  });
});

describe('JSON Feed: pages', () => {
  afterEach(closeSource);

  /** A feed whose pages hold two stories each; `next` says what comes after each page. */
  const pages = (
    next: (page: number) => unknown,
    items = (page: number): unknown => [item(page * 2 - 1), item(page * 2)],
  ) => {
    const src = `${newSite()}/feed.json?page=1`;
    const asked = serve(({ url }) => {
      const page = Number(new URL(url).searchParams.get('page'));
      return feed(items(page), { next_url: next(page) });
    });
    const askedPages = () => asked.map(({ url }) => Number(new URL(url).searchParams.get('page')));
    return { src, askedPages };
  };

  it('are read until there are enough stories', async () => {
    const { src, askedPages } = pages((page) => `?page=${page + 1}`);
    expect(ids(await articles(src, { limit: 3 }))).to.deep.equal(['1', '2', '3']);
    expect(askedPages()).to.deep.equal([1, 2]);
  });

  it('are read no further than the fifth', async () => {
    const { src, askedPages } = pages((page) => `?page=${page + 1}`);
    expect((await articles(src, { limit: 50 })).items).to.have.length(10);
    expect(askedPages()).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('are read once each when they go in a circle', async () => {
    const { src, askedPages } = pages((page) => `?page=${page === 2 ? 1 : 2}`);
    expect((await articles(src, { limit: 50 })).items).to.have.length(4);
    expect(askedPages()).to.deep.equal([1, 2]);
    const itself = pages(() => '?page=1');
    await articles(itself.src, { limit: 50 });
    expect(itself.askedPages()).to.deep.equal([1]);
  });

  for (const next of [
    '',
    null,
    7,
    {},
    'javascript:alert(1)',
    'mailto:a@site.example',
    'data:application/json,{}',
  ]) {
    it(`end at the address ${JSON.stringify(next)}`, async () => {
      const { src, askedPages } = pages(() => next);
      expect((await articles(src, { limit: 50 })).items).to.have.length(2);
      expect(askedPages()).to.deep.equal([1]);
    });
  }

  it('are not asked for at another host, which the page did not name', async () => {
    const { src, askedPages } = pages(() => 'https://tracker.example/?page=2');
    expect((await articles(src, { limit: 50 })).items).to.have.length(2);
    expect(askedPages()).to.deep.equal([1]);
  });

  it('that are broken leave what was read before', async () => {
    const { src } = pages(
      (page) => `?page=${page + 1}`,
      (page) => (page === 3 ? 'broken' : [item(page)]),
    );
    expect(ids(await articles(src, { limit: 50 }))).to.deep.equal(['1', '2']);
  });

  it('are searched for a story by id or address', async () => {
    const { src, askedPages } = pages((page) => `?page=${page + 1}`);
    expect((await article(src, '5')).title).to.equal('Story 5');
    expect(askedPages()).to.deep.equal([1, 2, 3]);
    expect((await article(src, 'https://courier.example/2')).title).to.equal('Story 2');
    expect((await article(src)).title).to.equal('Story 1');
    await expectFailure(article(src, 'gone'), 'not-found');
  });

  it('end when nobody wants them any more', async () => {
    const controller = new AbortController();
    const src = `${newSite()}/feed.json`;
    const asked = serve(({ url }) => {
      if (url === src) return feed([item(1)], { next_url: '?page=2' });
      return () => soon().then(() => (controller.abort(), json(feed([]))));
    });
    const list = adapter.articles!({ src, limit: 50 }, quickIo({}, controller.signal));
    expect(await list.catch((error: unknown) => (error as Error).name)).to.equal('AbortError');
    expect(asked.length).to.equal(2);
  });
});
