import { expect } from 'chai';
import { NewsError } from '../../../../src/model/news-error.js';
import { toFields } from '../../../../src/source/mapping/fields.js';
import { toMapping } from '../../../../src/source/mapping/mapping.js';
import { COMMENT, STORY } from '../../../../src/source/mapping/shapes.js';

const story = (fields: unknown, record: unknown) => toFields(fields, STORY, 'item').read(record);

describe('fields of a mapping', () => {
  const READ: [what: string, fields: object, record: unknown, expected: object][] = [
    ['HTML in a title', { title: { html: 't' } }, { t: '<b>A</b> &amp; B' }, { title: 'A & B' }],
    ['text', { title: 't' }, { t: '<b>A</b>' }, { title: '<b>A</b>' }],
    [
      'Markdown',
      { body: { markdown: 'x.y' } },
      { x: { y: '*a*' } },
      { body: { format: 'markdown', value: '*a*' } },
    ],
    ['a bare body is text', { body: 'b' }, { b: '<b>' }, { body: '<b>' }],
    ['seconds', { published: 'd' }, { d: 1763971200 }, { published: '2025-11-24T08:00:00.000Z' }],
    ['milliseconds', { published: 'd' }, { d: 1763971200000 }, { published: '2025-11-24T08:00:00.000Z' }],
    [
      'the unit',
      { published: { date: 'd', unit: 'ms' } },
      { d: 1 },
      { published: '1970-01-01T00:00:00.001Z' },
    ],
    [
      'text of seconds',
      { published: { date: 'd', unit: 's' } },
      { d: '60' },
      { published: '1970-01-01T00:01:00.000Z' },
    ],
    ['no date', { published: 'd' }, { d: 1e300 }, { published: undefined }],
    ['a date as text', { published: 'd' }, { d: '2025-11-24' }, { published: '2025-11-24' }],
    ['numbers as text', { commentCount: 'n' }, { n: ' 12 ' }, { commentCount: 12 }],
    ['no number', { commentCount: 'n' }, { n: '1e9' }, { commentCount: '1e9' }],
    ['a literal', { lang: { value: 'fr' } }, {}, { lang: 'fr' }],
    [
      'words',
      { commentsOpen: { path: 's', values: { shut: false } } },
      { s: 'shut' },
      { commentsOpen: false },
    ],
    [
      'unknown words',
      { commentsOpen: { path: 's', values: { shut: false } } },
      { s: 'constructor' },
      { commentsOpen: undefined },
    ],
    [
      'booleans as words',
      { access: { path: 's', values: { true: 'protected' } } },
      { s: true },
      { access: 'protected' },
    ],
    [
      'an address',
      { url: { template: 'https://s.example/{a.slug}/' } },
      { a: { slug: 'é/x?' } },
      { url: 'https://s.example/%C3%A9/x%3F/' },
    ],
    [
      'an address of a path',
      { url: { template: 'https://s.example/{p}' } },
      { p: '//evil.example' },
      { url: 'https://s.example/evil.example' },
    ],
    ['half an address', { url: { template: 'https://s.example/{p}' } }, {}, { url: undefined }],
    ['words put together', { title: { template: '{a}: {b}' } }, { a: 'A & B', b: 7 }, { title: 'A & B: 7' }],
    ['one author', { authors: 'by' }, { by: 'Ann' }, { authors: ['Ann'] }],
    ['no author', { authors: 'by' }, { by: null }, { authors: [] }],
    [
      'authors',
      { authors: { list: 'by', name: 'n' } },
      { by: [{ n: 'A' }, { n: 'B' }] },
      { authors: [{ name: 'A' }, { name: 'B' }] },
    ],
    ['a list of names', { authors: { list: 'by', name: '@' } }, { by: ['A'] }, { authors: [{ name: 'A' }] }],
    [
      'an author in pieces',
      { authors: { name: { template: '{f} {l}' } } },
      { f: 'A', l: 'B' },
      { authors: [{ name: 'A B' }] },
    ],
    ['a picture', { image: 'i' }, { i: '/p.jpg' }, { image: '/p.jpg' }],
    ['what is not there', { title: 'x', tags: 'y[]' }, 'text', { title: undefined, tags: [] }],
  ];
  for (const [what, fields, record, expected] of READ) {
    it(what, () => expect(story(fields, record)).to.deep.equal(expected));
  }
});

describe('a wrong mapping says what is wrong', () => {
  const good = { item: { id: 'id', title: 't' }, comments: { id: 'id', body: 'b' } };
  const WRONG: [mapping: unknown, ...says: string[]][] = [
    [undefined, 'data-role="mapping"'],
    [null, 'must be an object', 'item'],
    [[], 'must be an object'],
    ['item', 'must be an object'],
    [{}, '`item`', '`comments`'],
    [{ ...good, itme: {} }, '`itme` is not known', 'Is `item` meant?', 'paging'],
    [{ item: { titel: 't' } }, '`item.titel`', 'Is `title` meant?'],
    [{ item: { author: 't' } }, '`item.author`', 'Is `authors` meant?'],
    [{ item: { title: 7 } }, '`item.title`', '{"html": …}'],
    [{ item: { title: { markdown: 't' } } }, '`item.title`', '{"markdown": …}'],
    [{ item: { title: { html: 't', text: 't' } } }, '`item.title`'],
    [{ item: { title: { path: 't', unit: 's' } } }, '`item.title.unit`', 'values'],
    [{ item: { title: 'a..b' } }, '`item.title`', 'a..b'],
    [{ item: { published: { date: 'd', unit: 'minutes' } } }, '`item.published.unit`', '"s" or "ms"'],
    [{ item: { url: { template: 'https://{x}.example/' } } }, '`item.url.template`', 'host'],
    [{ item: { image: { alt: 't', src: 's', size: 'x' } } }, '`item.image.size`', 'width'],
    [{ item: { request: '/x/{id}' } }, '{id}', '{item}'],
    [{ item: JSON.parse('{"__proto__": "x"}') }, '__proto__', 'is not known'],
    [{ ...good, list: ['x'] }, '`list`', 'path'],
    [{ ...good, paging: { total: 7 } }, '`paging.total`', 'header'],
    [{ ...good, paging: { total: { header: 'a b' } } }, '`paging.total`'],
    [{ ...good, paging: { cursor: 'c', next: 'n' } }, '`cursor`', '`next`'],
    [{ ...good, paging: { size: '50' } }, '`paging.size`', 'whole number'],
    [{ comments: { ...good.comments, paging: { request: '?x' } } }, '`comments.paging.request`'],
    [{ comments: { ...good.comments, status: { path: 's', values: { x: 'gone' } } } }, '"gone"', 'deleted'],
    [{ comments: { ...good.comments, request: '/c/{id}' } }, '`item.id`'],
    [{ ...good, posting: {} }, '`request` or `link`'],
    [{ ...good, posting: { request: '/c' } }, '`json` or `form`'],
    [{ ...good, posting: { request: '/c', json: { a: '{name}' } } }, '{comment}'],
    [{ ...good, posting: { request: '/c', json: { a: '{text}' } } }, '{text}', '{comment}'],
    [{ ...good, posting: { request: '/c', json: { 'a[0]': '{comment}' } } }, 'keys alone'],
    [{ ...good, posting: { request: '/c', json: { constructor: '{comment}' } } }, 'constructor'],
    [
      { ...good, posting: { request: '/c', json: { a: { upper: '{comment}' } } } },
      '`posting.json.a.upper`',
      'number',
    ],
    [
      { ...good, posting: { request: '/c', json: { a: '{comment}' }, refusals: { kinds: { X: 'spam' } } } },
      '"spam"',
      'duplicate',
    ],
  ];
  for (const [mapping, ...says] of WRONG) {
    it(`${JSON.stringify(mapping)?.slice(0, 90)}`, () => {
      const error = expect(() => toMapping(mapping)).to.throw(NewsError);
      error.that.includes({ kind: 'unsupported' });
      for (const words of says) error.with.property('message').that.contains(words);
    });
  }

  it('all fields of the model can be named', () => {
    expect(Object.keys(STORY)).to.include.members(['title', 'access', 'commentsOpen', 'source']);
    expect(Object.keys(COMMENT)).to.include.members(['parentId', 'moreReplies', 'warning']);
  });
});
