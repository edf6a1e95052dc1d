import { expect } from 'chai';
import { NewsError } from '../../../../src/model/news-error.js';
import { adapter } from '../../../../src/source/adapters/html.js';
import { closeSource, expectHarmless, newSite, quickIo, serve, spoiled } from '../support.js';

const page = (head: string) =>
  new Response(`<!doctype html><html lang="en"><head><title>Quay</title>${head}</head><body></body></html>`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
const script = (text: string, type = 'application/ld+json') => `<script type="${type}">${text}</script>`;
const ld = (thing: unknown) => script(JSON.stringify(thing));
/** The story of a page with this head. */
async function read(head: string) {
  const src = `${newSite()}/ferry`;
  serve({ [src]: page(head) });
  return adapter.article!({ src }, quickIo());
}
async function comments(head: string) {
  const src = `${newSite()}/ferry`;
  serve({ [src]: page(head) });
  return (await adapter.comments!({ src, order: 'oldest' }, quickIo())).items;
}
const STORY = { '@type': 'NewsArticle', headline: 'Ferry' };

describe('web pages: JSON-LD', () => {
  afterEach(closeSource);

  const FORMS: [what: string, head: string][] = [
    ['as it should be', ld(STORY)],
    ['in a list', ld([{ '@type': 'Organization', name: 'x' }, STORY])],
    ['in a graph', ld({ '@graph': [STORY] })],
    ['in a page', ld({ '@type': 'WebPage', mainEntity: STORY })],
    [
      'by a link',
      ld([
        { '@type': 'WebPage', mainEntity: { '@id': '#a' } },
        { ...STORY, '@id': '#a' },
      ]),
    ],
    ['by the whole address of its type', ld({ ...STORY, '@type': ['http://schema.org/BlogPosting', 'x'] })],
    ['by a prefix', ld({ ...STORY, '@type': 'schema:ReportageNewsArticle' })],
    [
      'with a parameter of its media type',
      script(JSON.stringify(STORY), 'Application/LD+JSON; charset=utf-8'),
    ],
    ['after a broken one', script('{') + script('nope') + ld(STORY)],
    ['after an empty one', script('') + script(' ') + ld(STORY)],
    ['in a comment', script(`<!-- ${JSON.stringify(STORY)} -->`)],
    ['in CDATA', script(`\n//<![CDATA[\n${JSON.stringify(STORY)}\n//]]>\n`)],
    ['in CDATA in a comment', script(`/*<![CDATA[*/${JSON.stringify(STORY)}/*]]>*/`)],
    ['with a comma too many', script('{"@type": "Article", "headline": "Ferry", "keywords": ["a",],}')],
    [
      'with a line break in a text',
      script('{"@type": "Article",\n"headline": "Fer\try\n"}').replace('Fer\t', 'Fer'),
    ],
    ['with a semicolon', script(`${JSON.stringify(STORY)};`)],
    ['with a language', ld({ ...STORY, headline: { '@value': 'Ferry', '@language': 'en' } })],
    ['with a name only', ld({ '@type': 'Question', name: 'Ferry' })],
    ['in entities', ld({ ...STORY, headline: '&#70;erry' })],
    ['in HTML', ld({ ...STORY, headline: '<p>Ferry</p>' })],
    [
      'beside one of another page',
      ld([
        { ...STORY, headline: 'Other', url: '/other' },
        { ...STORY, url: '/ferry/' },
      ]),
    ],
    [
      'beside questions',
      ld([{ '@type': 'FAQPage', mainEntity: [{ '@type': 'Question', name: 'Why?' }] }, STORY]),
    ],
  ];
  for (const [what, head] of FORMS) {
    it(`is found ${what}`, async () => expect((await read(head)).title).to.equal('Ferry'));
  }

  it('keeps what looks like a tag in a title of plain words', async () => {
    expect((await read(ld({ ...STORY, headline: '5 < 7 & x > <T>' }))).title).to.equal('5 < 7 & x > <T>');
  });

  const AUTHORS: [value: unknown, names: string[]][] = [
    ['Ines Vale', ['Ines Vale']],
    [
      ['Ines', { name: 'Joy' }],
      ['Ines', 'Joy'],
    ],
    [{ '@type': 'Organization', name: 'Newsroom' }, ['Newsroom']],
    [{ '@list': [{ name: 'Ines' }, 'Joy'] }, ['Ines', 'Joy']],
    [{ name: ['Ines', 'Joy'] }, ['Ines', 'Joy']],
    ['https://courier.example/ines', []],
    [{ '@id': '#nobody' }, []],
    [[null, 7, {}, '', []], ['7']],
  ];
  for (const [value, names] of AUTHORS) {
    it(`knows ${names.join(' and ') || 'nobody'} by ${JSON.stringify(value)}`, async () => {
      expect((await read(ld({ ...STORY, author: value }))).authors.map(({ name }) => name)).to.deep.equal(
        names,
      );
    });
  }

  const PICTURES: [value: unknown, src: string | undefined][] = [
    ['https://courier.example/a.jpg', 'https://courier.example/a.jpg'],
    [['https://courier.example/a.jpg', 'https://courier.example/b.jpg'], 'https://courier.example/a.jpg'],
    [{ contentUrl: 'https://courier.example/a.jpg' }, 'https://courier.example/a.jpg'],
    [{ '@id': 'https://courier.example/a.jpg' }, 'https://courier.example/a.jpg'],
    [{ url: { '@id': 'https://courier.example/a.jpg' } }, 'https://courier.example/a.jpg'],
    [
      [
        { url: 'https://courier.example/s.jpg', width: '400' },
        { url: 'https://courier.example/l.jpg', width: 1600 },
      ],
      'https://courier.example/l.jpg',
    ],
    ['javascript:alert(1)', undefined],
    [{ url: [] }, undefined],
    [[], undefined],
  ];
  for (const [value, src] of PICTURES) {
    it(`shows ${src ?? 'nothing'} for ${JSON.stringify(value)}`, async () => {
      expect((await read(ld({ ...STORY, image: value }))).image?.src).to.equal(src);
    });
  }

  for (const [value, access] of [
    [false, 'protected'],
    ['False', 'protected'],
    ['http://schema.org/False', 'protected'],
    [true, 'public'],
    ['true', 'public'],
    [undefined, 'public'],
  ] as const) {
    it(`is ${access} when isAccessibleForFree is ${String(value)}`, async () => {
      expect((await read(ld({ ...STORY, isAccessibleForFree: value }))).access).to.equal(access);
    });
  }

  it('tells of a comment count of none', async () => {
    expect((await read(ld({ ...STORY, commentCount: 0 }))).commentCount).to.equal(0);
  });

  it('reads relative addresses by the base of the page', async () => {
    const story = await read(`<base href="https://cdn.example/en/">${ld({ ...STORY, image: 'a.jpg' })}`);
    expect(story.image!.src).to.equal('https://cdn.example/en/a.jpg');
  });

  it('is harmless whatever is wrong with it', async () => {
    const thing = {
      '@type': 'NewsArticle',
      '@id': 'https://courier.example/ferry#article',
      url: 'https://courier.example/ferry',
      headline: 'Ferry',
      description: 'Short.',
      articleBody: 'Long.',
      image: [{ url: 'https://courier.example/a.jpg', width: 1, caption: 'x' }],
      author: [
        { '@id': '#ines', name: 'Ines', url: 'https://courier.example/ines', image: 'https://x.example/i' },
      ],
      publisher: { name: 'Courier', url: 'https://courier.example/' },
      datePublished: '2026-11-20',
      keywords: 'a, b',
      inLanguage: { name: 'en' },
      interactionStatistic: [
        { interactionType: 'https://schema.org/CommentAction', userInteractionCount: 3 },
      ],
      comment: [
        {
          '@id': '#1',
          text: 'One',
          author: { name: 'Bo' },
          parentItem: { '@id': '#0' },
          comment: [{ text: 'Two' }],
        },
      ],
    };
    const item = { '@type': 'ListItem', url: '/1', name: 'One', item: { url: '/1', name: 'One' } };
    const list = { '@graph': [{ '@type': 'ItemList', itemListElement: [item] }] };
    const attempt = async (value: unknown) => {
      const src = `${newSite()}/ferry`;
      serve({ [src]: page(ld(value)) });
      const io = quickIo();
      for (const ask of [
        () => adapter.article!({ src }, io),
        () => adapter.articles!({ src, limit: 3 }, io),
        () => adapter.comments!({ src, order: 'newest' }, io),
        () => adapter.posting!({ src }, io),
      ]) {
        try {
          const found = await ask();
          if ('items' in found) found.items.forEach(expectHarmless);
          else if (!('how' in found)) expectHarmless(found);
        } catch (error) {
          if (!(error instanceof NewsError)) throw error;
        }
      }
    };
    for (const value of spoiled(thing)) await attempt(value);
    for (const value of spoiled(list)) await attempt(value);
  }).timeout(60_000);

  it('may link in circles, and nest deeper than any recursion', async () => {
    const circle = [
      { '@id': '#a', '@type': 'WebPage', mainEntity: { '@id': '#b' } },
      { '@id': '#b', '@type': 'WebPage', mainEntity: { '@id': '#a' }, hasPart: [{ '@id': '#b' }] },
      { ...STORY, comment: { '@id': '#c' } },
      { '@id': '#c', '@type': 'Comment', text: 'Round', comment: [{ '@id': '#c' }] },
    ];
    expect((await read(ld(circle))).title).to.equal('Ferry');
    expect(await comments(ld(circle))).to.have.length(1);
    const depth = 3000;
    const deep = `{"@type": "Article", "headline": "Ferry", "comment": ${'{"@type": "Comment", "text": "x", "comment": ['.repeat(depth)}${']}'.repeat(depth)}}`;
    expect(await comments(script(deep))).to.have.length(depth);
    const deepest = `${'[{"@graph":'.repeat(100_000)}1${'}]'.repeat(100_000)}`;
    expect((await read(ld(STORY) + script(deepest))).title).to.equal('Ferry');
  });

  it('is read in reasonable time, however much there is', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      '@id': `#${index}`,
      '@type': 'Comment',
      text: 'x',
    }));
    const begun = performance.now();
    expect((await comments(ld([STORY, ...many]))).length).to.equal(5000);
    await read(script('{"a":"' + '<!--'.repeat(100_000)) + script('&amp;'.repeat(100_000)) + ld(STORY));
    expect(performance.now() - begun).to.be.lessThan(8000);
  });

  it('takes no time for what is nothing but spaces', async () => {
    const spaces = ' '.repeat(200_000);
    const PAGES = [
      script(`{${spaces}x`),
      script(`//${spaces}x`),
      script(`<![CDATA[${spaces}x`),
      script(`]]>${spaces}x`),
      `<meta property="article:published_time" content="2026"><meta name="keywords" content="a${spaces}b">`,
      ld({ ...STORY, keywords: `a${spaces}b` }),
    ];
    for (const page of PAGES) {
      const begun = performance.now();
      await read(page + ld(STORY));
      expect(performance.now() - begun, page.slice(0, 60)).to.be.lessThan(5000);
    }
  });
});
