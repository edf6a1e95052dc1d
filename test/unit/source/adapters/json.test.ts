import { expect } from 'chai';
import { isUnseen } from '../../../../src/model/comment.js';
import { mappedAdapter } from '../../../../src/source/adapters/json.js';
import { findSource } from '../../../../src/source/registry.js';
import { closeSource, expectFailure, json, newSite, quickIo, serve } from '../support.js';

const ITEM = { id: 'ref', title: 'line' };
const story = (id: number) => ({ ref: `n-${id}`, line: `Story ${id}` });
const stories = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => story(from + index));

describe('a mapping', () => {
  let warned: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warned = [];
    console.warn = (line: string) => void warned.push(line);
  });
  afterEach(() => {
    console.warn = warn;
    closeSource();
  });

  it('needs to be there when the adapter is named', async () => {
    const error = await expectFailure(
      findSource({ src: newSite(), adapter: 'json' }, quickIo()),
      'unsupported',
    );
    expect(error.message).to.contain('data-role="mapping"');
  });

  it('gives only what it describes', () => {
    expect(Object.keys(mappedAdapter({ item: ITEM }))).to.deep.equal(['article', 'articles']);
    expect(Object.keys(mappedAdapter({ comments: { id: 'id' } }))).to.deep.equal(['comments']);
    const link = { comments: { id: 'id' }, posting: { link: 'https://site.example/' } };
    expect(Object.keys(mappedAdapter(link))).to.deep.equal(['comments', 'posting']);
  });

  it('says where a list is not, and what is there instead', async () => {
    const src = `${newSite()}/news`;
    serve({ [src]: { results: { data: [], meta: {} } } });
    const { articles } = mappedAdapter({ list: 'results.items', item: ITEM });
    const error = await expectFailure(articles!({ src, limit: 5 }, quickIo()), 'parse');
    expect(error.message).to.contain('`results.items` did not match: `results` has `data`, `meta`');
  });

  it('says when no story has the title, and tells what other fields are nowhere', async () => {
    const src = `${newSite()}/news`;
    serve({ [src]: stories(1, 3) });
    const wrong = mappedAdapter({ item: { ...ITEM, title: 'headline' } });
    const error = await expectFailure(wrong.articles!({ src, limit: 5 }, quickIo()), 'parse');
    expect(error.message).to.contain('`item.title`').and.to.contain('the record has `ref`, `line`');
    const { articles } = mappedAdapter({ item: { ...ITEM, image: { src: 'art.src' }, excerpt: 'deck' } });
    await articles!({ src, limit: 5 }, quickIo());
    await articles!({ src, limit: 5 }, quickIo());
    expect(warned.map((line) => /`item[\w.]*`/.exec(line)?.[0])).to.deep.equal([
      '`item.excerpt`',
      '`item.image.src`',
    ]);
  });

  it('reads a list that comes whole in pages of its own', async () => {
    const src = `${newSite()}/news`;
    const asked = serve({ [src]: stories(1, 5) });
    const { articles } = mappedAdapter({ item: ITEM });
    const io = quickIo();
    const first = await articles!({ src, limit: 3 }, io);
    const second = await articles!({ src, limit: 3, next: first.next }, io);
    expect([...first.items, ...second.items].map(({ id }) => id).join()).to.equal('n-1,n-2,n-3,n-4,n-5');
    expect(second.next).to.equal(undefined);
    expect(asked.length).to.equal(1);
    await expectFailure(articles!({ src, limit: 3, next: 'x' }, io), 'parse');
  });

  it('fills a list from several pages of an API that gives few at once', async () => {
    const src = `${newSite()}/news`;
    serve(({ url }) => {
      const page = Number(new URL(url).searchParams.get('p'));
      return json(page > 3 ? [] : stories(page * 2 - 1, page * 2));
    });
    const { articles } = mappedAdapter({ item: ITEM, paging: { request: '?p={page}', size: 2 } });
    const first = await articles!({ src, limit: 5 }, quickIo());
    expect(first.items.length).to.equal(5);
    const last = await articles!({ src, limit: 5, next: first.next }, quickIo());
    expect(last.items.map(({ id }) => id)).to.deep.equal(['n-6']);
    expect(last.next).to.equal(undefined);
  });

  it('takes a page past the end for the end', async () => {
    const src = `${newSite()}/news?offset={offset}&n={limit}`;
    serve(({ url }) =>
      new URL(url).searchParams.get('offset') === '0' ? json(stories(1, 2)) : json({}, { status: 400 }),
    );
    const { articles } = mappedAdapter({ item: ITEM });
    const first = await articles!({ src, limit: 2 }, quickIo());
    const last = await articles!({ src, limit: 2, next: first.next }, quickIo());
    expect(last).to.deep.include({ items: [], next: undefined });
  });

  it('follows a Link header, on its own host only', async () => {
    const site = newSite();
    const link = (url: string) => ({
      headers: { link: `<${site}/first>; rel="first", <${url}>; rel="next"` },
    });
    serve({
      [`${site}/news`]: () => json(stories(1, 2), link('/news?2')),
      [`${site}/news?2`]: () => json(stories(3, 4), link('https://evil.example/')),
    });
    const { articles } = mappedAdapter({ item: ITEM, paging: { next: { header: 'Link' } } });
    const { items, next } = await articles!({ src: `${site}/news`, limit: 9 }, quickIo());
    expect(items.map(({ id }) => id).join()).to.equal('n-1,n-2,n-3,n-4');
    expect(next).to.equal(undefined);
  });

  it('ends where a cursor does not change', async () => {
    const src = `${newSite()}/c?after={cursor}`;
    serve(() => json({ voices: [{ id: 1 }], more: 'x' }));
    const { comments } = mappedAdapter({
      comments: { list: 'voices', id: 'id', paging: { cursor: 'more' } },
    });
    const first = await comments!({ src, order: 'oldest' }, quickIo());
    const second = await comments!({ src, order: 'oldest', next: first.next }, quickIo());
    expect(second.next).to.equal(undefined);
  });

  it('tells the API the order, in its words', async () => {
    const site = newSite();
    const asked = serve(() => json([]));
    const { comments } = mappedAdapter({
      comments: { request: '/c?sort={order}', id: 'id', order: { newest: '-at', oldest: 'at' } },
    });
    await comments!({ src: site, order: 'newest' }, quickIo());
    await comments!({ src: site, order: 'oldest' }, quickIo());
    expect(asked.map(({ url }) => new URL(url).search)).to.deep.equal(['?sort=-at', '?sort=at']);
  });

  it('says what src must look like when the request needs to know the story', async () => {
    const { comments } = mappedAdapter({
      item: { ...ITEM, request: '/notes/{item}' },
      comments: { request: '/c?note={item}', id: 'id' },
    });
    const query = { src: `${newSite()}/other/7`, order: 'oldest' } as const;
    const error = await expectFailure(comments!(query, quickIo()), 'unsupported');
    expect(error.message).to.contain('`/notes/{item}`');
  });

  const draft = { name: 'Ole', email: '', comment: 'A & B < C\n*x*' };
  const post = async (body: object, more: object = {}, answer: unknown = { id: 9 }) => {
    const asked = serve(() => json(answer));
    const adapter = mappedAdapter({
      comments: { id: 'id', body: 'text' },
      posting: { request: '/c', ...body },
    });
    const comment = await adapter.addComment!({ src: newSite() }, { ...draft, ...more }, quickIo());
    return { comment, sent: await asked[0]!.text(), type: asked[0]!.headers.get('content-type') };
  };

  it('writes to paths, fixed values, the moment, and keeps types', async () => {
    const { sent, type, comment } = await post(
      {
        json: {
          'c.text': '{comment}',
          'c.by': 'web: {name}',
          'c.mail': '{email}',
          up: { number: '{parent}', else: 0 },
          on: true,
          at: '{now}',
          literal: { value: '{x}' },
          md: { markdown: '{comment}' },
        },
      },
      {},
    );
    const body = JSON.parse(sent);
    expect(type).to.equal('application/json');
    expect(body.c).to.deep.equal({ text: draft.comment, by: 'web: Ole' });
    expect(body).to.deep.include({ up: 0, on: true, literal: '{x}' });
    expect(Date.parse(body.at)).to.be.closeTo(Date.now(), 60_000);
    expect(body.md).to.contain('\\*x\\*');
    // What the answer leaves out is as it was sent.
    expect(comment).to.deep.include({ id: '9', body: { format: 'text', value: draft.comment } });
    expect(comment.author.name).to.equal('Ole');
  });

  it('writes HTML for those who take no text, with the lines that were typed', async () => {
    const { sent } = await post(
      { json: { text: { html: '{comment}' } } },
      { comment: 'A & "B"\r\nC\n\n<D>' },
    );
    expect(JSON.parse(sent).text).to.equal('<p>A &amp; &quot;B&quot;<br>C</p><p>&lt;D&gt;</p>');
  });

  it('takes a comment whose id is not told for one that is to be recognised later', async () => {
    const { comment } = await post({ json: { text: '{comment}' } }, {}, { ok: true });
    expect(isUnseen(comment.id)).to.equal(true);
    expect(Date.parse(comment.published!)).to.be.closeTo(Date.now(), 60_000);
  });

  it('writes a form, without what is empty', async () => {
    const { sent, type } = await post({ form: { 'c[text]': '{comment}', mail: '{email}', up: '{parent}' } });
    expect(type).to.contain('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(sent)]).to.deep.equal([['c[text]', draft.comment]]);
  });

  it('fits the documented example in fifteen lines', async () => {
    const page = await (await fetch('/docs/adapters/json.md')).text();
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const questions = await (await fetch('/test/fixtures/adapters/json/questions.json')).json();
    expect(JSON.parse(example)).to.deep.equal(questions.mapping);
    expect(example.trim().split('\n').length).to.be.at.most(15);
    expect(Math.max(...example.split('\n').map((line) => line.length))).to.be.at.most(120);
  });
});
