import { expect } from 'chai';
import '../../../src/embed/all.js';
import { define } from '../../../src/embed/define.js';
import type { NewsErrorEvent } from '../../../src/elements/events.js';
import type { NewsElement } from '../../../src/elements/news-element.js';
import { VERSION } from '../../../src/elements/version.js';
import { toArticle } from '../../../src/model/article.js';
import { toComment } from '../../../src/model/comment.js';
import { NewsError } from '../../../src/model/news-error.js';
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
} from './support.js';

const story = (words: string) =>
  toArticle({ id: words, title: words, url: `https://example.org/${words}`, body: words });
const note = (words: string) => toComment({ id: words, author: { name: 'Ines' }, body: words });

/** What each element asks an adapter for, and an answer with these words in it. */
const ELEMENTS = [
  { tag: 'article-card', method: 'article', answer: story },
  { tag: 'article-view', method: 'article', answer: story },
  { tag: 'related-news', method: 'articles', answer: (words: string) => ({ items: [story(words)] }) },
  { tag: 'comment-thread', method: 'comments', answer: (words: string) => ({ items: [note(words)] }) },
] as const;

for (const { tag, method, answer } of ELEMENTS) {
  const adapter = (load: (query: { src: string }) => Promise<unknown>) =>
    adapterNamed({ [method]: load } as unknown as Adapter);
  const element = (name: string, children = '', src = '/x') =>
    fixture<NewsElement<unknown>>(
      `<${tag} loading="eager" adapter="${name}" src="${src}">${children}</${tag}>`,
    );

  describe(`<${tag}>, as every element`, () => {
    afterEach(clearFixtures);

    it('keeps the page’s own children while it loads', async () => {
      const shown = element(adapter(never), '<a href="/own">Own words</a>');
      await until(() => shown.matches(':state(loading)'));
      expect(shown.querySelector('a')!.getClientRects().length).to.equal(1);
      expect(shown.shadowRoot!.querySelector('.skeleton')).to.equal(null);
      await expectAccessible(shown);
    });

    it('shows the shape of what will come where the page has no words', async () => {
      const shown = element(adapter(never));
      await until(() => shown.shadowRoot!.querySelector('.skeleton'));
      expect(shown.getBoundingClientRect().height).to.be.greaterThan(40);
      expect(shownText(shown)).to.contain('Loading');
      await expectAccessible(shown);
    });

    it('puts the content in place of the children, once it is there', async () => {
      const shown = element(
        adapter(async () => answer('Arrived')),
        '<a href="/own">Own words</a>',
      );
      await once(shown, 'news-load');
      expect(shownText(shown)).to.contain('Arrived');
      expect(shown.querySelector('a')!.getClientRects().length).to.equal(0);
      expect(shown.matches(':state(ready)')).to.equal(true);
      await expectAccessible(shown);
    });

    it('keeps the children on an error, with one sentence', async () => {
      const shown = element(adapter(refuse('server')), '<a href="/own">Own words</a>');
      const { error, during } = await once<NewsErrorEvent>(shown, 'news-error');
      expect([error.kind, during]).to.deep.equal(['server', 'load']);
      await shown.updateComplete;
      expect(shown.querySelector('a')!.getClientRects().length).to.equal(1);
      expect(shown.shadowRoot!.querySelectorAll('[part~="error"] p').length).to.equal(1);
      expect(shown.matches(':state(error)')).to.equal(true);
      await expectAccessible(shown);
    });

    it('tells the page when it is on screen, not before', async () => {
      let down = false;
      const shown = element(adapter(async () => (down ? refuse('server')() : answer('Arrived'))));
      const seen: unknown[] = [];
      const look = ({ type }: Event) =>
        seen.push(type, shownText(shown).includes('Loading'), shown.matches(':state(ready),:state(error)'));
      shown.addEventListener('news-load', look, { once: true });
      shown.addEventListener('news-error', look, { once: true });
      await once(shown, 'news-load');
      down = true;
      shown.reload();
      await once(shown, 'news-error');
      expect(seen).to.deep.equal(['news-load', false, true, 'news-error', false, true]);
      expect(shownText(shown)).to.contain('has a problem').and.to.contain('Arrived');
    });

    it('keeps the button while it tries again, and hands the focus on', async () => {
      let next = deferred<unknown>();
      const shown = element(adapter(() => next.promise));
      next.reject(new NewsError('server', 'down'));
      await once(shown, 'news-error');
      const region = shown.shadowRoot!.querySelector('.frame > [role="status"]')!;
      expect(region.textContent).to.contain('has a problem');
      next = deferred();
      const button = region.querySelector('button')!;
      button.focus();
      button.click();
      await shown.updateComplete;
      expect(shown.shadowRoot!.activeElement === button).to.equal(true);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      await expectAccessible(shown);
      next.resolve(answer('Arrived'));
      await once(shown, 'news-load');
      expect(region.textContent!.trim()).to.equal('');
      expect(shown.shadowRoot!.activeElement?.className).to.equal('frame');
    });

    it('takes null for data that is not there yet', async () => {
      const shown = element(adapter(async () => answer('Arrived')));
      shown.data = null;
      await once(shown, 'news-load');
      expect(shownText(shown)).to.contain('Arrived');
    });

    it('takes what a page’s own adapter throws for an error like any other', async () => {
      const shown = element(
        adapter(() => {
          throw new TypeError('a bug of somebody else');
        }),
      );
      const { error } = await once<NewsErrorEvent>(shown, 'news-error');
      expect([error.name, error.kind]).to.deep.equal(['NewsError', 'parse']);
      expect(error.message).to.contain('a bug of somebody else');
    });

    it('says what it cannot do with a source that has no such thing', async () => {
      const shown = element(adapterNamed({}));
      const { error } = await once<NewsErrorEvent>(shown, 'news-error');
      expect(error.kind).to.equal('unsupported');
    });

    it('turns to a new src in the middle of a load, and never back', async () => {
      const answers: Record<string, ReturnType<typeof deferred<unknown>>> = {
        first: deferred(),
        second: deferred(),
      };
      const shown = element(
        adapter(({ src }) => answers[src.split('/').at(-1)!]!.promise),
        '',
        '/first',
      );
      await until(() => shown.matches(':state(loading)'));
      shown.src = '/second';
      await shown.updateComplete;
      const loaded = once(shown, 'news-load');
      answers['second']!.resolve(answer('Second'));
      await loaded;
      answers['first']!.resolve(answer('First'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await shown.updateComplete;
      expect(shownText(shown)).to.contain('Second').and.not.to.contain('First');
    });

    it('stays what it is when it is moved, and is not asked for again', async () => {
      let asked = 0;
      const shown = element(adapter(async () => (asked++, answer('Arrived'))));
      await once(shown, 'news-load');
      const stage = Object.assign(document.createElement('div'), { className: 'fixture' });
      document.body.append(stage);
      stage.append(shown);
      await shown.updateComplete;
      expect(asked).to.equal(1);
      expect(shownText(shown)).to.contain('Arrived');
    });

    it('says nothing about its host but its states', async () => {
      const shown = element(adapter(async () => answer('Arrived')));
      const before = shown.getAttributeNames();
      await once(shown, 'news-load');
      expect(shown.getAttributeNames()).to.deep.equal(before);
      expect(shown.getAttribute('style')).to.equal(null);
    });

    it('is defined once, and a second copy of the same version says nothing', () => {
      const warned: unknown[] = [];
      const { warn } = console;
      console.warn = (...words: unknown[]) => warned.push(words);
      try {
        define(
          tag,
          class extends HTMLElement {
            static readonly version = VERSION;
          },
        );
        expect(warned).to.deep.equal([]);
        define(
          tag,
          class extends HTMLElement {
            static readonly version = '0.0.1';
          },
        );
      } finally {
        console.warn = warn;
      }
      expect(String(warned[0])).to.contain(`<${tag}> is already defined`).and.to.contain(VERSION);
    });
  });
}
