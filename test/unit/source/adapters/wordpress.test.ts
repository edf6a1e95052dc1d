import { expect } from 'chai';
import type { ArticlesQuery, CommentsQuery } from '../../../../src/source/adapter.js';
import { adapter } from '../../../../src/source/adapters/wordpress.js';
import { buildThread } from '../../../../src/model/thread.js';
import { createContentApi } from '../../../../demo/api/handler.js';
import { createMemoryStore } from '../../../../demo/api/memory-store.js';
import { seed } from '../../../../demo/content/seed.js';
import { closeSource, expectFailure, json, newSite, quickIo, serve } from '../support.js';
import { comment, POST, post, refusal } from './wordpress-samples.js';

const article = (src: string, item?: string) => adapter.article!({ src, item }, quickIo());
const articles = (query: Partial<ArticlesQuery> & { src: string }) =>
  adapter.articles!({ limit: 4, ...query }, quickIo());
const comments = (query: Partial<CommentsQuery> & { src: string }) =>
  adapter.comments!({ order: 'oldest', ...query }, quickIo());

const pathOf = ({ url }: Request) => new URL(url).pathname.replace(/^\/wp-json\/wp\/v2\//, '');
const queryOf = ({ url }: Request) => Object.fromEntries(new URL(url).searchParams);
const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => Number(id));

describe('WordPress: one story', () => {
  afterEach(closeSource);

  it('is asked for with what belongs to it, named, so that nothing else comes along', async () => {
    const src = `${newSite()}/wp-json/wp/v2/posts/42`;
    const asked = serve(() => POST);
    expect(await article(src)).to.include({ id: '42', title: 'Ferry & tram: “We will sail” — 5 < 7 & more' });
    expect(asked.map(pathOf)).to.deep.equal(['posts/42']);
    const { _embed, _fields } = queryOf(asked[0]!);
    expect(_embed).to.equal('author,wp:featuredmedia,wp:term');
    // Without `_links` of a relation, and `_embedded`, the embed silently disappears.
    expect(_fields!.split(',')).to.include.members([
      'id',
      'title',
      'content',
      'excerpt',
      'date_gmt',
      'comment_status',
      '_embedded',
      '_links.author',
      '_links.wp:featuredmedia',
      '_links.wp:term',
    ]);
  });

  it('keeps the query of its address', async () => {
    const src = `${newSite()}/?rest_route=/wp/v2/posts/42&password=open&_fields=id`;
    const asked = serve(() => POST);
    await article(src);
    const query = queryOf(asked[0]!);
    expect(query).to.include({ rest_route: '/wp/v2/posts/42', password: 'open' });
    expect(query['_fields'], 'ours').to.contain('content');
  });

  it('of a list is the first one that its filters leave', async () => {
    const src = `${newSite()}/wp-json/wp/v2/posts?categories=3`;
    const asked = serve(() => [post(7), post(8)]);
    expect((await article(src)).id).to.equal('7');
    expect(queryOf(asked[0]!)).to.include({ categories: '3', per_page: '1' });
  });

  it('of a list may be named by its id', async () => {
    const asked = serve(() => post(9));
    expect((await article(`${newSite()}/wp-json/wp/v2/posts`, '9')).id).to.equal('9');
    expect(asked.map(pathOf)).to.deep.equal(['posts/9']);
    expect((await article(`${newSite()}/wp-json/wp/v2/posts/42`, '9')).id, 'where src is a list').to.equal(
      '9',
    );
    expect(asked.map(pathOf)).to.deep.equal(['posts/9', 'posts/42']);
  });

  const ADDRESSES: [item: string, path: string, slug: string | undefined][] = [
    ['https://courier.example/2026/11/night-ferry/', 'posts', 'night-ferry'],
    ['https://courier.example/night-ferry?utm=x#comments', 'posts', 'night-ferry'],
    ['night-ferry', 'posts', 'night-ferry'],
    ['https://courier.example/%d0%bf%d0%b0/', 'posts', '%d0%bf%d0%b0'],
    ['https://courier.example/?p=42', 'posts/42', undefined],
  ];
  for (const [item, path, slug] of ADDRESSES) {
    it(`of a list may be named as ${item}`, async () => {
      const others = slug ? [post(41, { link: `https://courier.example/town/${slug}/` })] : [];
      const meant = post(42, { link: item.replace(/[?#].*$/, '') });
      const list = item.includes('/') ? [...others, meant] : [meant, ...others];
      const asked = serve((request) => (pathOf(request) === 'posts' ? list : post(42)));
      expect((await article(`${newSite()}/wp-json/wp/v2/posts`, item)).id).to.equal('42');
      expect(pathOf(asked[0]!)).to.equal(path);
      expect(queryOf(asked[0]!)['slug']).to.equal(slug);
    });
  }

  for (const [address, path, slug] of [
    ['/?p=42', '/wp/v2/posts/42', undefined],
    ['/', '/wp/v2/posts', undefined],
  ] as const) {
    it(`is the one that readers know as ${address}, and no other`, async () => {
      const asked = serve((request) => (queryOf(request)['slug'] ? [post(42)] : post(42)));
      expect((await article(newSite() + address)).id).to.equal('42');
      expect(queryOf(asked[0]!)).to.include({ rest_route: path });
      expect(queryOf(asked[0]!)['slug']).to.equal(slug);
      expect(queryOf(asked[0]!)).not.to.have.property('p');
    });
  }

  describe('whose page has an address with its name', () => {
    /** What a site answers to its paths, by the first that the path of a request begins with, and what it was asked. */
    const site = (
      answers: Record<string, (query: Record<string, string>) => Response | object | undefined>,
    ) => {
      const origin = newSite();
      const paths: string[] = [];
      serve((request) => {
        const query = queryOf(request);
        const { pathname } = new URL(request.url);
        paths.push(query['rest_route'] ? `${pathname}?${query['rest_route']}` : pathname);
        const known = Object.keys(answers).find((path) => paths.at(-1)!.startsWith(path));
        return known === undefined ? undefined : answers[known]!(query);
      });
      return { origin, paths };
    };
    const link = 'https://courier.example/2026/11/night-ferry/';
    const named = (query: Record<string, string>) =>
      query['slug'] === 'night-ferry' ? [post(42, { link })] : [];
    const POSTS = '/wp-json/wp/v2/posts';
    const page = () => new Response('<!doctype html><p>Not found', { status: 404 });

    it('is asked for by it at the address of the site', async () => {
      const { origin, paths } = site({ [POSTS]: named });
      expect((await article(`${origin}/2026/11/night-ferry/?utm_source=x&page=2#top`)).id).to.equal('42');
      expect(paths).to.deep.equal([POSTS]);
    });

    it('is the one of several with this name whose page it is, and with this alone', async () => {
      const { origin } = site({
        [POSTS]: () => [post(1, { link: `${origin}/2026/11/about/` })],
        '/wp-json/wp/v2/pages': () => [
          post(2, { link: `${origin}/about/` }),
          post(3, { link: `${origin}/p%c3%a5/about` }),
        ],
        '/wp-json/wp/v2/comments': () => [comment(1)],
        '/town/': () => [],
      });
      expect((await article(`${origin}/p%C3%A5/about/`)).id).to.equal('3');
      expect((await article(`${origin}/about`)).id).to.equal('2');
      await expectFailure(article(`${origin}/town/about/`), 'not-found');
      await expectFailure(comments({ src: `${origin}/town/about/` }), 'not-found');
    });

    it('is no single one of the same site that has another page', async () => {
      const { origin } = site({
        [POSTS]: () => [post(1, { link: `${origin}/2026/11/about/` })],
        '/wp-json/wp/v2/pages': () => [],
        '/town/': () => [],
      });
      await expectFailure(comments({ src: `${origin}/town/about/` }), 'not-found');
    });

    it('may end with .html', async () => {
      const { origin } = site({ [POSTS]: named });
      expect((await article(`${origin}/news/night-ferry.html`)).id).to.equal('42');
    });

    it('may be a page, which is no post', async () => {
      const { origin, paths } = site({ [POSTS]: () => [], '/wp-json/wp/v2/pages': named });
      expect((await article(`${origin}/about/night-ferry/`)).id).to.equal('42');
      expect(paths).to.deep.equal([POSTS, '/wp-json/wp/v2/pages']);
    });

    for (const [what, answer] of [
      ['a page', page],
      ['other JSON', () => ({ posts: [] })],
      ['a list of something else', () => ['x']],
      ['no route', () => json({ code: 'rest_no_route', message: 'None.' }, { status: 404 })],
    ] as const) {
      it(`is asked for by rest_route in its folder where ${what} comes`, async () => {
        const folder = '/2026/11/night-ferry/?/wp/v2/posts';
        const { origin, paths } = site({ [POSTS]: answer, [folder]: named });
        expect((await article(`${origin}/2026/11/night-ferry/`)).id).to.equal('42');
        expect(paths).to.deep.equal([POSTS, folder]);
      });
    }

    it('may belong to a site in a folder of another one', async () => {
      const { origin } = site({ '/wp-json/': () => [], '/blog/night-ferry/?/wp/v2/posts': named });
      expect((await article(`${origin}/blog/night-ferry/`)).id).to.equal('42');
    });

    it('is refused where the API is closed, without asking elsewhere', async () => {
      const closed = () => json(refusal('rest_not_logged_in', 401), { status: 401 });
      const { origin, paths } = site({ [POSTS]: closed });
      await expectFailure(article(`${origin}/2026/11/night-ferry/`), 'login-required');
      expect(paths).to.deep.equal([POSTS]);
    });

    it('is not there where neither answers', async () => {
      const { origin } = site({ '/': page });
      await expectFailure(article(`${origin}/2026/11/night-ferry/`), 'not-found');
    });

    it('costs comments, form and posting one request for its number', async () => {
      const { origin, paths } = site({
        [POSTS]: (query) => (query['slug'] ? [post(42, { comment_status: 'open', link })] : undefined),
        '/wp-json/wp/v2/comments': () => [comment(1)],
      });
      const src = `${origin}/2026/11/night-ferry/`;
      const io = quickIo();
      const draft = { name: 'Ines', email: 'ines@site.example', comment: 'Good.' };
      expect(adapter.classicForm!({ src }, draft), 'nobody knows the number').to.equal(undefined);
      const [page, posting] = await Promise.all([
        adapter.comments!({ src, order: 'oldest' }, io),
        adapter.posting!({ src }, io),
      ]);
      expect(ids(page)).to.deep.equal([1]);
      expect(posting).to.deep.include({ how: 'anonymous', url: link });
      expect(paths).to.deep.equal([POSTS, '/wp-json/wp/v2/comments']);
      expect(adapter.classicForm!({ src }, draft)).to.deep.include({
        action: `${origin}/wp-comments-post.php`,
      });
      expect(adapter.classicForm!({ src }, draft)!.fields['comment_post_ID']).to.equal('42');
    });

    it('may also be the slug of a list', async () => {
      const { origin } = site({ [POSTS]: named, '/wp-json/wp/v2/comments': () => [comment(1)] });
      expect(ids(await comments({ src: `${origin}${POSTS}?slug=night-ferry` }))).to.deep.equal([1]);
    });
  });

  it('says what to write when no story has the address', async () => {
    serve(() => []);
    const error = await expectFailure(article(`${newSite()}/2026/11/gone/`), 'not-found');
    expect(error.message).to.contain('"gone"').and.to.contain('/wp-json/wp/v2/posts');
  });

  it('is not another one when the named one is not there', async () => {
    serve((request) => (queryOf(request)['slug'] ? [] : [post(7)]));
    await expectFailure(
      article(`${newSite()}/wp-json/wp/v2/posts`, 'https://courier.example/gone/'),
      'not-found',
    );
  });

  it('that a list does not have is not-found', async () => {
    serve(() => []);
    const src = `${newSite()}/wp-json/wp/v2/posts?slug=gone`;
    const error = await expectFailure(article(src), 'not-found');
    expect(error.url).to.contain(src);
  });

  const REFUSED: [what: string, reply: () => Response, kind: 'not-found' | 'login-required' | 'parse'][] = [
    ['an unknown id', () => json(refusal('rest_post_invalid_id', 404), { status: 404 }), 'not-found'],
    ['a draft', () => json(refusal('rest_forbidden', 401), { status: 401 }), 'login-required'],
    ['a route index', () => json({ namespace: 'wp/v2', routes: {} }), 'parse'],
    ['null', () => json(null), 'parse'],
    ['a list of nothing', () => json([null]), 'parse'],
    ['a page', () => new Response('<!doctype html>'), 'parse'],
  ];
  for (const [what, reply, kind] of REFUSED) {
    it(`${what} is ${kind}`, async () => {
      serve(reply);
      await expectFailure(article(`${newSite()}/wp-json/wp/v2/posts/42`), kind);
    });
  }
});

describe('WordPress: lists', () => {
  afterEach(closeSource);

  it('asks for as many as are wanted, without their bodies', async () => {
    const src = `${newSite()}/wp-json/wp/v2/posts?tags=5`;
    const asked = serve(() => json([post(1), post(2)], { headers: { 'X-WP-Total': '62' } }));
    const page = await articles({ src, limit: 7 });
    expect(ids(page)).to.deep.equal([1, 2]);
    expect(page.total).to.equal(62);
    expect(asked.length).to.equal(1);
    const query = queryOf(asked[0]!);
    expect(query).to.include({ tags: '5', per_page: '7', _embed: 'author,wp:featuredmedia,wp:term' });
    expect(query['_fields']!.split(',')).to.include('_embedded').and.not.to.include('content');
    expect(query).not.to.have.any.keys('after', 'exclude', 'slug');
  });

  it('never asks for more than WordPress gives', async () => {
    const asked = serve(() => []);
    await articles({ src: `${newSite()}/wp-json/wp/v2/posts`, limit: 300 });
    expect(queryOf(asked[0]!)['per_page']).to.equal('100');
  });

  it('leaves out what is older than its window', async () => {
    const asked = serve(() => []);
    await articles({ src: `${newSite()}/wp-json/wp/v2/posts`, since: '2026-11-16T10:00:00.000Z' });
    expect(asked[0]!.url).to.contain('after=2026-11-16T10:00:00.000Z');
  });

  it('leaves out what is older than the later of its window and the page’s own `after`', async () => {
    const since = '2026-11-16T10:00:00.000Z';
    for (const [own, wanted] of [
      ['2026-11-20T00:00:00', '2026-11-20T00:00:00'],
      ['2026-11-01T00:00:00', since],
      ['nonsense', since],
    ]) {
      const asked = serve(() => []);
      await articles({ src: `${newSite()}/wp-json/wp/v2/posts?after=${own}`, since });
      expect(queryOf(asked[0]!)['after'], own).to.equal(wanted);
    }
  });

  for (const total of [undefined, '', 'many', '-1']) {
    it(`has no total for the header ${total}`, async () => {
      serve(() => json([post(1)], { headers: total === undefined ? {} : { 'X-WP-Total': total } }));
      expect((await articles({ src: `${newSite()}/wp-json/wp/v2/posts` })).total).to.equal(undefined);
    });
  }

  it('keeps the good ones among the bad ones, and fails when all are bad', async () => {
    const src = () => `${newSite()}/wp-json/wp/v2/posts`;
    serve(() => [null, post(1), 'x', [], { id: 3 }]);
    expect(ids(await articles({ src: src() }))).to.deep.equal([1]);
    serve(() => [null, 'x']);
    await expectFailure(articles({ src: src() }), 'parse');
    for (const answer of [{}, 'x', null, { code: 'x' }]) {
      serve(() => json(answer));
      await expectFailure(articles({ src: src() }), 'parse');
    }
  });

  const QUERIES: [query: string, asked: Record<string, string>][] = [
    ['cat=3', { categories: '3' }],
    ['cat=3,5,-4', { categories: '3,5', categories_exclude: '4' }],
    ['s=night+ferry', { search: 'night ferry' }],
    ['author=2', { author: '2' }],
    ['tag_id=7', { tags: '7' }],
  ];
  for (const [query, expected] of QUERIES) {
    it(`of the page of a site, ?${query}, are asked of the API as ${JSON.stringify(expected)}`, async () => {
      const asked = serve(() => [post(1)]);
      await articles({ src: `${newSite()}/?${query}` });
      expect(queryOf(asked[0]!)).to.include(expected);
      expect(queryOf(asked[0]!)).not.to.have.any.keys('cat', 's', 'tag_id');
    });
  }

  it('by name of a category or tag on the page of a site are looked up', async () => {
    for (const query of ['tag=ferry', 'category_name=town/ferry']) {
      const asked = serve((request) => (queryOf(request)['slug'] === 'ferry' ? [{ id: 7 }] : [post(1)]));
      await articles({ src: `${newSite()}/?${query}` });
      expect(queryOf(asked.at(-1)!), query).to.include({
        [query.startsWith('tag') ? 'tags' : 'categories']: '7',
      });
    }
  });

  it('that the API does not have are refused, instead of the newest of everything', async () => {
    const asked = serve(() => [post(1)]);
    for (const query of ['author_name=ines', 'm=202611', 'year=2026', 'post_type=event']) {
      await expectFailure(articles({ src: `${newSite()}/?${query}` }), 'unsupported');
    }
    expect(asked.length).to.equal(0);
  });

  describe('by name of category or tag', () => {
    const TERMS: Record<string, { id: number; slug: string }[]> = {
      categories: [
        { id: 3, slug: 'harbour' },
        { id: 4, slug: 'forced-labor' },
      ],
      tags: [{ id: 7, slug: 'ferry' }],
    };
    const site = () => {
      const src = `${newSite()}/wp-json/wp/v2/posts`;
      const asked = serve((request) => {
        const terms = TERMS[pathOf(request)];
        const slugs = queryOf(request)['slug']?.split(',');
        return terms ? terms.filter(({ slug }) => slugs!.includes(slug)) : [post(1)];
      });
      return { src, asked };
    };
    const FILTERS: [given: string, filter: Record<string, string | undefined>, requests: number][] = [
      ['categories=forced-labor', { categories: '4' }, 2],
      ['category=forced-labor', { categories: '4', category: undefined }, 2],
      ['categories=harbour,forced-labor', { categories: '3,4' }, 2],
      ['categories=8,harbour', { categories: '8,3' }, 2],
      ['categories=harbour,gone', { categories: '3' }, 2],
      ['category=8', { categories: '8', category: undefined }, 1],
      ['tag=ferry&category=harbour', { tags: '7', categories: '3' }, 3],
      ['tags=ferry&categories=8', { tags: '7', categories: '8' }, 2],
      ['categories_exclude=harbour', { categories_exclude: '3' }, 2],
      ['categories_exclude=gone', { categories_exclude: undefined }, 2],
      ['categories[]=3', { 'categories[]': '3' }, 1],
    ];
    for (const [given, filter, requests] of FILTERS) {
      it(`${given} asks for ${JSON.stringify(filter)}`, async () => {
        const { src, asked } = site();
        expect(ids(await articles({ src: `${src}?${given}` }))).to.deep.equal([1]);
        const query = queryOf(asked.at(-1)!);
        for (const [name, value] of Object.entries(filter)) expect(query[name], name).to.equal(value);
        expect(asked.length).to.equal(requests);
      });
    }

    it('says which one is not there', async () => {
      const { src } = site();
      const error = await expectFailure(articles({ src: `${src}?category=gone` }), 'not-found');
      expect(error.message).to.contain('gone');
    });

    it('is one story, too', async () => {
      const { src, asked } = site();
      expect((await article(`${src}?category=harbour`)).id).to.equal('1');
      expect(queryOf(asked[1]!)).to.include({ categories: '3', per_page: '1' });
    });
  });

  describe('page by page', () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => post(from + i));
    /** A list of so many posts, with or without headers that tell how many pages there are. */
    const site = (number: number, headers: (pages: number) => HeadersInit) => {
      const asked = serve((request) => {
        const { page = '1', per_page, offset } = queryOf(request);
        const from = offset === undefined ? (Number(page) - 1) * Number(per_page) : Number(offset);
        const pages = Math.ceil(number / Number(per_page));
        if (offset === undefined && Number(page) > pages)
          return json(refusal('rest_post_invalid_page_number', 400), { status: 400 });
        return json(range(1, number).slice(from, from + Number(per_page)), { headers: headers(pages) });
      });
      return { src: `${newSite()}/wp-json/wp/v2/posts`, asked };
    };
    const all = async (src: string) => {
      const found: number[][] = [];
      let next: string | undefined;
      do {
        const page = await articles({ src, limit: 4, next });
        found.push(ids(page));
        next = page.next;
      } while (next !== undefined && found.length < 9);
      return found;
    };

    it('to the end that a header tells', async () => {
      const { src, asked } = site(8, (pages) => ({ 'X-WP-TotalPages': String(pages) }));
      expect(await all(src)).to.deep.equal([
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ]);
      expect(asked.map((request) => queryOf(request)['page'])).to.deep.equal([undefined, '2']);
    });

    it('to the page that is not full', async () => {
      expect(await all(site(6, () => ({})).src)).to.deep.equal([
        [1, 2, 3, 4],
        [5, 6],
      ]);
    });

    it('until WordPress says that there is no such page', async () => {
      expect(await all(site(8, () => ({})).src)).to.deep.equal([[1, 2, 3, 4], [5, 6, 7, 8], []]);
    });

    it('from the offset that the page names', async () => {
      expect(await all(`${site(9, () => ({})).src}?offset=2`)).to.deep.equal([
        [3, 4, 5, 6],
        [7, 8, 9],
      ]);
    });

    it('and no further when the cursor is nonsense', async () => {
      const { src } = site(2, () => ({}));
      for (const next of ['x', '0', '-1', '1e9', '']) {
        expect(ids(await articles({ src, next }))).to.deep.equal([1, 2]);
      }
    });
  });

  describe('that go with a story', () => {
    const CATEGORIES = { id: 42, categories: [3, 4] };
    /** A site where the story 42 is in two categories, with these posts in them, and those in all. */
    const site = (related: number[], all: number[], current: object = CATEGORIES) => {
      const src = `${newSite()}/wp-json/wp/v2/posts`;
      const asked = serve((request) => {
        const { categories, per_page, exclude = '' } = queryOf(request);
        if (pathOf(request) === 'posts/42') return current;
        const left = (categories ? related : all).filter((id) => !exclude.split(',').includes(String(id)));
        return json(
          left.slice(0, Number(per_page)).map((id) => post(id)),
          { headers: { 'X-WP-Total': String(left.length) } },
        );
      });
      return { src, asked };
    };

    it('come from its categories, without it', async () => {
      const { src, asked } = site([42, 1, 2, 3, 4, 5], []);
      const page = await articles({ src, relatedTo: '42', limit: 4 });
      expect(ids(page)).to.deep.equal([1, 2, 3, 4]);
      expect(asked.map(pathOf)).to.deep.equal(['posts/42', 'posts']);
      expect(queryOf(asked[0]!)['_fields']).to.equal('id,categories');
      expect(queryOf(asked[1]!)).to.include({ categories: '3,4', exclude: '42', per_page: '4' });
    });

    it('are filled up with the newest, none of them twice', async () => {
      const { src, asked } = site([42, 1, 5], [42, 9, 5, 8, 1, 7]);
      const page = await articles({ src, relatedTo: '42', limit: 4, since: '2026-11-16T10:00:00.000Z' });
      expect(ids(page)).to.deep.equal([1, 5, 9, 8]);
      expect(page.total, 'of two lists, nobody knows').to.equal(undefined);
      const query = queryOf(asked[2]!);
      expect(query).to.include({ per_page: '2', exclude: '42,1,5', after: '2026-11-16T10:00:00.000Z' });
      expect(query).not.to.have.property('categories');
    });

    it('come from its tags, when that is wanted', async () => {
      const { src, asked } = site([], [9, 42], { id: 42, tags: [6], categories: [3] });
      expect(ids(await articles({ src, relatedTo: '42', by: 'tag' }))).to.deep.equal([9]);
      expect(queryOf(asked[0]!)['_fields']).to.equal('id,tags');
      expect(queryOf(asked[1]!)).to.include({ tags: '6', exclude: '42' });
      expect(queryOf(asked[1]!)).not.to.have.property('categories');
    });

    it('go with the one that has the address of a page of the same site', async () => {
      const src = `${newSite()}/wp-json/wp/v2/posts`;
      const asked = serve((request) => (queryOf(request)['slug'] ? named : [post(9)]));
      const relatedTo = `${new URL(src).origin}/2026/11/night-ferry/`;
      const other = { id: 41, link: 'https://courier.example/night-ferry/', categories: [9] };
      const named = [other, { ...CATEGORIES, link: relatedTo }];
      await articles({ src, relatedTo, limit: 1 });
      expect(queryOf(asked[0]!)).to.deep.equal({ slug: 'night-ferry', _fields: 'link,id,categories' });
      expect(queryOf(asked[1]!)).to.include({ categories: '3,4', exclude: '42' });
    });

    it('leave out the one that has this address', async () => {
      const { src } = site([], [9, 8]);
      const page = await articles({ src, relatedTo: 'https://courier.example/9/' });
      expect(ids(page)).to.deep.equal([8]);
    });

    it('go on in its categories', async () => {
      const src = `${newSite()}/wp-json/wp/v2/posts`;
      serve((request) => {
        if (pathOf(request) === 'posts/42') return CATEGORIES;
        const { page = '1' } = queryOf(request);
        return json(page === '1' ? [post(1), post(2)] : [post(3)], { headers: { 'X-WP-TotalPages': '2' } });
      });
      const first = await articles({ src, relatedTo: '42', limit: 2 });
      expect([ids(first), first.next]).to.deep.equal([[1, 2], '2']);
      const second = await articles({ src, relatedTo: '42', limit: 2, next: first.next });
      expect([ids(second), second.next]).to.deep.equal([[3], undefined]);
    });

    it('are the newest where it has no category', async () => {
      for (const current of [
        { id: 42, categories: [] },
        { id: 42 },
        [],
        { categories: 'x' },
        { categories: [null, '3', 1.5] },
      ]) {
        const { src, asked } = site([1], [9, 42, 8], current);
        expect(ids(await articles({ src, relatedTo: '42' }))).to.deep.equal([9, 8]);
        expect(asked.length).to.equal(2);
      }
    });

    it('are the newest where it cannot be read', async () => {
      const src = `${newSite()}/wp-json/wp/v2/posts`;
      serve((request) => (pathOf(request) === 'posts/42' ? json({}, { status: 401 }) : [post(9)]));
      expect(ids(await articles({ src, relatedTo: '42' }))).to.deep.equal([9]);
    });

    it('stay in the categories that the page asks for', async () => {
      const { src, asked } = site([1, 42, 2], []);
      expect(ids(await articles({ src: `${src}?categories=8`, relatedTo: '42' }))).to.deep.equal([1, 2]);
      expect(asked.map(pathOf)).to.deep.equal(['posts']);
      expect(queryOf(asked[0]!)).to.include({ categories: '8', exclude: '42' });
    });

    it('leave out what the page leaves out, too', async () => {
      const { src, asked } = site([1, 2, 42], [1, 2, 3, 42, 4]);
      expect(ids(await articles({ src: `${src}?exclude=2,3`, relatedTo: '42' }))).to.deep.equal([1, 4]);
      expect(queryOf(asked[1]!)['exclude']).to.equal('2,3,42');
      expect(queryOf(asked[2]!)['exclude']).to.equal('2,3,42,1');
    });

    it('are not looked for by something that is no id', async () => {
      const { src, asked } = site([], [9]);
      await articles({ src, relatedTo: 'https://courier.example/42/' });
      expect(asked.map(pathOf)).to.deep.equal(['posts']);
      expect(queryOf(asked[0]!)).not.to.have.property('exclude');
    });

    it('are not asked for when nobody wants them any more', async () => {
      const controller = new AbortController();
      const src = `${newSite()}/wp-json/wp/v2/posts`;
      const asked = serve(() => {
        controller.abort();
        return CATEGORIES;
      });
      const list = adapter.articles!({ src, limit: 4, relatedTo: '42' }, quickIo({}, controller.signal));
      expect(await list.catch((error: unknown) => (error as Error).name)).to.equal('AbortError');
      expect(asked.length).to.equal(1);
    });
  });
});

describe('WordPress: comments', () => {
  afterEach(closeSource);
  const thread = () => `${newSite()}/wp-json/wp/v2/posts/42`;

  it('are asked for by date, a hundred at a time', async () => {
    const asked = serve(() =>
      json([comment(1), comment(2, 1)], { headers: { 'X-WP-Total': '2', 'X-WP-TotalPages': '1' } }),
    );
    const page = await comments({ src: thread() });
    expect(page).to.include({ total: 2, next: undefined });
    expect(page.items.map(({ id, parentId }) => [id, parentId])).to.deep.equal([
      ['1', undefined],
      ['2', '1'],
    ]);
    expect(pathOf(asked[0]!)).to.equal('comments');
    expect(queryOf(asked[0]!)).to.deep.equal({
      post: '42',
      per_page: '100',
      page: '1',
      order: 'asc',
      orderby: 'date_gmt',
      _fields: 'id,post,parent,author,author_name,author_url,date_gmt,content,link,status',
    });
  });

  it('of an address of comments keep its query, which may hold a password or a language', async () => {
    const asked = serve(() => []);
    await comments({
      src: `${newSite()}/wp-json/wp/v2/comments?post=42&password=open&lang=de&order=desc&page=7`,
    });
    expect(queryOf(asked[0]!)).to.include({
      post: '42',
      password: 'open',
      lang: 'de',
      order: 'asc',
      page: '1',
    });
    const again = serve(() => [comment(5, 2)]);
    await comments({
      src: `${newSite()}/wp-json/wp/v2/comments?post=42&password=open&page=7`,
      order: 'newest',
    });
    expect(queryOf(again[1]!)).to.include({ include: '2', password: 'open', page: '1' });
  });

  it('of a post do not inherit the query of the post', async () => {
    const asked = serve(() => []);
    await comments({ src: `${thread()}?status=draft` });
    expect(queryOf(asked[0]!)).not.to.have.property('status');
  });

  it('need one post', async () => {
    const asked = serve(() => []);
    await expectFailure(comments({ src: 'https://site.example/wp-json/wp/v2/posts' }), 'unsupported');
    await expectFailure(comments({ src: 'https://site.example/wp-json/wp/v2/comments' }), 'unsupported');
    expect(asked.length).to.equal(0);
  });

  const hundred = Array.from({ length: 100 }, (_, index) => comment(index + 1));
  const link = (rel: string) =>
    `<https://site.example/wp-json/>; rel="https://api.w.org/", <https://site.example/?page=3>; ${rel}`;
  const PAGES: [what: string, headers: HeadersInit, records: object[], next: string | undefined][] = [
    ['by a header that tells more pages', { 'X-WP-TotalPages': '3' }, [comment(1)], '3'],
    [
      'by a header that tells no more',
      { 'X-WP-TotalPages': '2', Link: link('rel="next"') },
      hundred,
      undefined,
    ],
    ['by a link', { Link: link('rel="next"') }, [comment(1)], '3'],
    ['by a link without quotes', { Link: link('rel=next') }, [comment(1)], '3'],
    ['by links without a next one', { Link: link('rel="prev"') }, hundred, undefined],
    ['by the number of records, when it is full', {}, hundred, '3'],
    ['by the number of records, when it is not', {}, hundred.slice(1), undefined],
    ['by the number of records, when there are none', {}, [], undefined],
  ];
  for (const [what, headers, records, next] of PAGES) {
    it(`know the next page ${what}`, async () => {
      const asked = serve(() => json(records, { headers }));
      const page = await comments({ src: thread(), next: '2' });
      expect(page.next).to.equal(next);
      expect(queryOf(asked[0]!)['page']).to.equal('2');
    });
  }

  describe('from the newest on', () => {
    /** A thread in which each comment answers the one before it, newest first, a hundred a page. */
    const site = (all: ReturnType<typeof comment>[]) => {
      const asked = serve((request) => {
        const { include, page = '1', order } = queryOf(request);
        if (include) return all.filter(({ id }) => include.split(',').includes(String(id)));
        const sorted = order === 'desc' ? [...all].reverse() : all;
        const headers = {
          'X-WP-Total': String(all.length),
          'X-WP-TotalPages': String(Math.ceil(all.length / 100)),
        };
        return json(sorted.slice((Number(page) - 1) * 100, Number(page) * 100), { headers });
      });
      return { src: thread(), asked };
    };
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index);

    it('fetch parents that are on a later page, and their parents', async () => {
      const { src, asked } = site([
        comment(1),
        comment(2, 1),
        comment(3),
        ...range(4, 101).map((id) => comment(id)),
        comment(102, 2),
        comment(103, 2),
      ]);
      const page = await comments({ src, order: 'newest' });
      expect(queryOf(asked[0]!)).to.include({ order: 'desc', page: '1' });
      expect(asked.slice(1).map((request) => queryOf(request)['include'])).to.deep.equal(['2', '1']);
      expect(queryOf(asked[1]!)).to.include({ post: '42', per_page: '100' });
      expect(ids(page)).to.deep.equal([...range(4, 103).reverse(), 2, 1]);
      expect(page).to.include({ total: 103, next: '2' });
      expect(buildThread(page.items, 'newest').some(({ orphan }) => orphan)).to.equal(false);
    });

    it('ask once for a parent that is not shown: its reply stays, as an orphan', async () => {
      const { src, asked } = site([comment(5, 2), comment(6), comment(7, 2)]);
      const page = await adapter.comments!({ src, order: 'newest' }, quickIo({ fresh: true }));
      expect(ids(page)).to.deep.equal([7, 6, 5]);
      expect(asked.length).to.equal(2);
      expect(buildThread(page.items, 'newest').map(({ orphan }) => orphan)).to.deep.equal([
        true,
        false,
        true,
      ]);
    });

    it('climb no more than eight generations', async () => {
      const { src, asked } = site([comment(1), ...range(2, 150).map((id) => comment(id, id - 1))]);
      const page = await comments({ src, order: 'newest' });
      expect(asked.length).to.equal(9);
      expect(page.items).to.have.length(108);
    });

    it('never climb when they are read from the oldest on, where parents come first', async () => {
      const { src, asked } = site([comment(5, 2), comment(6)]);
      expect(ids(await comments({ src, order: 'oldest' }))).to.deep.equal([5, 6]);
      expect(asked.length).to.equal(1);
    });

    it('are not confused by answers that were not asked for, or in a ring', async () => {
      const ring = [comment(1, 3), comment(2, 1), comment(3, 2)];
      const asked = serve((request) =>
        queryOf(request)['include'] ? [comment(99), ...ring] : [comment(7, 1)],
      );
      const page = await comments({ src: thread(), order: 'newest' });
      expect(asked.length).to.be.lessThan(4);
      expect(ids(page)).to.include.members([7, 1]);
    });
  });

  const REFUSED: [what: string, reply: () => Response, kind: 'login-required' | 'parse'][] = [
    [
      'of a post with a password',
      () => json(refusal('rest_cannot_read_post', 401), { status: 401 }),
      'login-required',
    ],
    ['that are no list', () => json({ comments: [] }), 'parse'],
    ['without ids', () => json([{ author_name: 'x' }, null]), 'parse'],
  ];
  for (const [what, reply, kind] of REFUSED) {
    it(`${what} are ${kind}`, async () => {
      serve(reply);
      await expectFailure(comments({ src: thread() }), kind);
    });
  }
});

describe('WordPress: a whole site', () => {
  afterEach(closeSource);

  it('is read through its own filters and pages', async () => {
    const site = newSite();
    const handle = createContentApi({ store: createMemoryStore({ seed }) });
    serve((request) => () => handle(request));
    const src = `${site}/wp-json/wp/v2/posts`;
    const [lead] = (await articles({ src, limit: 1 })).items;
    expect(lead).to.include({ access: 'public', commentsOpen: true });
    expect(lead!.image!.srcset.length).to.be.greaterThan(0);
    expect(lead!.authors[0]!.name).not.to.equal('');
    const related = await articles({ src, relatedTo: lead!.id, limit: 5 });
    expect(related.items).to.have.length(5);
    expect(related.items.map(({ id }) => id)).not.to.include(lead!.id);
    const categories = lead!.categories.map(({ id }) => id);
    expect(related.items[0]!.categories.some(({ id }) => categories.includes(id))).to.equal(true);
    expect(await article(src, related.items[2]!.url)).to.include({ id: related.items[2]!.id });
    expect((await article(`${src}/${lead!.id}`)).body!.format).to.equal('html');
  });

  it('shows every comment of a long thread once, with its parent', async () => {
    const counts = new Map<number, number>();
    for (const { post: of, status } of seed.comments)
      if (status === 'approved') counts.set(of, (counts.get(of) ?? 0) + 1);
    const [longest, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    expect(count).to.be.greaterThan(200);
    const site = newSite();
    const handle = createContentApi({ store: createMemoryStore({ seed }) });
    serve((request) => () => handle(request));
    for (const order of ['oldest', 'newest'] as const) {
      const found = new Set<string>();
      let next: string | undefined;
      do {
        const page = await comments({ src: `${site}/?rest_route=/wp/v2/posts/${longest}`, order, next });
        for (const { id } of page.items) found.add(id);
        for (const { parentId } of page.items)
          if (parentId && order === 'newest') expect(found).to.include(parentId);
        expect(page.total).to.equal(count);
        next = page.next;
      } while (next);
      expect(found.size).to.equal(count);
    }
  });
});
