import { expect } from 'chai';
import { adapter } from '../../../../src/source/adapters/ghost.js';
import {
  closeSource,
  expectFailure,
  expectHarmless,
  json,
  newSite,
  quickIo,
  serve,
  spoiled,
} from '../support.js';

const about = { page: 1, limit: 20, pages: 1, total: 1, next: null, prev: null };
const comment = (id: string, more: object = {}) => ({
  id,
  in_reply_to_id: null,
  status: 'published',
  html: `<p>${id}</p>`,
  created_at: '2026-11-20T08:00:00.000Z',
  edited_at: null,
  member: { id: 'm', name: 'Uma', avatar_image: 'https://ghost.example/uma.png' },
  count: { replies: 0, likes: 2 },
  replies: [],
  ...more,
});
const answers = (first: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  serve(({ url }) => {
    const path = url.replace(/^.*\/comments\//, '').replace(/\?.*$/, '');
    if (path.startsWith('post/')) return first as object;
    return (more[path] ?? json({ errors: [{ message: 'No.' }] }, { status: 404 })) as object;
  });
const read = () => {
  const src = `${newSite()}/members/api/comments/post/e60000000000000000000002/`;
  return adapter.comments!({ src, order: 'oldest' }, quickIo());
};

describe('Ghost', () => {
  afterEach(closeSource);

  it('keeps hidden and deleted comments as stubs that hold their replies', async () => {
    const gone = { html: null, member: null };
    answers({
      comments: [
        comment('a', {
          ...gone,
          status: 'hidden',
          replies: [comment('b', { in_reply_to_id: 'not-sent' })],
          count: { replies: 1 },
        }),
        comment('c', {
          ...gone,
          status: 'deleted',
          replies: [comment('d', { edited_at: '2026-11-20T09:00:00.000Z' })],
          count: { replies: 1 },
        }),
      ],
      meta: { pagination: about },
    });
    const { items, total } = await read();
    expect(items.map(({ id, status, parentId }) => [id, status, parentId])).to.deep.equal([
      ['a', 'hidden', undefined],
      ['b', 'published', 'a'],
      ['c', 'deleted', undefined],
      ['d', 'published', 'c'],
    ]);
    expect(total).to.equal(2);
    expect(items[3]).to.deep.include({ edited: '2026-11-20T09:00:00.000Z', score: 2 });
    expect(items[3]!.author.avatar).to.equal('https://ghost.example/uma.png');
  });

  it('says how many replies are missing when they cannot be had', async () => {
    answers({
      comments: [comment('a', { count: { replies: 9 }, replies: ['b', 'c', 'd'].map((id) => comment(id)) })],
      meta: { pagination: about },
    });
    const { items } = await read();
    expect(items).to.have.length(4);
    expect(items[0]!.moreReplies).to.equal(6);
  });

  it('stops in a branch that never ends', async () => {
    const asked = answers(
      { comments: [comment('a', { count: { replies: 999 } })], meta: { pagination: about } },
      {
        'a/replies/': {
          comments: [comment('b')],
          meta: { pagination: { page: 1, limit: 1, pages: 999, total: 999, next: 2 } },
        },
      },
    );
    const { items } = await read();
    expect(asked.length).to.be.at.most(6);
    expect(items[0]!.moreReplies).to.be.greaterThan(900);
  });

  it('keeps its head whatever a branch is made of', async () => {
    const branch = comment('a', { count: { replies: 2 }, replies: [comment('b'), comment('c')] });
    for (const record of spoiled(branch)) {
      answers({ comments: [record], meta: { pagination: about } });
      const page = await read().catch((error: unknown) => error);
      if (page instanceof Error) expect(page.name).to.equal('NewsError');
      else (page as { items: readonly unknown[] }).items.forEach(expectHarmless);
    }
  }).timeout(30_000);

  it('says that comments are switched off', async () => {
    answers(
      json(
        { errors: [{ message: 'Comments are not enabled for this site.', type: 'MethodNotAllowedError' }] },
        { status: 405 },
      ),
    );
    const error = await expectFailure(read(), 'closed');
    expect(error).to.deep.include({
      message: 'Comments are not enabled for this site.',
      code: 'MethodNotAllowedError',
    });
  });

  it('knows a story whose original is elsewhere, and makes no sizes of pictures of others', async () => {
    serve(() => ({
      posts: [
        {
          id: 'a',
          title: 'A',
          url: 'https://ghost.example/a/',
          canonical_url: 'https://www.courier.example/a',
          feature_image: 'https://images.example/content/images/2026/11/a.jpg',
          excerpt: `${'word '.repeat(99)}words`.slice(0, 500),
          access: true,
          comments: false,
        },
      ],
    }));
    const url = `${newSite()}/ghost/api/content/posts/slug/a/?key=0`;
    const story = await adapter.article!({ src: url }, quickIo());
    expect(story.source).to.deep.equal({ name: 'courier.example', url: 'https://www.courier.example/a' });
    expect(story.image!.srcset).to.deep.equal([]);
    expect(story.excerpt).to.match(/ word…$/);
    expect(await adapter.posting!({ src: url }, quickIo())).to.deep.include({ how: 'none' });
  });
});
