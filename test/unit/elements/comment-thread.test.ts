import { expect } from 'chai';
import '../../../src/embed/comment-thread.js';
import type { CommentThread } from '../../../src/elements/comment-thread.js';
import type { NewsCommentEvent, NewsErrorEvent } from '../../../src/elements/events.js';
import { toComment, unseenId, type Comment } from '../../../src/model/comment.js';
import { NewsError, type NewsErrorKind } from '../../../src/model/news-error.js';
import type { CommentDraft } from '../../../src/model/posting.js';
import type { Adapter } from '../../../src/source/adapter.js';
import {
  adapterNamed,
  clearFixtures,
  deferred,
  expectAccessible,
  fixture,
  never,
  once,
  refuse,
  shownText,
  until,
  wordsOf,
} from './support.js';

const comment = (id: number, changes: object = {}) =>
  toComment({
    id,
    author: { name: `Reader ${id}` },
    published: new Date(Date.UTC(2026, 10, 20, 8, id)),
    body: { format: 'html', value: `<p>Comment ${id}</p>` },
    ...changes,
  });

/** A source that keeps what is posted. */
function source(comments: Comment[], changes: Partial<Adapter> = {}) {
  const drafts: CommentDraft[] = [];
  const adapter: Adapter = {
    comments: async () => ({ items: comments, total: comments.length }),
    posting: async () => ({ how: 'anonymous', fields: ['name', 'email', 'comment'], maxLength: 1000 }),
    addComment: async (_query, draft) => {
      drafts.push(draft);
      return comment(900 + drafts.length, {
        parentId: draft.parentId,
        author: { name: draft.name },
        body: draft.comment,
        published: new Date(),
        status: 'pending',
      });
    },
    ...changes,
  };
  return { drafts, name: adapterNamed(adapter) };
}

let threads = 0;
/** Each thread has an address of its own, so that no draft of another test is found. */
const address = () => `https://threads.example/${Date.now()}/${++threads}`;

async function thread(name: string, attributes = '', src = address(), children = ''): Promise<CommentThread> {
  const element = fixture<CommentThread>(
    `<comment-thread adapter="${name}" src="${src}" ${attributes}>${children}</comment-thread>`,
  );
  await once(element, 'news-load');
  return element;
}

const all = <E extends HTMLElement = HTMLElement>(element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
const one = <E extends HTMLElement = HTMLElement>(element: Element, selector: string) =>
  all<E>(element, selector)[0]!;

function type(element: CommentThread, form: 'write' | 'reply', values: Record<string, string>): void {
  for (const [field, value] of Object.entries(values)) {
    const input = one<HTMLInputElement>(element, `#${form}-${field}`);
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}
async function send(element: CommentThread, form: 'write' | 'reply'): Promise<void> {
  one(element, `#${form}-comment`).closest('form')!.requestSubmit();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await element.updateComplete;
}
const WRITER = { name: 'Ines', email: 'ines@example.org' };

describe('<comment-thread>', () => {
  beforeEach(() => localStorage.clear());
  afterEach(clearFixtures);

  it('nests replies as lists, under a heading with the number of comments', async () => {
    const { name } = source([
      comment(1),
      comment(2, { parentId: 1 }),
      comment(3, { parentId: 2 }),
      comment(4),
    ]);
    const element = await thread(name);
    expect(one(element, '[part~="heading"]').innerText).to.equal('Comments 4');
    expect(all(element, '.thread > li').length).to.equal(2);
    expect(all(element, '.thread > li > .replies > li > .replies > li').length).to.equal(1);
    await expectAccessible(element);
  });

  it('sorts the top level, and replies always from the oldest on', async () => {
    const { name } = source([
      comment(1),
      comment(2, { parentId: 1 }),
      comment(3, { parentId: 1 }),
      comment(4),
    ]);
    const element = await thread(name);
    const order = () => all(element, '[data-comment]').map((item) => item.dataset['comment']);
    expect(order()).to.deep.equal(['4', '1', '2', '3']);
    const select = one<HTMLSelectElement>(element, 'select');
    select.value = 'oldest';
    const loaded = once(element, 'news-load');
    select.dispatchEvent(new Event('change'));
    await loaded;
    expect(order()).to.deep.equal(['1', '2', '3', '4']);
  });

  it('stops indenting after six levels, and then says who is answered', async () => {
    const chain = Array.from({ length: 9 }, (_, index) =>
      comment(index + 1, { parentId: index || undefined }),
    );
    const element = await thread(source(chain).name);
    expect(all(element, 'ol').length).to.equal(6);
    expect(
      all(element, '.in-reply-to').map((line) => wordsOf(line).replace(/[\u2068\u2069]/g, '')),
    ).to.deep.equal(['In reply to Reader 6', 'In reply to Reader 7', 'In reply to Reader 8']);
  });

  it('shows a reply whose parent is missing, and says so', async () => {
    const element = await thread(source([comment(2, { parentId: 1 })]).name);
    expect(shownText(element))
      .to.contain('In reply to a comment that is not shown')
      .and.to.contain('Comment 2');
  });

  it('folds replies away and back', async () => {
    const element = await thread(
      source([comment(1), comment(2, { parentId: 1 }), comment(3, { parentId: 2 })]).name,
    );
    const fold = one(element, '.fold');
    expect(wordsOf(fold)).to.equal('Hide 2 replies');
    fold.click();
    await element.updateComplete;
    expect(all(element, '[data-comment]').length).to.equal(1);
    expect(one(element, '.fold').getAttribute('aria-expanded')).to.equal('false');
    one(element, '.fold').click();
    await element.updateComplete;
    expect(all(element, '[data-comment]').length).to.equal(3);
  });

  it('loads more, marks and focuses what is new, and says how many came', async () => {
    const { name } = source([], {
      comments: async ({ next }) =>
        next
          ? { items: [comment(3), comment(4, { parentId: 1 })], total: 4 }
          : { items: [comment(1), comment(2)], total: 4, next: '2' },
    });
    const element = await thread(name, 'sort="oldest"');
    const more = one(element, '.more-comments');
    expect(more.innerText).to.equal('Show more comments (2 left)');
    more.click();
    await until(() => all(element, '[data-comment]').length === 4);
    await element.updateComplete;
    expect(all(element, '.more-comments').length).to.equal(0);
    expect(all(element, '.fresh').length).to.equal(2);
    expect(all(element, '[role="status"]').map((line) => line.textContent)).to.include(
      '2 comments added to the list.',
    );
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset['comment']).to.equal('4');
    await expectAccessible(element);
  });

  it('shows house rules and the note on screening', async () => {
    const element = await thread(source([]).name, 'screened', address(), '<p slot="rules">Be kind.</p>');
    expect(element.querySelector('p')!.getClientRects().length).to.equal(1);
    expect(shownText(element))
      .to.contain('Comments are screened before they appear.')
      .and.to.contain('No comments yet');
    expect(element.matches(':state(empty)')).to.equal(true);
    await expectAccessible(element);
    expect(shownText(await thread(source([]).name))).not.to.contain('screened');
  });

  it('posts a comment, which stays visible to its writer until it is approved, also after a reload', async () => {
    const src = address();
    const { name, drafts } = source([comment(1)]);
    const element = await thread(name, '', src);
    type(element, 'write', { ...WRITER, comment: 'A < B & C' });
    const posted = once<NewsCommentEvent>(element, 'news-comment');
    await send(element, 'write');
    expect((await posted).comment.status).to.equal('pending');
    expect(drafts).to.deep.equal([{ ...WRITER, comment: 'A < B & C', parentId: undefined }]);
    expect(shownText(element))
      .to.contain('A < B & C')
      .and.to.contain('Only you can see it')
      .and.to.contain('Thank you');
    expect(one<HTMLTextAreaElement>(element, '#write-comment').value).to.equal('');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset['comment']).to.equal('901');
    await expectAccessible(element);
    clearFixtures();
    expect(shownText(await thread(name, '', src)))
      .to.contain('A < B & C')
      .and.to.contain('Only you can see it');
    clearFixtures();
    const approved = source([comment(1), comment(901, { body: 'A < B & C' })]);
    expect(shownText(await thread(approved.name, '', src)))
      .to.contain('A < B & C')
      .and.not.to.contain('Only you');
  });

  it('forgets the copy of a comment whose id was never told, when that comment is shown to everybody', async () => {
    const src = address();
    const mine = { author: { name: WRITER.name }, body: 'Hello', published: new Date() };
    const addComment = async () => comment(0, { ...mine, id: unseenId(), status: 'pending' });
    const element = await thread(source([], { addComment }).name, '', src);
    type(element, 'write', { ...WRITER, comment: 'Hello' });
    await send(element, 'write');
    expect(all(element, '[data-comment]')).to.have.length(1);
    clearFixtures();
    const later = await thread(source([comment(7, mine)]).name, '', src);
    expect(all(later, '[data-comment]').map(({ dataset }) => dataset['comment'])).to.deep.equal(['7']);
  });

  it('replies in place', async () => {
    const { name, drafts } = source([comment(1), comment(2)]);
    const element = await thread(name);
    const reply = one(element, '[data-comment="1"] [part~="reply-button"]');
    reply.click();
    await until(() => (element.shadowRoot!.activeElement as HTMLElement | null)?.id === 'reply-comment');
    expect(reply.getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(element);
    type(element, 'reply', { ...WRITER, comment: 'I agree.' });
    await send(element, 'reply');
    expect(drafts[0]!.parentId).to.equal('1');
    expect(all(element, '#reply-comment').length).to.equal(0);
    expect(wordsOf(one(element, '[data-comment="1"]').closest('li')!)).to.contain('I agree.');
  });

  it('closes a reply with Escape, gives the focus back, and keeps the text', async () => {
    const element = await thread(source([comment(1)]).name);
    const reply = () => one(element, '[part~="reply-button"]');
    reply().click();
    await until(() => all(element, '#reply-comment').length === 1);
    type(element, 'reply', { comment: 'Half a thought' });
    one(element, '#reply-comment').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await until(() => element.shadowRoot!.activeElement === reply());
    reply().click();
    await until(() => all(element, '#reply-comment').length === 1);
    expect(one<HTMLTextAreaElement>(element, '#reply-comment').value).to.equal('Half a thought');
  });

  it('keeps drafts on the device', async () => {
    const src = address();
    const { name } = source([comment(1)]);
    type(await thread(name, '', src), 'write', { ...WRITER, comment: 'Not finished' });
    clearFixtures();
    const element = await thread(name, '', src);
    expect(one<HTMLTextAreaElement>(element, '#write-comment').value).to.equal('Not finished');
    expect(one<HTMLInputElement>(element, '#write-email').value).to.equal('ines@example.org');
  });

  it('says by field what is missing, and goes to the first', async () => {
    const { name, drafts } = source([]);
    const element = await thread(name);
    type(element, 'write', { name: 'Ines', email: 'no address' });
    await send(element, 'write');
    expect(drafts.length).to.equal(0);
    expect(all(element, '[part~="field-error"]').map(({ innerText }) => innerText)).to.deep.equal([
      'Please fill in: Comment.',
      'This does not look like an e-mail address.',
    ]);
    expect((element.shadowRoot!.activeElement as HTMLElement).id).to.equal('write-comment');
    await expectAccessible(element);
    type(element, 'write', { comment: 'Now' });
    await element.updateComplete;
    expect(all(element, '[part~="field-error"]').length).to.equal(1);
  });

  for (const [kind, words] of [
    ['flood', 'too quickly'],
    ['duplicate', 'already said'],
    ['closed', 'have been closed'],
    ['unreachable', 'could not be sent'],
    ['server', 'has a problem'],
  ] as [NewsErrorKind, string][]) {
    it(`keeps the text when it is refused: ${kind}`, async () => {
      const element = await thread(source([], { addComment: refuse(kind) }).name);
      type(element, 'write', { ...WRITER, comment: 'Keep me' });
      const failed = once<NewsErrorEvent>(element, 'news-error');
      await send(element, 'write');
      expect((await failed).during).to.equal('post');
      expect(one(element, '[part~="form-problem"]').innerText)
        .to.contain(words)
        .and.to.contain('Your text is kept.');
      expect(one<HTMLTextAreaElement>(element, '#write-comment').value).to.equal('Keep me');
      await expectAccessible(element);
    });
  }

  it('shows what the source says about a field', async () => {
    const addComment = () =>
      Promise.reject(
        new NewsError('validation', 'Invalid parameter', { fields: { email: 'Invalid email address.' } }),
      );
    const element = await thread(source([], { addComment }).name);
    type(element, 'write', { ...WRITER, comment: 'Hello' });
    await send(element, 'write');
    expect(one(element, '[part~="field-error"]').innerText).to.equal('Invalid email address.');
    expect((element.shadowRoot!.activeElement as HTMLElement).id).to.equal('write-email');
  });

  it('takes "duplicate" for success when the first answer was lost', async () => {
    let tries = 0;
    const element = await thread(
      source([], { addComment: () => (tries++ === 0 ? refuse('timeout')() : refuse('duplicate')()) }).name,
    );
    type(element, 'write', { ...WRITER, comment: 'Did it arrive?' });
    await send(element, 'write');
    expect(shownText(element)).to.contain('did not answer in time');
    await send(element, 'write');
    expect(shownText(element)).to.contain('Did it arrive?').and.to.contain('Only you can see it');
    expect(one<HTMLTextAreaElement>(element, '#write-comment').value).to.equal('');
  });

  it('hands the text over to the site’s own form where the API takes no guests', async () => {
    const element = await thread(
      source([], {
        addComment: refuse('login-required'),
        classicForm: (_query, draft) => ({
          action: 'https://site.example/post',
          fields: { comment: draft.comment },
        }),
      }).name,
    );
    type(element, 'write', { ...WRITER, comment: 'Carry me' });
    await send(element, 'write');
    const form = one<HTMLFormElement>(element, '[part~="hand-over"]');
    expect([form.action, form.method, form.target]).to.deep.equal([
      'https://site.example/post',
      'post',
      '_blank',
    ]);
    expect(new FormData(form).get('comment')).to.equal('Carry me');
    expect(one<HTMLTextAreaElement>(element, '#write-comment').value).to.equal('Carry me');
    await expectAccessible(element);
  });

  it('draws no form where one cannot write, and says why', async () => {
    const posting = (how: 'closed' | 'link') => ({
      posting: async () => ({ how, fields: [], url: 'https://site.example/story' }) as const,
    });
    const closed = await thread(source([comment(1)], posting('closed')).name);
    expect(shownText(closed)).to.contain('are closed');
    expect(all(closed, 'form, [part~="reply-button"]').length).to.equal(0);
    await expectAccessible(closed);
    const elsewhere = await thread(source([], posting('link')).name);
    expect(one(elsewhere, 'a[part~="more"]').getAttribute('href')).to.equal('https://site.example/story');
    expect(all(await thread(source([comment(1)]).name, 'readonly'), 'form').length).to.equal(0);
    const readOnly = await thread(adapterNamed({ comments: async () => ({ items: [comment(1)] }) }));
    expect(all(readOnly, 'form').length).to.equal(0);
  });

  it('shows comments that the page gives inline, nested as they are', async () => {
    const element = fixture<CommentThread>('<comment-thread></comment-thread>');
    element.data = [
      { id: 1, author: 'Ines', body: 'First', replies: [{ id: 2, author: 'Ole', body: 'Second' }] },
    ];
    await once(element, 'news-load');
    expect(wordsOf(one(element, '.replies'))).to.contain('Second');
    expect(all(element, 'form').length).to.equal(0);
    await expectAccessible(element);
  });

  it('shows a skeleton, then the children and one sentence on an error', async () => {
    const waiting = fixture(
      `<comment-thread adapter="${adapterNamed({ comments: never })}" src="/x"></comment-thread>`,
    );
    await until(() => waiting.shadowRoot!.querySelector('.skeleton'));
    await expectAccessible(waiting);
    clearFixtures();
    const refused = fixture<CommentThread>(
      `<comment-thread adapter="${adapterNamed({ comments: refuse('login-required') })}" src="/x"><a href="/c">Comments</a></comment-thread>`,
    );
    await once<NewsErrorEvent>(refused, 'news-error');
    await refused.updateComplete;
    expect(shownText(refused)).to.contain('is not public');
    expect(refused.querySelector('a')!.getClientRects().length).to.equal(1);
    await expectAccessible(refused);
  });

  it('sanitises what readers wrote', async () => {
    const hostile = '<p>Hi<img src=x onerror="window.ran=1"><a href="javascript:window.ran=1">x</a></p>';
    const element = await thread(source([comment(1, { body: { format: 'html', value: hostile } })]).name);
    expect(all(element, '[part~="comment-body"] img').length).to.equal(0);
    expect(all<HTMLAnchorElement>(element, '.prose a[href]').map(({ protocol }) => protocol)).to.deep.equal([
      'https:',
    ]);
    expect('ran' in window).to.equal(false);
    expect(shownText(element)).to.contain('Hi');
  });

  describe('whatever happens while somebody writes', () => {
    const WAIT = () => new Promise((resolve) => setTimeout(resolve, 20));
    const text = (element: Element, form: 'write' | 'reply' = 'write') =>
      one<HTMLTextAreaElement>(element, `#${form}-comment`).value;
    const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;

    it('books a comment in the thread that it was written in, also when another is open by then', async () => {
      const answer = deferred<Comment>();
      const { name } = source([comment(1)], { addComment: () => answer.promise });
      const [first, second] = [address(), address()];
      const element = await thread(name, '', first);
      type(element, 'write', { ...WRITER, comment: 'For the first story' });
      await send(element, 'write');
      const loaded = once(element, 'news-load');
      element.src = second;
      await loaded;
      type(element, 'write', { comment: 'For the second story' });
      const posted = once<NewsCommentEvent>(element, 'news-comment');
      answer.resolve(comment(900, { body: 'For the first story', status: 'pending' }));
      expect((await posted).comment.id).to.equal('900');
      await element.updateComplete;
      expect(text(element)).to.equal('For the second story');
      expect(shownText(element)).not.to.contain('For the first story').and.not.to.contain('Thank you');
      clearFixtures();
      const back = await thread(name, '', first);
      expect(text(back)).to.equal('');
      expect(shownText(back)).to.contain('For the first story').and.to.contain('Only you can see it');
    });

    it('keeps what is typed while a comment is on its way', async () => {
      const answer = deferred<Comment>();
      const element = await thread(source([], { addComment: () => answer.promise }).name);
      type(element, 'write', { ...WRITER, comment: 'One thought' });
      await send(element, 'write');
      type(element, 'write', { comment: 'One thought, and another' });
      answer.resolve(comment(900, { status: 'pending' }));
      await WAIT();
      expect(text(element)).to.equal('One thought, and another');
    });

    it('lets two threads of one story, in two tabs say, keep each other’s texts', async () => {
      const src = address();
      const { name } = source([comment(1)]);
      const here = await thread(name, '', src);
      const there = await thread(name, '', src);
      type(here, 'write', { ...WRITER, comment: 'From here' });
      await send(here, 'write');
      one(there, '[part~="reply-button"]').click();
      await until(() => one(there, '#reply-comment'));
      type(there, 'reply', { comment: 'From there' });
      clearFixtures();
      const again = await thread(name, '', src);
      expect(text(again, 'reply')).to.equal('From there');
      expect(shownText(again)).to.contain('From here').and.to.contain('Only you can see it');
    });

    it('keeps a reply within reach when the comment that it answers has gone', async () => {
      const src = address();
      const comments = [comment(1), comment(2)];
      const { name } = source(comments);
      const element = await thread(name, '', src);
      one(element, '[data-comment="2"] [part~="reply-button"]').click();
      await until(() => one(element, '#reply-comment'));
      type(element, 'reply', { ...WRITER, comment: 'Half an answer' });
      comments.pop();
      const loaded = once(element, 'news-load');
      element.reload();
      await loaded;
      await element.updateComplete;
      expect(text(element, 'reply')).to.equal('Half an answer');
      expect(shownText(element)).to.contain('Reply to a comment that is not shown');
      clearFixtures();
      expect(text(await thread(name, '', src), 'reply')).to.equal('Half an answer');
    });

    it('keeps the form when a reload does not tell whether one may write, and says so when nothing ever did', async () => {
      let tells = true;
      const posting = async () => {
        if (!tells) throw new NewsError('server', 'down');
        return { how: 'anonymous', fields: ['name', 'email', 'comment'] } as const;
      };
      const { name } = source([comment(1)], { posting });
      const element = await thread(name);
      type(element, 'write', { comment: 'Still here' });
      tells = false;
      const loaded = once(element, 'news-load');
      element.reload();
      await loaded;
      await element.updateComplete;
      expect(text(element)).to.equal('Still here');
      clearFixtures();
      const never = await thread(name);
      expect(shownText(never)).to.contain('The form for a comment could not be loaded.');
      tells = true;
      one(never, '[part~="error"] button').click();
      await until(() => one(never, '#write-comment'));
    });

    it('opens what is folded away, so that nobody looks for what they have just written', async () => {
      const { name } = source([comment(1), comment(2, { parentId: 1 })]);
      const element = await thread(name);
      one(element, '[data-comment="1"] [part~="reply-button"]').click();
      await until(() => one(element, '#reply-comment'));
      one(element, '.fold').click();
      await element.updateComplete;
      type(element, 'reply', { ...WRITER, comment: 'Into the fold' });
      await send(element, 'reply');
      await until(() => focused(element)?.dataset['comment'] === '901');
      expect(shownText(element)).to.contain('Into the fold');
    });

    it('begins anew with another story: no thanks, no open reply, no fold of the one before', async () => {
      const { name } = source([comment(1), comment(2, { parentId: 1 })]);
      const element = await thread(name);
      type(element, 'write', { ...WRITER, comment: 'A word' });
      await send(element, 'write');
      one(element, '.fold').click();
      one(element, '[data-comment="1"] [part~="reply-button"]').click();
      await until(() => one(element, '#reply-comment'));
      const loaded = once(element, 'news-load');
      element.src = address();
      await loaded;
      expect(shownText(element)).not.to.contain('Thank you');
      expect(all(element, '#reply-comment').length).to.equal(0);
      expect(all(element, '[data-comment]').length).to.equal(2);
    });

    it('fills no field with what ids of comments inherit', async () => {
      const { name } = source([comment(1, { id: 'constructor' })]);
      const element = await thread(name);
      one(element, '[part~="reply-button"]').click();
      await until(() => one(element, '#reply-comment'));
      expect(text(element, 'reply')).to.equal('');
    });

    it('says how many characters are too many, and cuts nothing off', async () => {
      const { name, drafts } = source([]);
      const element = await thread(name);
      type(element, 'write', { ...WRITER, comment: 'x'.repeat(1004) });
      await element.updateComplete;
      expect(text(element).length).to.equal(1004);
      expect(shownText(element)).to.contain('4 characters too many');
      const described = one(element, '#write-comment').getAttribute('aria-describedby')!;
      expect(one(element, `#${described}`).innerText).to.equal('4 characters too many');
      await send(element, 'write');
      expect(drafts.length).to.equal(0);
      expect(one(element, '[part~="field-error"]').innerText).to.equal('4 characters too many');
    });

    it('removes a text that was handed over, when its writer says so', async () => {
      const src = address();
      const classicForm = () => ({ action: 'https://site.example/post', fields: {} });
      const { name } = source([], { addComment: refuse('login-required'), classicForm });
      const element = await thread(name, '', src);
      type(element, 'write', { ...WRITER, comment: 'Handed over' });
      await send(element, 'write');
      const form = one<HTMLFormElement>(element, '[part~="hand-over"]');
      expect(one(element, '[part~="hand-over"] [type="submit"]').innerText).to.equal(
        'Post it on site.example',
      );
      expect(form.querySelectorAll('[type="button"]').length).to.equal(0);
      form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
      await element.updateComplete;
      one(element, '[part~="hand-over"] button[type="button"]').click();
      await until(() => focused(element)?.id === 'write-comment');
      expect(text(element)).to.equal('');
      expect(all(element, '[part~="hand-over"]').length).to.equal(0);
      expect(localStorage.getItem(`newsprint:${src}`)).to.equal(null);
    });

    it('says what is wrong in a place that screen readers know already', async () => {
      const element = await thread(source([], { addComment: refuse('flood') }).name);
      const region = one(element, '.form [role="alert"]');
      expect(region.textContent!.trim()).to.equal('');
      type(element, 'write', { ...WRITER, comment: 'Too fast' });
      await send(element, 'write');
      expect(one(element, '.form [role="alert"]') === region).to.equal(true);
      expect(region.innerText).to.contain('too quickly');
    });
  });

  describe('pages', () => {
    const paged = (order: string[], fail?: () => boolean) =>
      adapterNamed({
        comments: async ({ order: wanted, next = '1' }) => {
          order.push(`${wanted} ${next}`);
          if (fail?.()) throw new NewsError('server', 'down');
          const page = Number(next);
          return { items: [comment(page * 10)], total: 3, next: page < 3 ? String(page + 1) : undefined };
        },
      });
    const more = (element: CommentThread) => one(element, '.more-comments');

    it('that were loaded are there again after a reload', async () => {
      const asked: string[] = [];
      const element = await thread(paged(asked), 'sort="oldest"');
      more(element).click();
      await until(() => all(element, '[data-comment]').length === 2);
      asked.length = 0;
      const loaded = once(element, 'news-load');
      element.reload();
      await loaded;
      expect(asked).to.deep.equal(['oldest 1', 'oldest 2']);
      expect(all(element, '[data-comment]').length).to.equal(2);
      more(element).click();
      await until(() => all(element, '[data-comment]').length === 3);
      expect(asked.at(-1)).to.equal('oldest 3');
    });

    it('go on in the order that they were begun in, also when another order failed', async () => {
      const asked: string[] = [];
      let down = false;
      const element = await thread(
        paged(asked, () => down),
        'sort="oldest"',
      );
      down = true;
      const failed = once(element, 'news-error');
      element.sort = 'newest';
      await failed;
      down = false;
      more(element).click();
      await until(() => all(element, '[data-comment]').length === 2);
      expect(asked).to.deep.equal(['oldest 1', 'newest 1', 'oldest 2']);
    });

    it('that do not come are said to everybody, and the next try is a press away', async () => {
      let down = false;
      const element = await thread(paged([], () => down));
      down = true;
      const failed = once<NewsErrorEvent>(element, 'news-error');
      more(element).focus();
      more(element).click();
      expect((await failed).error.kind).to.equal('server');
      await element.updateComplete;
      expect(one(element, '[part~="error"]').innerText).to.contain('has a problem');
      expect(element.shadowRoot!.activeElement === more(element)).to.equal(true);
      down = false;
      more(element).click();
      await until(() => all(element, '[data-comment]').length === 2);
      expect(all(element, '[part~="error"]').length).to.equal(0);
    });

    it('that come too late for a story that has been left are not put into the next one', async () => {
      const late = deferred<{ items: Comment[] }>();
      const name = adapterNamed({
        comments: async ({ src, next }) =>
          next ? late.promise : { items: [comment(src.endsWith('b') ? 2 : 1)], total: 5, next: '2' },
      });
      const element = await thread(name, '', `${address()}/a`);
      more(element).click();
      const loaded = once(element, 'news-load');
      element.src = `${address()}/b`;
      await loaded;
      late.resolve({ items: [comment(77)] });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(all(element, '[data-comment]').map((shown) => shown.dataset['comment'])).to.deep.equal(['2']);
      expect(more(element).innerText).to.contain('4 left');
    });

    it('of equal length are said each time', async () => {
      const element = await thread(paged([]));
      const spoken = all(element, '[role="status"]').at(-2)!;
      const said: string[] = [];
      new MutationObserver(() => said.push(spoken.textContent!)).observe(spoken, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      for (const count of [2, 3]) {
        more(element).click();
        await until(() => all(element, '[data-comment]').length === count);
        await element.updateComplete;
      }
      await until(() => said.length >= 3);
      expect(said.filter(Boolean)).to.deep.equal([
        '1 comment added to the list.',
        '1 comment added to the list.',
      ]);
    });
  });
});
