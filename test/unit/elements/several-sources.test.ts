import { expect } from 'chai';
import '../../../src/embed/comment-thread.js';
import type { CommentThread } from '../../../src/elements/comment-thread.js';
import { toComment } from '../../../src/model/comment.js';
import type { CommentDraft } from '../../../src/model/posting.js';
import type { Adapter } from '../../../src/source/adapter.js';
import { registerAdapter } from '../../../src/source/registry.js';
import {
  adapterNamed,
  clearFixtures,
  expectAccessible,
  fixture,
  once,
  refuse,
  shownText,
  until,
  wordsOf,
} from './support.js';

const comment = (id: number, minute: number, changes: object = {}) =>
  toComment({
    id,
    author: { name: `Reader ${id}` },
    published: new Date(Date.UTC(2026, 10, 20, 8, minute)),
    body: `Comment ${id}`,
    ...changes,
  });

const drafts: CommentDraft[] = [];
const site: Adapter = {
  comments: async () => ({ items: [comment(1, 1), comment(2, 5, { parentId: 1 })], total: 2 }),
  posting: async () => ({ how: 'anonymous', fields: ['name', 'comment'] }),
  addComment: async (_query, draft) => {
    drafts.push(draft);
    return comment(50, 9, { parentId: draft.parentId, author: { name: draft.name }, body: draft.comment });
  },
  origin: () => ({ name: 'The Harbour Courier' }),
};
const social: Adapter = {
  comments: async () => ({ items: [comment(1, 3, { url: 'https://social.example/@a/1' })], total: 1 }),
  posting: async () => ({ how: 'link', fields: [], url: 'https://social.example/@a/0' }),
  origin: () => ({ name: 'social.example', url: 'https://social.example/@a/0' }),
};

let threads = 0;
async function thread(adapters: readonly Adapter[], attributes = 'sort="oldest"'): Promise<CommentThread> {
  const src = adapters.map((_, index) => `https://several-${++threads}.example/${index}`).join(' ');
  const names = adapters.map(adapterNamed).join(' ');
  const element = fixture<CommentThread>(
    `<comment-thread adapter="${names}" src="${src}" ${attributes}></comment-thread>`,
  );
  await once(element, 'news-load');
  return element;
}
const all = (element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

describe('<comment-thread> of several sources', () => {
  beforeEach(() => localStorage.clear());
  afterEach(clearFixtures);

  it('merges them by time, with a badge that says where each comment lives', async () => {
    const element = await thread([site, social]);
    expect(all(element, '[part~="heading"]')[0]!.innerText).to.equal('Comments 3');
    const names = all(element, '.thread > li > article [part~="comment-author"]').map(wordsOf);
    expect(names).to.deep.equal(['Reader 1', 'Reader 1']);
    expect(all(element, '[part~="origin"]').map(wordsOf)).to.deep.equal([
      'The Harbour Courier',
      'The Harbour Courier',
      'social.example',
    ]);
    await expectAccessible(element);
  });

  it('writes to the one that takes it; comments of the others are answered where they live', async () => {
    const element = await thread([site, social]);
    expect(all(element, '[part~="reply-button"]').length).to.equal(2);
    const there = all(element, 'a.elsewhere');
    expect(there.map(wordsOf)).to.deep.equal(['Reply on social.example']);
    expect(there[0]!.getAttribute('href')).to.equal('https://social.example/@a/1');
    drafts.length = 0;
    for (const [field, value] of [
      ['name', 'Ines'],
      ['comment', 'Yes.'],
    ]) {
      const input = all(element, `#write-${field}`)[0] as HTMLInputElement;
      input.value = value!;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    (all(element, 'form')[0] as HTMLFormElement).requestSubmit();
    await until(() => drafts.length === 1);
    await until(() => shownText(element).includes('Yes.'));
    expect(drafts[0]).to.include({ name: 'Ines', comment: 'Yes.' });
  });

  it('one that is down takes nobody with it, and is asked again on demand', async () => {
    let down = true;
    const shaky: Adapter = {
      ...social,
      comments: (query, io) => (down ? refuse('unreachable')() : social.comments!(query, io)),
    };
    const element = await thread([site, shaky]);
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(shownText(element)).to.contain('Comments from \u2068social.example\u2069 could not be loaded.');
    await expectAccessible(element);
    down = false;
    const button = all(element, '[part~="error"] button')[0]!;
    button.focus();
    button.click();
    await until(() => all(element, '[part~="origin"]').length === 3);
    // The button is gone: the focus stays in the element.
    await until(() => element.shadowRoot!.activeElement);
    expect(shownText(element)).not.to.contain('could not be loaded');
  });

  it('one that no adapter knows is named by its host', async () => {
    const element = fixture<CommentThread>(
      `<comment-thread adapter="${adapterNamed(site)} nonsense" src="https://a.example/1 https://b.example/2"></comment-thread>`,
    );
    await once(element, 'news-load');
    expect(shownText(element)).to.contain('b.example');
    expect(all(element, '.comment').length).to.equal(2);
  });

  it('finds each adapter by its URL', async () => {
    registerAdapter({
      name: 'several-found',
      matchesUrl: (url) => url.startsWith('https://found.example/'),
      load: async () => site,
    });
    const element = fixture<CommentThread>(
      '<comment-thread src="https://found.example/1\n  https://found.example/2"></comment-thread>',
    );
    await once(element, 'news-load');
    expect(all(element, '.comment').length).to.equal(4);
  });

  it('loads again when the page registers the adapter that was missing', async () => {
    const element = fixture<CommentThread>(
      '<comment-thread adapter="comes-late" src="https://late.example/1"></comment-thread>',
    );
    await once(element, 'news-error');
    registerAdapter({ name: 'comes-late', load: async () => site });
    await once(element, 'news-load');
    expect(all(element, '.comment').length).to.equal(2);
  });

  it('shows where one can answer when none takes comments', async () => {
    const element = await thread([social, social]);
    expect(shownText(element)).to.contain('Answers are written on');
    expect(all(element, 'a[part~="more"]')[0]!.getAttribute('href')).to.equal('https://social.example/@a/0');
  });
});
