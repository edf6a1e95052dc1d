import { expect } from 'chai';
import { adapter as html } from '../../../src/source/adapters/html.js';
import { adapter as wordpress } from '../../../src/source/adapters/wordpress.js';
import { findSource } from '../../../src/source/registry.js';
import { closeSource, expectFailure, json, newSite, quickIo, serve } from './support.js';

const find = (src: string) => findSource({ src }, quickIo());
const post = { id: 14, title: { rendered: 'Ferry' } };
const POSTS = '/wp-json/wp/v2/posts';

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
    ['/2026/11/ferry/', { [`${POSTS}?slug=ferry`]: [post] }, `${POSTS}?slug=ferry`],
    ['/2026/11/ferry?utm=x#top', { [`${POSTS}?slug=ferry`]: [post] }, `${POSTS}?slug=ferry`],
    ['/ferry.html', { [`${POSTS}?slug=ferry`]: [post] }, `${POSTS}?slug=ferry`],
    ['/', { [`${POSTS}?per_page=1`]: [post] }, `${POSTS}?per_page=1`],
    ['', { [`${POSTS}?per_page=1`]: [post] }, `${POSTS}?per_page=1`],
    ['/?p=14', { [`${POSTS}/14`]: post }, `${POSTS}/14`],
    ['/?page_id=3', { '/wp-json/wp/v2/pages/3': post }, '/wp-json/wp/v2/pages/3'],
    [
      '/about/',
      { [`${POSTS}?slug=about`]: [], '/wp-json/wp/v2/pages?slug=about': [post] },
      '/wp-json/wp/v2/pages?slug=about',
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
    ['something else answers', { [`${POSTS}?slug=ferry`]: { posts: [] } }, 2],
    ['a list of something else answers', { [`${POSTS}?slug=ferry`]: [{ id: 1, title: 'Ferry' }] }, 2],
    ['a page answers', { [`${POSTS}?slug=ferry`]: pageWith('') }, 2],
    [
      'it knows nothing of this name',
      { [`${POSTS}?slug=ferry`]: [], '/wp-json/wp/v2/pages?slug=ferry': [] },
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
      { '/news/wp-json/wp/v2/posts?slug=ferry': [post] },
      '/news/wp-json/wp/v2/posts?slug=ferry',
    ],
    [
      'rest_route',
      root('/index.php?rest_route=/'),
      { '/index.php?rest_route=/wp/v2/posts&slug=ferry': [post] },
      '/index.php?rest_route=/wp/v2/posts&slug=ferry',
    ],
    ['nothing, but has it', '', { [`${POSTS}?slug=ferry`]: [post] }, `${POSTS}?slug=ferry`],
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
    it(`is none where it names ${what}: the page itself is read`, async () => {
      const { origin, paths } = site({ '/2026/11/ferry/': pageWith(links) });
      const src = `${origin}/2026/11/ferry/`;
      expect(await find(src)).to.deep.equal({ adapter: html, src });
      expect(paths()).to.deep.equal(['/2026/11/ferry/', `${POSTS}?slug=ferry`]);
    });
  }
});
