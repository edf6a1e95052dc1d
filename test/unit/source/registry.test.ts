import { expect } from 'chai';
import type { Adapter } from '../../../src/source/adapter.js';
import { adapter as jsonFeed } from '../../../src/source/adapters/json-feed.js';
import { adapter as rss } from '../../../src/source/adapters/rss.js';
import { adapter as wordpress } from '../../../src/source/adapters/wordpress.js';
import { findSource, registerAdapter } from '../../../src/source/registry.js';
import { closeSource, expectFailure, json, newSite, quickIo, serve, xml } from './support.js';

const BUILT_IN = { wordpress, 'json-feed': jsonFeed, rss };
const find = async (src: string, name?: string) =>
  (await findSource({ src, adapter: name }, quickIo())).adapter;

describe('findSource: by name', () => {
  afterEach(closeSource);

  for (const [name, adapter] of Object.entries(BUILT_IN)) {
    it(`${name}, whatever the URL looks like, without a request`, async () => {
      const asked = serve({});
      expect(await find(`${newSite()}/wp-json/wp/v2/posts`, name)).to.equal(adapter);
      expect(asked.length).to.equal(0);
    });
  }

  for (const name of ['wordpres', 'toString', '__proto__', 'constructor']) {
    it(`${name} is unsupported, and the error names those that there are`, async () => {
      const asked = serve({});
      const error = await expectFailure(find('https://site.example/feed', name), 'unsupported');
      expect(error.message).to.contain(name).and.to.contain('wordpress, wordpress-com, waline');
      expect(error.url).to.equal('https://site.example/feed');
      expect(asked.length).to.equal(0);
    });
  }
});

describe('findSource: by URL', () => {
  afterEach(closeSource);

  for (const path of ['/wp-json/wp/v2/posts/42', '/news/?rest_route=/wp/v2/posts', '/wp/v2/sites/1/posts']) {
    it(`${path} is WordPress, without a request`, async () => {
      const asked = serve({});
      expect(await find(newSite() + path)).to.equal(wordpress);
      expect(asked.length).to.equal(0);
    });
  }

  it('an address that only looks like a feed is asked all the same', async () => {
    const url = `${newSite()}/feed/`;
    const asked = serve({ [url]: { version: 'https://jsonfeed.org/version/1.1', items: [] } });
    expect(await find(url)).to.equal(jsonFeed);
    expect(asked.length).to.equal(1);
  });
});

describe('findSource: by the answer', () => {
  afterEach(closeSource);
  const post = { id: 42, title: { rendered: 'Ferry' }, content: { rendered: '' } };
  const item = '<item><title>Ferry</title></item>';

  const ANSWERS: [what: string, reply: () => Response, adapter: Adapter][] = [
    ['a list of posts', () => json([post]), wordpress],
    ['one post', () => json(post), wordpress],
    ['JSON Feed 1.0', () => json({ version: 'https://jsonfeed.org/version/1', items: [] }), jsonFeed],
    ['JSON Feed 1.1', () => json({ version: 'https://jsonfeed.org/version/1.1', items: [] }), jsonFeed],
    ['RSS', () => xml(`<?xml version="1.0"?><rss version="2.0"><channel>${item}</channel></rss>`), rss],
    ['RSS as plain text', () => xml(`\n<rss><channel>${item}</channel></rss>`, 'text/plain'), rss],
    ['RSS that says it is HTML', () => xml(`<rss><channel>${item}</channel></rss>`, 'text/html'), rss],
    ['RSS after a long comment', () => xml(`<!-- ${'-x'.repeat(1500)} --><rss version="2.0"/>`), rss],
    ['RDF', () => xml('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'), rss],
    ['Atom', () => xml('<feed xmlns="http://www.w3.org/2005/Atom"/>', 'application/atom+xml'), rss],
    ['Atom with a prefix', () => xml('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>'), rss],
  ];
  for (const [what, reply, adapter] of ANSWERS) {
    it(`knows ${what}`, async () => {
      const url = `${newSite()}/news`;
      serve({ [url]: reply });
      expect(await find(url)).to.equal(adapter);
    });
  }

  const UNKNOWN: unknown[] = [
    null,
    7,
    'x',
    [],
    [null],
    {},
    { data: [] },
    { items: [], type: 'feed' },
    { title: 'Ferry' },
    [{ title: { rendered: 7 } }],
    { title: { toString: 1 } },
    { version: 'https://evil.example/?https://jsonfeed.org/version/1', items: [] },
    { version: 1, items: [] },
    { version: ['https://jsonfeed.org/version/1'], items: [] },
    { version: { toString: 1, valueOf: 1 } },
    JSON.parse('{"__proto__": {"version": "https://jsonfeed.org/version/1", "title": {"rendered": "x"}}}'),
  ];
  for (const answer of UNKNOWN) {
    it(`${JSON.stringify(answer)} is unsupported`, async () => {
      const url = `${newSite()}/news`;
      serve({ [url]: () => json(answer) });
      const error = await expectFailure(find(url), 'unsupported');
      expect(error.message).to.contain('wordpress, wordpress-com, waline').and.to.contain('mapping');
      expect(error.url).to.equal(url);
    });
  }

  const NO_FEEDS: [what: string, text: string][] = [
    ['nothing', ''],
    ['words', 'Service is down for maintenance.'],
    ['truncated JSON', '{"version": "https://jsonfeed.org/version/1"'],
  ];
  for (const [what, text] of NO_FEEDS) {
    it(`${what} is parse`, async () => {
      const url = `${newSite()}/news`;
      serve({ [url]: xml(text, 'text/plain') });
      const error = await expectFailure(find(url), 'parse');
      expect(error.url).to.equal(url);
      expect(error.message).to.contain('web page');
    });
  }

  it('passes on why there was no answer', async () => {
    const url = `${newSite()}/news`;
    serve({ [url]: new Response('', { status: 404 }) });
    await expectFailure(find(url), 'not-found');
  });

  it('costs no second request: the adapter reads the same answer again', async () => {
    const url = `${newSite()}/news`;
    const asked = serve({ [url]: [post] });
    const io = quickIo();
    await findSource({ src: url }, io);
    expect((await io.json(url)).value).to.deep.equal([post]);
    expect(asked.length).to.equal(1);
  });
});

describe('registerAdapter', () => {
  afterEach(closeSource);
  const own = (title: string): Adapter => ({ article: () => Promise.reject(new Error(title)) });

  it('adds one that is found by name, URL or answer', async () => {
    const adapter = own('bulletin');
    registerAdapter({
      name: 'bulletin',
      matchesUrl: (url) => url.includes('/bulletin/'),
      matchesAnswer: ({ json, text }) =>
        JSON.stringify(json ?? '').includes('bulletin') || text === '# bulletin',
      load: async () => adapter,
    });
    const [inJson, inText] = [`${newSite()}/x`, `${newSite()}/x`];
    serve({ [inJson]: { kind: 'bulletin' }, [inText]: new Response('# bulletin') });
    expect(await find('https://site.example/x', 'bulletin')).to.equal(adapter);
    expect(await find('https://site.example/bulletin/1')).to.equal(adapter);
    expect(await find(inJson)).to.equal(adapter);
    expect(await find(inText)).to.equal(adapter);
  });

  it('asks it before those that come with the library', async () => {
    const adapter = own('ours');
    registerAdapter({
      name: 'ours',
      matchesUrl: (url) => url.startsWith('https://ours.example/'),
      load: async () => adapter,
    });
    expect(await find('https://ours.example/wp-json/wp/v2/posts')).to.equal(adapter);
    expect(await find('https://theirs.example/wp-json/wp/v2/posts')).to.equal(wordpress);
  });

  it('replaces the one of that name', async () => {
    const [first, second] = [own('first'), own('second')];
    registerAdapter({ name: 'paper', matchesUrl: (url) => url.includes('/paper/'), load: async () => first });
    registerAdapter({ name: 'paper', load: async () => second });
    expect(await find('https://site.example/', 'paper')).to.equal(second);
    const url = `${newSite()}/paper/`;
    serve({ [url]: {} });
    const error = await expectFailure(find(url), 'unsupported');
    expect(error.message.match(/paper/g)).to.have.length(1);
  });

  it('says so when the code of an adapter does not arrive', async () => {
    registerAdapter({ name: 'lost', load: () => Promise.reject(new TypeError('Failed to fetch module')) });
    const error = await expectFailure(find('https://site.example/', 'lost'), 'unreachable');
    expect(error.message).to.contain('lost');
  });
});
