import { expect } from 'chai';
import type { Article } from '../../../../src/model/article.js';
import { adapter } from '../../../../src/source/adapters/rss.js';
import { findSource } from '../../../../src/source/registry.js';
import { closeSource, expectFailure, expectHarmless, newSite, quickIo, serve, xml } from '../support.js';

const TYPES = [
  'application/rss+xml',
  'text/xml',
  'text/html; charset=utf-8',
  'text/plain',
  'application/octet-stream',
];

/** Those in other encodings lie there as Base64: the server of these tests writes what is no UTF-8 anew. */
const ENCODED = ['utf16-le', 'utf16-be', 'latin1', 'windows-1252'];

/** A feed as it lies in `test/fixtures/feeds`, byte by byte, from a site of its own. */
async function place(name: string, type = 'application/rss+xml'): Promise<string> {
  closeSource();
  const file = `${name}.xml${ENCODED.includes(name) ? '.base64' : ''}`;
  const response = await fetch(new URL(`../../../fixtures/feeds/${file}`, import.meta.url));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  const bytes = ENCODED.includes(name)
    ? Uint8Array.from(atob(await response.text()), (sign) => sign.charCodeAt(0))
    : new Uint8Array(await response.arrayBuffer());
  const src = `${newSite()}/news/${name}`;
  serve({ [src]: xml(bytes, type) });
  return src;
}
async function read(name: string, type?: string): Promise<readonly Article[]> {
  const { items } = await adapter.articles!({ src: await place(name, type), limit: 50 }, quickIo());
  items.forEach(expectHarmless);
  return items;
}
const titles = (items: readonly Article[]) => items.map(({ title }) => title);
const authors = (items: readonly Article[]) =>
  items.map((item) => item.authors.map(({ name }) => name).join());

describe('feeds of the wild', () => {
  afterEach(closeSource);

  // The same story, however it arrives. Where the type names no charset, bytes and declaration decide.
  const SAME = [
    'utf8-bom',
    'utf16-le',
    'utf16-be',
    'blank-line',
    'junk-before',
    'long-comment',
    'default-namespace',
  ];
  for (const name of SAME) {
    for (const type of TYPES) {
      it(`${name}, sent as ${type}`, async () => {
        const [story, ...others] = await read(name, type);
        expect(story).to.include({ title: 'Café – ferry', url: 'https://wild.example/ferry' });
        expect(others).to.deep.equal([]);
      });
    }
    it(`${name} is known for a feed without its name`, async () => {
      const found = await findSource({ src: await place(name, 'text/html') }, quickIo());
      expect(found.adapter).to.equal(adapter);
    });
  }

  it('encodings that the declaration names', async () => {
    expect(titles(await read('windows-1252'))).to.deep.equal(['Café – ferry']);
    expect(titles(await read('latin1'))).to.deep.equal(['Café - ferry']);
    // RFC 7303: what the header says goes before.
    expect(titles(await read('latin1', 'text/xml; charset=iso-8859-1'))).to.deep.equal(['Café - ferry']);
  });

  it('CDATA, also around its own end', async () => {
    const [story] = await read('cdata');
    expect(story).to.include({
      title: 'Fish & chips daily',
      url: 'https://wild.example/a?b=1&c=2',
      excerpt: 'Code ends with a[b[0]]> x, he said.',
    });
  });

  it('text that was escaped twice', async () => {
    const [story] = await read('double-escaped');
    expect(story).to.include({ title: 'AT&T buys "Quay & Co"', excerpt: '<p>Escaped twice</p> once' });
    expect(story!.categories.map(({ name }) => name)).to.deep.equal(['R&D']);
  });

  it('bases in bases', async () => {
    const [story] = await read('bases');
    expect(story).to.include({ url: 'https://wild.example/sv/2026/farja' });
    expect(story!.image!.src).to.equal('https://wild.example/media/farja.jpg');
    expect(story!.source).to.deep.equal({ name: 'Wild Quay', url: 'https://wild.example/sv/' });
  });

  it('dates in every form, or none', async () => {
    const items = await read('dates');
    const moment = '2026-11-20T08:30:00.000Z';
    expect(items.map(({ title, published }) => [title, published])).to.deep.equal([
      ...Array.from({ length: 10 }, (_, index) => [String(index), moment]),
      ['10', undefined],
      ['11', undefined],
      ['none', undefined],
      ['dc', moment],
    ]);
  });

  it('pictures in groups, thumbnails, and several enclosures', async () => {
    const items = await read('media');
    expect(items.map(({ image }) => image?.src)).to.deep.equal([
      'https://wild.example/l.jpg',
      'https://wild.example/t.jpg',
      'https://wild.example/e.png',
      undefined,
    ]);
    expect(items[0]!.image!.srcset.map(({ width }) => width)).to.deep.equal([400, 1600]);
  });

  it('names of HTML that XML does not know', async () => {
    const [story] = await read('undeclared-entities');
    expect(story).to.include({
      title: 'Café – ferry & tram & co',
      url: 'https://wild.example/?a=1&b=2',
      excerpt: '9 €',
    });
    expect(authors([story!])).to.deep.equal(['André Öberg']);
    const entries = await read('undeclared-entities-atom');
    expect(titles(entries)).to.deep.equal(['Café – ferry']);
    expect(authors(entries)).to.deep.equal(['André']);
  });

  it('prefixes that nobody declared: the known ones mean what they always mean', async () => {
    const [story] = await read('undeclared-prefixes');
    expect(story).to.deep.include({ title: 'Ferry', body: { format: 'html', value: '<p>Whole text</p>' } });
    expect(story!.image!.src).to.equal('https://wild.example/f.jpg');
    expect(authors([story!])).to.deep.equal(['Ines Vale']);
  });

  it('nothing in it', async () => {
    expect(await read('empty')).to.deep.equal([]);
    expect(await read('no-items-at-all')).to.deep.equal([]);
  });

  it('notes without titles', async () => {
    const items = await read('descriptions-only');
    expect(items.map(({ title, excerpt }) => [title, excerpt])).to.deep.equal([
      ['', 'The first note.'],
      ['', 'The second note.'],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).to.equal(2);
  });

  it('guids that are links, and those that are not', async () => {
    const items = await read('guids');
    expect(items.map(({ id, url }) => [id, url])).to.deep.equal([
      ['4711', undefined],
      ['https://wild.example/4711', undefined],
      ['https://wild.example/4712', 'https://wild.example/4712'],
      ['tag:wild.example,2026:4713', 'https://wild.example/4713'],
    ]);
  });

  it('e-mail addresses, which are shown nowhere', async () => {
    const items = await read('authors');
    expect(authors(items)).to.deep.equal([
      'Ines Vale',
      '',
      '',
      'Joy Okafor (Editor)',
      'Joy Okafor',
      '@joy',
      'Måns Lindqvist',
    ]);
    expect(JSON.stringify(items)).not.to.contain('@wild');
  });

  it('a podcast', async () => {
    const items = await read('podcast');
    expect(titles(items)).to.deep.equal(['Episode 2', 'Episode 1']);
    expect(authors(items)).to.deep.equal(['Joy Okafor', 'Wild Radio']);
    expect(items.map(({ image }) => image?.src)).to.deep.equal([
      'https://wild.example/2.jpg',
      'https://wild.example/cover.jpg',
    ]);
    expect(items[0]!.excerpt).to.equal('Fog again.');
  });

  it('characters that XML forbids', async () => {
    const [story] = await read('control-characters');
    expect(story).to.include({ title: 'Ferry runs', excerpt: 'Again' });
  });

  for (const name of ['broken-off', 'atom-without-namespace']) {
    it(`${name} is an error that says so`, async () => {
      const src = await place(name);
      await expectFailure(adapter.articles!({ src, limit: 5 }, quickIo()), 'parse');
    });
  }

  it('a very long feed', async () => {
    const src = `${newSite()}/feed.xml`;
    const items = Array.from({ length: 9000 }, (_, n) => `<item><title>${n}</title><guid>${n}</guid></item>`);
    serve({ [src]: xml(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`) });
    const begun = performance.now();
    const page = await adapter.articles!({ src, limit: 20, relatedTo: '7' }, quickIo());
    expect(page.items).to.have.length(20);
    expect(page.next).to.be.a('string');
    expect(performance.now() - begun).to.be.lessThan(5000);
  });
});
