import { expect } from 'chai';
import { html } from 'lit';
import { renderBody } from '../../../src/content/render-body.js';
import { languageFor } from '../../../src/i18n/language.js';
import { toComment, type Comment } from '../../../src/model/comment.js';
import { buildThread } from '../../../src/model/thread.js';
import { MAX_INDENTS, threadView, type ThreadOptions } from '../../../src/view/thread-view.js';
import { countOf, draw, words } from './support.js';

const comment = (id: string, parentId?: string, fields: object = {}): Comment =>
  toComment({ id, parentId, author: `Writer ${id}`, body: `Text ${id}`, ...fields });
const chain = (length: number, fields: object = {}) =>
  Array.from({ length }, (_, index) => comment(`${index + 1}`, index ? `${index}` : undefined, fields));

function shown(comments: readonly Comment[], changes: Partial<ThreadOptions> = {}): HTMLElement {
  return draw(
    threadView(buildThread(comments, 'oldest'), {
      language: languageFor('en'),
      bodyOf: ({ body }) => renderBody(body, { purpose: 'comment' }),
      isNew: () => false,
      onToggle: () => {},
      collapsed: new Set(),
      replyingTo: undefined,
      replyForm: ({ id }) => html`<form data-answers=${id}></form>`,
      ...changes,
    }),
  );
}

const ids = (stage: Element) =>
  [...stage.querySelectorAll<HTMLElement>('[data-comment]')].map(({ dataset }) => dataset.comment);
const one = (stage: Element, id: string) => stage.querySelector(`[data-comment="${id}"]`)!;
/** How many lists a comment stands in. */
const level = (stage: Element, id: string) => {
  let lists = 0;
  for (let list = one(stage, id).closest('ol'); list; list = list.parentElement!.closest('ol')) lists++;
  return lists;
};
const answers = (stage: Element, id: string) =>
  one(stage, id)
    .querySelector('.in-reply-to')
    ?.textContent.replace(/[\u2068\u2069]/g, '');
const fold = (stage: Element, id: string) => one(stage, id).querySelector<HTMLElement>('.fold');

describe('a thread on screen', () => {
  it('is lists in lists', () => {
    const stage = shown([comment('a'), comment('b', 'a'), comment('c', 'b'), comment('d')]);
    expect(ids(stage)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(['a', 'b', 'c', 'd'].map((id) => level(stage, id))).to.deep.equal([1, 2, 3, 1]);
    expect(words(one(stage, 'b')))
      .to.contain('Writer b')
      .and.to.contain('Text b');
    expect(countOf(stage, '.in-reply-to')).to.equal(0);
  });

  it('indents six levels, and puts deeper ones below each other, each saying whom it answers', () => {
    const stage = shown(chain(10));
    const all = chain(10).map(({ id }) => id);
    expect(ids(stage)).to.deep.equal(all);
    expect(all.map((id) => level(stage, id))).to.deep.equal([1, 2, 3, 4, 5, 6, 6, 6, 6, 6]);
    expect(all.map((id) => answers(stage, id))).to.deep.equal([
      ...Array(MAX_INDENTS).fill(undefined),
      ...['Writer 6', 'Writer 7', 'Writer 8', 'Writer 9'].map((name) => `In reply to ${name}`),
    ]);
  });

  it('keeps the order of the tree where it no longer indents', () => {
    const stage = shown([
      ...chain(5),
      comment('a', '5'),
      comment('b', '5'),
      comment('a1', 'a'),
      comment('b1', 'b'),
      comment('a2', 'a'),
      comment('a11', 'a1'),
    ]);
    expect(ids(stage).slice(5)).to.deep.equal(['a', 'a1', 'a11', 'a2', 'b', 'b1']);
    expect(answers(stage, 'a11')).to.equal('In reply to Writer a1');
    expect(answers(stage, 'a2')).to.equal('In reply to Writer a');
    expect(answers(stage, 'b')).to.equal(undefined);
  });

  it('names a parent without a name like the comment itself does', () => {
    const stage = shown(chain(8, { author: undefined }));
    expect(one(stage, '6').querySelector('.name')!.textContent).to.equal('Anonymous');
    expect(answers(stage, '7')).to.equal('In reply to Anonymous');
  });

  it('says so when the parent is not shown', () => {
    const stage = shown([comment('a', 'gone'), comment('b', 'a')]);
    expect(answers(stage, 'a')).to.equal('In reply to a comment that is not shown');
    expect(answers(stage, 'b')).to.equal(undefined);
  });

  it('shows every one of a thread of depth 300', () => {
    const stage = shown(chain(300));
    expect(ids(stage)).to.deep.equal(chain(300).map(({ id }) => id));
    expect(level(stage, '300')).to.equal(6);
  });

  it('shows a comment once that came twice, and all of a ring', () => {
    expect(ids(shown([comment('a'), comment('a'), comment('b')]))).to.deep.equal(['a', 'b']);
    expect(ids(shown([comment('a', 'b'), comment('b', 'a')]))).to.have.members(['a', 'b']);
  });

  it('folds replies away and says how many', () => {
    const comments = [comment('a'), comment('b', 'a'), comment('c', 'b'), comment('d')];
    const open = shown(comments);
    expect(words(fold(open, 'a')!)).to.equal('Hide 2 replies');
    expect(words(fold(open, 'b')!)).to.equal('Hide 1 reply');
    expect(countOf(open, '.fold')).to.equal(2);

    const folded = shown(comments, { collapsed: new Set(['a', 'd']) });
    expect(ids(folded)).to.deep.equal(['a', 'd']);
    expect(words(fold(folded, 'a')!)).to.equal('Show 2 replies');
    expect(fold(folded, 'a')!.getAttribute('aria-expanded')).to.equal('false');
    expect(countOf(folded, '.fold')).to.equal(1);
  });

  it('counts replies that are no longer indented too', () => {
    const stage = shown(chain(10), { collapsed: new Set(['5']) });
    expect(words(fold(stage, '5')!)).to.equal('Show 5 replies');
    expect(words(fold(stage, '1')!)).to.equal('Hide 9 replies');
  });

  it('tells which comment was unfolded', () => {
    const toggled: string[] = [];
    const stage = shown([comment('a'), comment('b', 'a')], { onToggle: ({ id }) => toggled.push(id) });
    fold(stage, 'a')!.click();
    expect(toggled).to.deep.equal(['a']);
  });

  it('has the form under the comment that is answered, before its replies', () => {
    for (const id of ['1', '5', '8']) {
      const stage = shown(chain(9), { replyingTo: id });
      const forms = stage.querySelectorAll('form');
      expect(forms).to.have.length(1);
      expect(forms[0]!.previousElementSibling === one(stage, id), id).to.equal(true);
    }
  });
});
