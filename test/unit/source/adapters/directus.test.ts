import { expect } from 'chai';
import { isUnseen } from '../../../../src/model/comment.js';
import { adapter } from '../../../../src/source/adapters/directus.js';
import { closeSource, expectFailure, json, newSite, quickIo, serve } from '../support.js';

// What the server of the recordings is not set up for: linked authors, tags between two collections, moderation, limits.
const comment = {
  id: 1,
  author_name: 'Ana',
  text: 'x',
  parent: null,
  article: 2,
  date_created: '2026-11-01T00:00:00Z',
};
const draft = { name: 'Bo', email: '', comment: 'A & B < C' };

function site(replies: (path: string, method: string) => object | undefined) {
  const base = newSite();
  const asked = serve(({ url, method }) => replies(decodeURIComponent(url.slice(base.length)), method));
  return { src: `${base}/items/comments?filter[article][_eq]=2`, base, asked };
}

const refused =
  (status: number, code: string, extensions = {}) =>
  () =>
    json({ errors: [{ message: 'No.', extensions: { code, ...extensions } }] }, { status });

describe('Directus', () => {
  afterEach(closeSource);

  it('shows a comment that may be written but not read as waiting', async () => {
    const { src } = site((_, method) =>
      method === 'POST' ? new Response(null, { status: 204 }) : { data: [comment] },
    );
    const made = await adapter.addComment!({ src }, { ...draft, parentId: '1' }, quickIo());
    expect(made).to.deep.include({
      status: 'pending',
      parentId: '1',
      body: { format: 'text', value: draft.comment },
    });
    expect(made.author.name).to.equal('Bo');
    // By these, the copy on the writer's device is told from the comment that everybody sees later.
    expect(isUnseen(made.id)).to.equal(true);
    expect(Date.parse(made.published!)).to.be.closeTo(Date.now(), 60_000);
  });

  it('shows a draft as waiting, and no draft of others', async () => {
    const held = { ...comment, status: 'draft' };
    const { src } = site((_, method) =>
      method === 'POST' ? { data: held } : { data: [held, { ...comment, id: 2 }] },
    );
    expect((await adapter.addComment!({ src }, draft, quickIo())).status).to.equal('pending');
    const { items } = await adapter.comments!({ src, order: 'oldest' }, quickIo());
    expect(items.map(({ id }) => id)).to.deep.equal(['2']);
  });

  for (const [code, status, kind, fields] of [
    ['RECORD_NOT_UNIQUE', 400, 'duplicate', {}],
    ['VALUE_TOO_LONG', 400, 'too-large', { comment: 'No.' }],
    ['FORBIDDEN', 403, 'forbidden', {}],
    ['INVALID_TOKEN', 403, 'forbidden', {}],
    ['REQUESTS_EXCEEDED', 429, 'rate-limited', {}],
  ] as const) {
    it(`${code} is ${kind}`, async () => {
      const refuse = refused(status, code, {
        field: 'comment' in fields ? 'text' : null,
        reset: new Date(Date.now() + 9500).toISOString(),
      });
      const { src } = site((_, method) => (method === 'POST' ? refuse() : { data: [comment] }));
      const error = await expectFailure(adapter.addComment!({ src }, draft, quickIo()), kind);
      expect(error.fields).to.deep.equal(fields);
      if (kind === 'rate-limited') expect(error.retryAfter).to.be.within(8, 10);
    });
  }

  it('knows a story that takes no more comments by its field', async () => {
    const { src } = site((path) => ({
      data: [path.includes('article.*') ? { article: { comments_enabled: false } } : comment],
    }));
    expect((await adapter.posting!({ src }, quickIo())).how).to.equal('closed');
  });

  it('asks for linked authors and tags, and without them where guests may not', async () => {
    const story = {
      id: 1,
      title: 'Lamps',
      author: 4,
      author_name: 'The desk',
      tags: [7, 8],
      status: 'published',
    };
    const { base, asked } = site((path) => {
      if (path.includes('author.*')) return refused(403, 'FORBIDDEN')();
      return { data: path.includes('/1?') ? story : [story] };
    });
    const found = await adapter.article!({ src: `${base}/items/articles/1` }, quickIo());
    expect(found.authors.map(({ name }) => name)).to.deep.equal(['The desk']);
    expect(found.tags).to.deep.equal([]);
    expect(asked.map(({ url }) => new URL(url).searchParams.get('fields'))).to.deep.equal([
      '*',
      '*,author.*,tags.*,tags.*.*',
      '*',
    ]);
  });

  it('finds what goes with a story by tags behind a joining collection; leaves drafts out', async () => {
    const joint = { id: 70, tags_id: { id: 9, name: 'Ferry' } };
    const story = { id: 1, title: 'Lamps', tags: [70], status: 'published' };
    const { base, asked } = site((path) => {
      if (path.startsWith('/items/articles/1')) return { data: { ...story, tags: [joint] } };
      return { data: [{ ...story, id: 3, tags: [joint] }] };
    });
    const query = { src: `${base}/items/articles`, limit: 1, relatedTo: '1', by: 'tag' } as const;
    const { items } = await adapter.articles!(query, quickIo());
    expect(items[0]?.tags.map(({ name }) => name)).to.deep.equal(['Ferry']);
    const params = new URL(asked.at(-1)!.url).searchParams;
    expect(params.get('filter[_and][0][status][_eq]')).to.equal('published');
    expect(params.get('filter[_and][1][id][_nin]')).to.equal('1');
    expect(params.get('filter[_and][2][tags][tags_id][id][_in]')).to.equal('9');
  });
});
