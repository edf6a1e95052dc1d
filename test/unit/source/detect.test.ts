import { expect } from 'chai';
import { adapter as html } from '../../../src/source/adapters/html.js';
import { adapter as discourse } from '../../../src/source/adapters/discourse.js';
import { adapter as lemmy } from '../../../src/source/adapters/lemmy.js';
import { adapter as mastodon } from '../../../src/source/adapters/mastodon.js';
import { adapter as wordpress } from '../../../src/source/adapters/wordpress.js';
import { findSource } from '../../../src/source/registry.js';
import { closeSource, expectFailure, json, newSite, quickIo, serve } from './support.js';

const find = (src: string) => findSource({ src }, quickIo());
const post = { id: 14, title: { rendered: 'Ferry' } };
const at = (link: string, id = 14) => ({ ...post, id, link });
const POSTS = '/wp-json/wp/v2/posts';
const PAGES_OF_SITE = '/wp-json/wp/v2/pages';
const named = (slug: string, list = POSTS) => `${list}?slug=${slug}&per_page=100&_fields=id,link,title`;

/** A site by its paths. What it does not name, and what it calls refused, a script may not read. */
function site(answers: Readonly<Record<string, unknown>>) {
  const origin = newSite();
  const asked = serve(({ url }) => {
    const answer = answers[url.slice(origin.length)];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return typeof answer === 'string'
      ? () => new Response(answer, { headers: { 'content-type': 'text/html' } })
      : () => (answer instanceof Response ? answer : json(answer));
  });
  return { origin, paths: () => asked.map(({ url }) => url.slice(origin.length)) };
}

const pageWith = (links: string) =>
  `<!doctype html><html><head>${links}</head><body><p>Ferry</p></body></html>`;

describe('WordPress behind a page that no script may read', () => {
  afterEach(closeSource);

  const PAGES: [page: string, answers: Record<string, unknown>, src: string][] = [
    ['/2026/11/ferry/', { [named('ferry')]: [at('https://x.example/2026/11/ferry/')] }, `${POSTS}/14`],
    [
      '/2026/11/ferry?utm=x#top',
      { [named('ferry')]: [at('https://x.example/2026/11/ferry')] },
      `${POSTS}/14`,
    ],
    ['/ferry.html', { [named('ferry')]: [at('https://x.example/ferry.html')] }, `${POSTS}/14`],
    ['/p%C3%A5/', { [named('p%25C3%25A5')]: [at('https://x.example/p%c3%a5/')] }, `${POSTS}/14`],
    ['/', { [`${POSTS}?per_page=1`]: [post] }, `${POSTS}?per_page=1`],
    ['', { [`${POSTS}?per_page=1`]: [post] }, `${POSTS}?per_page=1`],
    ['/?p=14', { [`${POSTS}/14`]: post }, `${POSTS}/14`],
    ['/?page_id=3', { '/wp-json/wp/v2/pages/3': post }, '/wp-json/wp/v2/pages/3'],
    ['/?cat=3', { [`${POSTS}?per_page=1`]: [post] }, `${POSTS}?categories=3`],
    [
      '/?cat=3,-4&s=x',
      { [`${POSTS}?per_page=1`]: [post] },
      `${POSTS}?search=x&categories=3&categories_exclude=4`,
    ],
    ['/?tag=ferry', { [`${POSTS}?per_page=1`]: [post] }, `${POSTS}?tag=ferry`],
    ['/?author=2', { [`${POSTS}?per_page=1`]: [post] }, `${POSTS}?author=2`],
    [
      '/about/',
      { [named('about')]: [], [named('about', PAGES_OF_SITE)]: [at('https://x.example/about/')] },
      `${PAGES_OF_SITE}/14`,
    ],
    [
      '/town/about/',
      {
        [named('about')]: [at('https://x.example/about/', 1)],
        [named('about', PAGES_OF_SITE)]: [
          at('https://x.example/club/about/', 2),
          at('https://x.example/town/about/', 3),
        ],
      },
      `${PAGES_OF_SITE}/3`,
    ],
    [
      '/somewhere/ferry/',
      { [named('ferry')]: [at('https://x.example/2026/ferry/')], [named('ferry', PAGES_OF_SITE)]: [] },
      `${POSTS}/14`,
    ],
  ];
  for (const [page, answers, src] of PAGES) {
    it(`${page || 'the site'} is read as ${src}`, async () => {
      const { origin } = site(answers);
      expect(await find(origin + page)).to.deep.equal({ adapter: wordpress, src: origin + src });
    });
  }

  const NONE: [what: string, answers: Record<string, unknown>, requests: number][] = [
    ['nothing answers', {}, 2],
    ['something else answers', { [named('ferry')]: { posts: [] } }, 2],
    ['a list of something else answers', { [named('ferry')]: [{ id: 1, title: 'Ferry' }] }, 2],
    ['a page answers', { [named('ferry')]: pageWith('') }, 2],
    ['it knows nothing of this name', { [named('ferry')]: [], [named('ferry', PAGES_OF_SITE)]: [] }, 3],
    [
      'it has this name twice, at other addresses',
      {
        [named('ferry')]: [at('https://x.example/1/ferry/')],
        [named('ferry', PAGES_OF_SITE)]: [at('https://x.example/2/ferry/', 2)],
      },
      3,
    ],
  ];
  for (const [what, answers, requests] of NONE) {
    it(`is not looked for further when ${what}: what was refused first is said`, async () => {
      const { origin, paths } = site(answers);
      const error = await expectFailure(find(`${origin}/2026/11/ferry/`), 'unreachable');
      expect(error.url).to.equal(`${origin}/2026/11/ferry/`);
      expect(paths().length).to.equal(requests);
    });
  }

  it('is not another story of the same site with the same name', async () => {
    const origin = newSite();
    serve(({ url }) => {
      if (url === `${origin}/town/ferry/`) throw new TypeError('Failed to fetch');
      return url.includes('/pages') ? [] : [at(`${origin}/2026/ferry/`)];
    });
    await expectFailure(find(`${origin}/town/ferry/`), 'unreachable');
  });

  it('is not the newest of everything for a list that the API does not have', async () => {
    const { origin, paths } = site({ [`${POSTS}?per_page=1`]: [post] });
    await expectFailure(find(`${origin}/?author_name=ines`), 'unreachable');
    expect(paths()).to.deep.equal(['/?author_name=ines']);
  });

  it('is not looked for when the page is not there, or is refused aloud', async () => {
    const { origin, paths } = site({ '/2026/11/ferry/': new Response('', { status: 404 }) });
    await expectFailure(find(`${origin}/2026/11/ferry/`), 'not-found');
    expect(paths().length).to.equal(1);
  });

  it('is not asked when nobody wants the answer any more', async () => {
    const controller = new AbortController();
    const asked = serve(() => {
      controller.abort();
      throw new TypeError('Failed to fetch');
    });
    const found = findSource({ src: `${newSite()}/ferry/` }, quickIo({}, controller.signal));
    expect(await found.catch((error: unknown) => (error as Error).name)).to.equal('AbortError');
    expect(asked.length).to.equal(1);
  });
});

describe('WordPress behind a page that can be read', () => {
  afterEach(closeSource);
  const root = (href: string) => `<link rel="https://api.w.org/" href="${href}">`;
  const record = (href: string) => `<link rel="alternate" type="application/json" href="${href}">`;

  const NAMED: [what: string, links: string, answers: Record<string, unknown>, src: string][] = [
    ['the record', root('/wp-json/') + record('/wp-json/wp/v2/posts/14'), {}, `${POSTS}/14`],
    ['a record of an own kind', record('/wp-json/wp/v2/press/14'), {}, '/wp-json/wp/v2/press/14'],
    ['a category', record('/wp-json/wp/v2/categories/3'), {}, `${POSTS}?categories=3`],
    ['a tag, by rest_route', record('/?rest_route=/wp/v2/tags/3'), {}, '/?rest_route=/wp/v2/posts&tags=3'],
    ['a writer', record('/wp-json/wp/v2/users/3'), {}, `${POSTS}?author=3`],
    [
      'a folder',
      root('/news/wp-json/'),
      { [named('ferry', '/news/wp-json/wp/v2/posts')]: [at('https://x.example/2026/11/ferry/')] },
      '/news/wp-json/wp/v2/posts/14',
    ],
    [
      'rest_route',
      root('/index.php?rest_route=/'),
      {
        '/index.php?rest_route=/wp/v2/posts&slug=ferry&per_page=100&_fields=id,link,title': [
          at('https://x.example/2026/11/ferry/'),
        ],
      },
      '/index.php?rest_route=/wp/v2/posts/14',
    ],
  ];
  for (const [what, links, answers, src] of NAMED) {
    it(`which names ${what}`, async () => {
      const { origin, paths } = site({ '/2026/11/ferry/': pageWith(links), ...answers });
      expect(await find(`${origin}/2026/11/ferry/`)).to.deep.equal({ adapter: wordpress, src: origin + src });
      expect(paths().length, 'the page only once').to.equal(1 + Object.keys(answers).length);
    });
  }

  const NOT: [what: string, links: string][] = [
    [
      'another site',
      root('https://evil.example/wp-json/') + record('https://evil.example/wp-json/wp/v2/posts/14'),
    ],
    ['a script', root('javascript:alert(1)') + record('javascript:alert(1)//wp/v2/posts/14')],
    [
      'something else',
      record('/api/stories/14') +
        '<link rel="alternate" type="application/json+oembed" href="/wp/v2/posts/14">',
    ],
    ['nothing', ''],
  ];
  for (const [what, links] of NOT) {
    it(`is none where it names ${what}: the page itself is read, and nothing else`, async () => {
      const { origin, paths } = site({ '/2026/11/ferry/': pageWith(links) });
      const src = `${origin}/2026/11/ferry/`;
      expect(await find(src)).to.deep.equal({ adapter: html, src });
      expect(paths()).to.deep.equal(['/2026/11/ferry/']);
    });
  }
});

describe('a thread behind a page that no script may read', () => {
  afterEach(closeSource);

  const THREADS: [page: string, api: string, answer: object, adapter: object][] = [
    ['/t/42/', '/t/42.json', { post_stream: { posts: [] } }, discourse],
    ['/@ines/109', '/api/v1/statuses/109', { account: {}, in_reply_to_id: null }, mastodon],
    ['/post/7', '/api/v3/post?id=7', { post_view: {} }, lemmy],
  ];
  for (const [page, api, answer, adapter] of THREADS) {
    it(`${page} is known by ${api}`, async () => {
      const { origin, paths } = site({ [api]: answer });
      expect(await find(origin + page)).to.deep.equal({ adapter, src: origin + page });
      expect(paths()).to.deep.equal([page, api]);
    });
  }

  it('may be a WordPress after all', async () => {
    const { origin, paths } = site({ [named('2024')]: [at('https://x.example/t/2024/')] });
    expect(await find(`${origin}/t/2024/`)).to.deep.equal({
      adapter: wordpress,
      src: `${origin}${POSTS}/14`,
    });
    expect(paths()).to.deep.equal(['/t/2024/', '/t/2024.json', named('2024')]);
  });

  it('is the page itself where that can be read', async () => {
    const { origin, paths } = site({ '/t/2024/': pageWith('') });
    expect(await find(`${origin}/t/2024/`)).to.deep.equal({ adapter: html, src: `${origin}/t/2024/` });
    expect(paths()).to.deep.equal(['/t/2024/']);
  });
});
