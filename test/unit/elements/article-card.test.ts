import { expect } from 'chai';
import '../../../src/embed/article-card.js';
import type { ArticleCard } from '../../../src/elements/article-card.js';
import type { NewsErrorEvent, NewsLoadEvent, NewsSelectEvent } from '../../../src/elements/events.js';
import { toArticle, type Article } from '../../../src/model/article.js';
import { NewsError } from '../../../src/model/news-error.js';
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

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="16" height="9"%3E%3C/svg%3E'; // refused by the model
const story = (changes: object = {}) => ({
  id: 42,
  url: 'https://example.org/ferry',
  title: 'Ferry timetable changes',
  excerpt: 'The first boat leaves at 6:40.',
  published: '2026-11-20T07:30:00Z',
  categories: ['Transport', 'Coast'],
  source: { name: 'Harbour Courier', url: 'https://example.org/' },
  image: { src: '/missing.jpg', alt: 'A ferry', width: 1600, height: 900 },
  ...changes,
});
const inline = (data: unknown, attributes = '') =>
  fixture<ArticleCard>(
    `<article-card ${attributes}><script type="application/json">${JSON.stringify(data)}</script></article-card>`,
  );
const part = (element: Element, name: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);

describe('<article-card>', () => {
  afterEach(clearFixtures);

  it('shows a story that the page gives inline, without a request', async () => {
    const card = inline(story());
    const { content } = await once<NewsLoadEvent>(card, 'news-load');
    expect((content as Article).title).to.equal('Ferry timetable changes');
    expect(shownText(card)).to.equal(
      'Transport Ferry timetable changes The first boat leaves at 6:40. Harbour Courier November 20, 2026',
    );
    expect(part(card, 'link')!.getAttribute('href')).to.equal('https://example.org/ferry');
    expect(part(card, 'title')!.localName).to.equal('h3');
    expect(
      performance
        .getEntriesByType('resource')
        .some((entry) => (entry as PerformanceResourceTiming).initiatorType === 'fetch'),
    ).to.equal(false);
    await expectAccessible(card);
  });

  it('shows a story that is set as a property, and a new one when it is set again', async () => {
    const card = fixture<ArticleCard>('<article-card></article-card>');
    card.data = story();
    await once(card, 'news-load');
    card.data = story({ title: 'Another one' });
    await once(card, 'news-load');
    expect(shownText(card)).to.contain('Another one');
  });

  it('has four layouts and takes any heading level', async () => {
    for (const layout of ['card', 'row', 'compact', 'lead', 'nonsense']) {
      const card = inline(story(), `layout="${layout}" heading-level="4"`);
      await once(card, 'news-load');
      expect(part(card, 'title')!.localName).to.equal('h4');
      expect(Boolean(part(card, 'image')), layout).to.equal(layout !== 'compact');
      await expectAccessible(card);
      clearFixtures();
    }
  });

  it('shows the children of the tag while it loads, and a skeleton where there are none', async () => {
    const name = adapterNamed({ article: never });
    const card = fixture<ArticleCard>(
      `<article-card adapter="${name}" src="/x"><a href="/x">Read it</a></article-card>`,
    );
    await until(() => card.shadowRoot!.querySelector('slot'));
    expect(card.shadowRoot!.querySelector('.skeleton')).to.equal(null);
    expect((card.querySelector('a') as HTMLElement).getClientRects().length).to.equal(1);
    card.replaceChildren();
    await until(() => card.shadowRoot!.querySelector('.skeleton'));
    expect(card.getBoundingClientRect().height).to.be.greaterThan(50);
    await expectAccessible(card);
  });

  it('keeps the children on an error, says one sentence, and tells the page', async () => {
    const name = adapterNamed({ article: refuse('not-found') });
    const card = fixture<ArticleCard>(
      `<article-card adapter="${name}" src="/x"><a href="/x">Read it</a></article-card>`,
    );
    const { error, during } = await once<NewsErrorEvent>(card, 'news-error');
    expect([error.kind, during]).to.deep.equal(['not-found', 'load']);
    await card.updateComplete;
    expect(shownText(card)).to.equal('This content is no longer there.');
    expect((card.querySelector('a') as HTMLElement).getClientRects().length).to.equal(1);
    expect(part(card, 'button')).to.equal(null);
    await expectAccessible(card);
  });

  it('offers to try again where that can help, and does', async () => {
    let tries = 0;
    const name = adapterNamed({
      article: async () => {
        if (tries++ === 0) throw new NewsError('server', 'down');
        return toArticle(story());
      },
    });
    const card = fixture<ArticleCard>(`<article-card adapter="${name}" src="/x"></article-card>`);
    await once(card, 'news-error');
    await card.updateComplete;
    part(card, 'button')!.click();
    await once(card, 'news-load');
    expect(shownText(card)).to.contain('Ferry timetable changes');
  });

  it('says so when it was not told where its content is, once the page has had the time to', async () => {
    const card = fixture<ArticleCard>('<article-card></article-card>');
    await card.updateComplete;
    expect(shownText(card)).to.equal('Loading…');
    await until(() => shownText(card).includes('Nothing to show'));
    await expectAccessible(card);
  });

  it('keeps what is on screen while it reloads, and when that fails', async () => {
    let next: Promise<Article> = Promise.resolve(toArticle(story()));
    const name = adapterNamed({ article: () => next });
    const card = fixture<ArticleCard>(`<article-card adapter="${name}" src="/x"></article-card>`);
    await once(card, 'news-load');
    const pending = deferred<Article>();
    next = pending.promise;
    card.reload();
    await card.updateComplete;
    expect(shownText(card)).to.contain('Ferry timetable');
    pending.reject(new NewsError('timeout', 'slow'));
    await once(card, 'news-error');
    await card.updateComplete;
    expect(shownText(card)).to.contain('Ferry timetable').and.to.contain('takes too long');
  });

  it('stops its request when it leaves the page, and goes on where it comes back', async () => {
    const signals: AbortSignal[] = [];
    let answer = deferred<Article>();
    const name = adapterNamed({
      article: (_query, { signal }) => {
        signals.push(signal);
        return answer.promise;
      },
    });
    const card = fixture<ArticleCard>(
      `<article-card loading="eager" adapter="${name}" src="/x"></article-card>`,
    );
    await until(() => signals.length === 1);
    card.remove();
    expect(signals[0]!.aborted).to.equal(true);
    answer = deferred();
    const stage = Object.assign(document.createElement('div'), { className: 'fixture' });
    document.body.append(stage);
    stage.append(card);
    await until(() => signals.length === 2);
    answer.resolve(toArticle(story()));
    await once(card, 'news-load');
    expect(signals[1]!.aborted).to.equal(false);
  });

  it('waits until a reader comes near, unless it is eager', async () => {
    let asked = 0;
    const name = adapterNamed({ article: async () => (asked++, toArticle(story())) });
    const far = '<div style="height: 5000px"></div>';
    const stage = fixture(
      `<div>${far}<article-card adapter="${name}" src="/lazy"></article-card><article-card adapter="${name}" loading="eager" src="/eager"></article-card></div>`,
    );
    const [lazy, eager] = stage.querySelectorAll('article-card');
    await once(eager!, 'news-load');
    expect(asked).to.equal(1);
    lazy!.scrollIntoView();
    await once(lazy!, 'news-load');
    expect(asked).to.equal(2);
  });

  it('tells the page what a reader chose, and lets it stop the link', async () => {
    const card = inline(story());
    await once(card, 'news-load');
    let chosen: Article | undefined;
    document.addEventListener(
      'news-select',
      (event) => {
        chosen = (event as NewsSelectEvent).article;
        event.preventDefault();
      },
      { once: true },
    );
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    part(card, 'link')!.dispatchEvent(click);
    expect(chosen?.id).to.equal('42');
    expect(click.defaultPrevented).to.equal(true);
  });

  it('leaves it to the browser when a reader wants a new tab', async () => {
    const card = inline(story());
    await once(card, 'news-load');
    let told = 0;
    card.addEventListener('news-select', (event) => {
      told++;
      event.preventDefault();
    });
    part(card, 'link')!.addEventListener('click', (event) => event.preventDefault());
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
      part(card, 'link')!.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true }),
      );
    }
    expect(told).to.equal(0);
  });

  it('checks what an adapter of the page’s own says, whatever form it has', async () => {
    const name = adapterNamed({
      article: async () => ({ ...toArticle(story()), url: 'javascript:alert(1)', title: 'A\u202Eb' }),
    });
    const card = fixture<ArticleCard>(`<article-card adapter="${name}" src="/x"></article-card>`);
    await once(card, 'news-load');
    expect(part(card, 'link')).to.equal(null);
    expect(part(card, 'title')!.innerText).to.equal('Ab');
  });

  it('leaves no hole where a picture does not come', async () => {
    const card = inline(story());
    await once(card, 'news-load');
    await until(() => card.shadowRoot!.querySelector<HTMLElement>('.media')!.hidden);
    expect(part(card, 'image')!.getClientRects().length).to.equal(0);
  });

  it('takes no URL that runs or embeds anything', async () => {
    const card = inline(
      story({
        url: 'javascript:alert(1)',
        image: { src: PICTURE },
        source: { name: 'S', url: 'data:text/html,x' },
      }),
    );
    await once(card, 'news-load');
    expect(card.shadowRoot!.querySelectorAll('a, img').length).to.equal(0);
    expect(shownText(card)).to.contain('Ferry timetable');
  });

  it('shows the beginning of an endless title, with all of it in the accessible name', async () => {
    const title = 'A very long title. '.repeat(600).trim();
    const card = inline(story({ title }));
    await once(card, 'news-load');
    expect(part(card, 'title')!.getBoundingClientRect().height).to.be.lessThan(400);
    expect(part(card, 'link')!.textContent!.replace('…', '')).to.equal(title);
    await expectAccessible(card);
  });

  it('names the source that the page names, where the story has none', async () => {
    const card = inline(
      story({ source: undefined }),
      'source-name="Coastal Desk" source-url="https://example.com/"',
    );
    await once(card, 'news-load');
    expect(part(card, 'source')!.innerText).to.equal('Coastal Desk');
    expect(part(card, 'source')!.getAttribute('href')).to.equal('https://example.com/');
  });

  it('says what is broken about inline data', async () => {
    const card = fixture<ArticleCard>(
      '<article-card><script type="application/json">{"title": </script></article-card>',
    );
    const { error } = await once<NewsErrorEvent>(card, 'news-error');
    expect(error.kind).to.equal('parse');
  });
});
