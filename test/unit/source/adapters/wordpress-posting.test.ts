import { expect } from 'chai';
import type { NewsErrorKind } from '../../../../src/model/news-error.js';
import type { CommentDraft } from '../../../../src/model/posting.js';
import { addComment, classicForm, posting } from '../../../../src/source/adapters/wordpress-posting.js';
import { createContentApi } from '../../../../demo/api/handler.js';
import { createMemoryStore } from '../../../../demo/api/memory-store.js';
import { seed } from '../../../../demo/content/seed.js';
import {
  closeSource,
  expectFailure,
  expectHarmless,
  json,
  newSite,
  quickIo,
  serve,
  WRONG_VALUES,
} from '../support.js';
import { COMMENT, post, refusal } from './wordpress-samples.js';

const DRAFT: CommentDraft = { name: 'José & Søn', email: 'jose@site.example', comment: 'Good news.' };
const at = (site: string) => ({ src: `${site}/wp-json/wp/v2/posts/42` });
const send = (draft: Partial<CommentDraft> = {}, query = at(newSite())) =>
  addComment(query, { ...DRAFT, ...draft }, quickIo());
const formOf = async (request: Request) => Object.fromEntries(new URLSearchParams(await request.text()));

describe('WordPress: what one may post', () => {
  afterEach(closeSource);

  const STATES: [record: object, how: string][] = [
    [post(42, { comment_status: 'open' }), 'anonymous'],
    [post(42, { comment_status: 'closed' }), 'closed'],
    [post(42), 'anonymous'],
    [post(42, { comment_status: null }), 'anonymous'],
  ];
  for (const [record, how] of STATES) {
    it(`${JSON.stringify((record as { comment_status?: string }).comment_status)}: ${how}`, async () => {
      serve(() => record);
      expect(await posting(at(newSite()), quickIo())).to.deep.equal({
        how,
        fields: ['name', 'email', 'comment'],
        maxLength: 16_000,
        url: 'https://courier.example/42/',
      });
    });
  }

  const ADDRESSES: [src: string, path: string][] = [
    ['/wp-json/wp/v2/posts/42', '/wp-json/wp/v2/posts/42'],
    ['/wp-json/wp/v2/pages/42', '/wp-json/wp/v2/pages/42'],
    ['/wp-json/wp/v2/comments?post=42', '/wp-json/wp/v2/posts/42'],
    ['/?rest_route=/wp/v2/comments&post=42', '/?rest_route=/wp/v2/posts/42'],
  ];
  for (const [src, path] of ADDRESSES) {
    it(`asks ${path} for ${src}`, async () => {
      const site = newSite();
      const asked = serve(() => post(42));
      await posting({ src: site + src }, quickIo());
      expect(asked[0]!.url).to.equal(
        `${site}${path}${path.includes('?') ? '&' : '?'}_fields=id,link,comment_status`,
      );
    });
  }

  it('needs one post', async () => {
    await expectFailure(
      posting({ src: 'https://site.example/wp-json/wp/v2/posts' }, quickIo()),
      'unsupported',
    );
  });

  it('has no way out by a script, and does not mind what else is wrong', async () => {
    serve(() => post(42, { link: 'javascript:alert(1)' }));
    expect((await posting(at(newSite()), quickIo())).url).to.equal(undefined);
    for (const wrong of WRONG_VALUES) {
      serve(() => json({ comment_status: wrong, link: wrong }));
      expect((await posting(at(newSite()), quickIo())).how).to.be.oneOf(['anonymous', 'closed']);
    }
  });
});

describe('WordPress: posting', () => {
  afterEach(closeSource);

  it('sends the draft as a form, and gives back what was stored', async () => {
    const site = newSite();
    const asked = serve(() => json({ ...COMMENT, status: 'hold' }, { status: 201 }));
    const stored = await send({ parentId: '17' }, at(site));
    expect(stored).to.deep.include({
      id: '509',
      status: 'pending',
      body: { format: 'html', value: COMMENT.content.rendered },
    });
    expect(stored.author.name).to.equal('José & María');
    expect(asked.map(({ method, url }) => [method, url])).to.deep.equal([
      ['POST', `${site}/wp-json/wp/v2/comments`],
    ]);
    expect(await formOf(asked[0]!)).to.deep.equal({
      post: '42',
      parent: '17',
      author_name: 'José & Søn',
      author_email: 'jose@site.example',
      content: 'Good news.',
    });
  });

  it('answers nobody at the top level', async () => {
    const asked = serve(() => json(COMMENT, { status: 201 }));
    expect((await send({ parentId: undefined })).status).to.equal('published');
    expect((await formOf(asked[0]!))['parent']).to.equal('0');
  });

  const ADDRESSES = [
    ['/?rest_route=/wp/v2/posts/42', '/?rest_route=/wp/v2/comments'],
    ['/news/wp-json/wp/v2/comments?post=42&lang=de', '/news/wp-json/wp/v2/comments'],
  ];
  for (const [src, target] of ADDRESSES) {
    it(`from ${src} goes to ${target}`, async () => {
      const site = newSite();
      const asked = serve(() => json(COMMENT, { status: 201 }));
      await send({}, { src: site + src });
      expect(asked[0]!.url).to.equal(site + target);
      expect((await formOf(asked[0]!))['post']).to.equal('42');
    });
  }

  const TEXTS: [text: string, html: string][] = [
    ['A & B < C > D', 'A &amp; B &lt; C &gt; D'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['&lt; stays what was typed', '&amp;lt; stays what was typed'],
    ['"quoted" and \'so\'', '"quoted" and \'so\''],
    ['two\n\nparagraphs\r\nand lines', 'two\n\nparagraphs\r\nand lines'],
    ['$& $1 \\0', '$&amp; $1 \\0'],
  ];
  for (const [text, html] of TEXTS) {
    it(`sends ${JSON.stringify(text)} so that nothing of it is lost`, async () => {
      const asked = serve(() => json(COMMENT, { status: 201 }));
      await send({ comment: text });
      expect((await formOf(asked[0]!))['content']).to.equal(html);
      const form = classicForm(at('https://site.example'), { ...DRAFT, comment: text });
      expect(form!.fields['comment']).to.equal(html);
    });
  }

  const REFUSALS: [
    status: number,
    code: string,
    kind: NewsErrorKind,
    fields?: Record<string, string>,
    params?: Record<string, unknown>,
  ][] = [
    [401, 'rest_comment_login_required', 'login-required'],
    [401, 'rest_comment_invalid_author', 'login-required'],
    [403, 'rest_comment_closed', 'closed'],
    [403, 'rest_comment_invalid_post_id', 'not-found'],
    [403, 'rest_comment_draft_post', 'not-found'],
    [403, 'rest_comment_trash_post', 'not-found'],
    [401, 'rest_cannot_read_post', 'forbidden'],
    [403, 'newsprint_origin_refused', 'forbidden'],
    [400, 'newsprint_comment_parent_gone', 'not-found'],
    [400, 'comment_flood', 'flood'],
    [409, 'comment_duplicate', 'duplicate'],
    [400, 'comment_content_column_length', 'too-large'],
    [400, 'comment_author_column_length', 'validation', { name: 'Refused.' }],
    [400, 'comment_author_email_column_length', 'validation', { email: 'Refused.' }],
    [400, 'rest_comment_author_data_required', 'validation'],
    [400, 'rest_comment_content_invalid', 'validation', { comment: 'Refused.' }],
    [
      400,
      'rest_invalid_param',
      'validation',
      { email: 'Invalid address.' },
      { author_email: 'Invalid address.' },
    ],
    [
      400,
      'rest_invalid_param',
      'validation',
      { name: 'It’s too long.', comment: 'Empty.' },
      { author_name: 'It&#8217;s <b>too</b> long.', content: 'Empty.', post: 'Unknown.', constructor: 'y' },
    ],
    [400, 'rest_invalid_json', 'validation'],
    [429, 'too_many_requests', 'rate-limited'],
    [403, 'a_plugin_of_the_site', 'forbidden'],
    [500, 'internal_server_error', 'server'],
    // Codes that every record inherits are no codes of ours.
    [403, 'constructor', 'forbidden'],
    [403, '__proto__', 'forbidden'],
    [400, 'toString', 'validation'],
  ];
  for (const [status, code, kind, fields = {}, wrong] of REFUSALS) {
    it(`${status} ${code} is ${kind}${Object.keys(fields)
      .map((name) => `, ${name}`)
      .join('')}`, async () => {
      const site = newSite();
      const asked = serve(() =>
        json(refusal(code, status, 'Refused.', wrong), { status, headers: { 'Retry-After': '30' } }),
      );
      const error = await expectFailure(send({}, at(site)), kind);
      expect(error).to.include({
        status,
        code,
        message: 'Refused.',
        retryAfter: 30,
        url: `${site}/wp-json/wp/v2/comments`,
      });
      expect(error.fields).to.deep.equal(fields);
      expect(asked.length, 'never repeated').to.equal(1);
    });
  }

  it('gives a message in plain words', async () => {
    serve(() => json(refusal('comment_duplicate', 409, 'You&#8217;ve <b>said</b> that!'), { status: 409 }));
    expect((await expectFailure(send(), 'duplicate')).message).to.equal('You’ve said that!');
  });

  const SET_ASIDE: [what: string, status: unknown, kind: NewsErrorKind | undefined][] = [
    ['the bin', 'trash', 'forbidden'],
    ['the spam', 'spam', 'forbidden'],
    ['the queue', 'hold', undefined],
    ['something odd', { toString: 1 }, undefined],
    ['a list', ['spam'], undefined],
  ];
  for (const [what, status, kind] of SET_ASIDE) {
    it(`a comment that was put into ${what} is ${kind ?? 'there'}`, async () => {
      serve(() => json({ ...COMMENT, status }, { status: 201 }));
      if (kind) expect((await expectFailure(send(), kind)).status).to.equal(201);
      else expect((await send()).id).to.equal('509');
    });
  }

  const BROKEN: [what: string, reply: () => Response, kind: NewsErrorKind][] = [
    ['a page', () => new Response('<!doctype html><p>Thanks', { status: 201 }), 'parse'],
    ['nothing', () => new Response('', { status: 201 }), 'parse'],
    ['a comment without an id', () => json({}, { status: 201 }), 'parse'],
    ['a page of a firewall', () => new Response('<h1>Forbidden</h1>', { status: 403 }), 'forbidden'],
    [
      'a fatal error',
      () => new Response('<p>There has been a critical error.</p>', { status: 500 }),
      'server',
    ],
  ];
  for (const [what, reply, kind] of BROKEN) {
    it(`${what} for an answer is ${kind}`, async () => {
      serve(reply);
      await expectFailure(send(), kind);
    });
  }

  it('is harmless whatever is stored, and whatever a refusal says', async () => {
    for (const wrong of WRONG_VALUES) {
      serve(() =>
        json({
          ...COMMENT,
          author_name: wrong,
          author_url: wrong,
          content: wrong,
          link: wrong,
          status: wrong,
        }),
      );
      expectHarmless(await send());
      serve(() => json({ code: wrong, message: wrong, data: { params: wrong } }, { status: 400 }));
      const error = await expectFailure(send(), 'validation');
      expect(Object.values(error.fields)).to.deep.equal([]);
      serve(() => json(refusal('rest_invalid_param', 400, 'x', { author_name: wrong }), { status: 400 }));
      expect((await expectFailure(send(), 'validation')).fields['name']).to.be.a('string');
    }
  });

  it('needs one post, before anything is sent', async () => {
    const asked = serve(() => COMMENT);
    await expectFailure(send({}, { src: 'https://site.example/wp-json/wp/v2/posts' }), 'unsupported');
    expect(asked.length).to.equal(0);
  });

  it('passes an abort on as one', async () => {
    serve(() => COMMENT);
    const sent = addComment(at(newSite()), DRAFT, quickIo({}, AbortSignal.abort()));
    expect(await sent.catch((error: unknown) => (error as Error).name)).to.equal('AbortError');
  });

  it('works with a whole site, where a second time is a duplicate', async () => {
    const site = newSite();
    const store = createMemoryStore({ seed });
    const handle = createContentApi({ store });
    serve((request) => () => handle(request));
    const query = { src: `${site}/wp-json/wp/v2/posts/101` };
    const text = 'Is 5 < 7 & 7 > 5? <b>Yes</b>.';
    const stored = await send({ comment: text }, query);
    expect(stored.author.name).to.equal('José & Søn');
    expect(stored.body.value).to.contain('5 &lt; 7 &amp; 7 &gt; 5? &lt;b&gt;Yes&lt;/b&gt;.');
    await expectFailure(send({ comment: text }, query), 'duplicate');
    const error = await expectFailure(send({ email: 'nobody' }, query), 'validation');
    expect(error.fields).to.have.all.keys('email');
    const closed = seed.posts.find(({ commentStatus }) => commentStatus === 'closed')!;
    const there = { src: `${site}/wp-json/wp/v2/posts/${closed.id}` };
    expect((await posting(there, quickIo())).how).to.equal('closed');
    await expectFailure(send({}, there), 'closed');
  });
});

describe("WordPress: the site's own form", () => {
  const form = (src: string, draft: Partial<CommentDraft> = {}) =>
    classicForm({ src }, { ...DRAFT, ...draft });

  it('takes the draft under its own names', () => {
    expect(form('https://site.example/news/wp-json/wp/v2/posts/42', { parentId: '17' })).to.deep.equal({
      action: 'https://site.example/news/wp-comments-post.php',
      fields: {
        comment_post_ID: '42',
        comment_parent: '17',
        author: 'José & Søn',
        email: 'jose@site.example',
        comment: 'Good news.',
      },
    });
    expect(form('https://site.example/?rest_route=/wp/v2/posts/42')).to.deep.include({
      action: 'https://site.example/wp-comments-post.php',
    });
    expect(form('https://site.example/wp-json/wp/v2/posts/42')!.fields['comment_parent']).to.equal('0');
  });

  it('is unknown where the API has a host or a path of its own', () => {
    expect(form('https://public-api.wordpress.com/wp/v2/sites/site.example/posts/42')).to.equal(undefined);
    expect(form('https://site.example/api/wp/v2/posts/42')).to.equal(undefined);
  });
});
