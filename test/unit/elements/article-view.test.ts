import { expect } from 'chai';
import '../../../src/embed/article-view.js';
import type { ArticleView } from '../../../src/elements/article-view.js';
import type { NewsErrorEvent } from '../../../src/elements/events.js';
import {
  adapterNamed,
  clearFixtures,
  expectAccessible,
  fixture,
  never,
  once,
  refuse,
  shownText,
  until,
} from './support.js';

const story = (changes: object = {}) => ({
  id: 42,
  url: 'https://example.org/wall',
  title: 'Harbour wall to be raised',
  published: '2026-11-20T07:30:00Z',
  updated: '2026-11-22T07:30:00Z',
  authors: [{ name: 'Ines Aaltink' }, { name: 'Ole Brandt' }],
  categories: [{ name: 'Coast', url: 'https://example.org/coast' }],
  tags: [{ name: 'Storm', url: 'https://example.org/storm' }],
  source: { name: 'Harbour Courier', url: 'https://courier.example/' },
  image: { src: '/missing.jpg', alt: 'The wall', caption: 'The wall in January', credit: 'M. Olufsen' },
  body: {
    format: 'html',
    value: '<p>Work begins <b>in March</b>.</p><h1>Why now</h1><script>window.ran=1</script>',
  },
  ...changes,
});

async function shown(changes: object = {}, attributes = ''): Promise<ArticleView> {
  const view = fixture<ArticleView>(`<article-view ${attributes}></article-view>`);
  view.data = story(changes);
  await once(view, 'news-load');
  return view;
}
const all = (element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

describe('<article-view>', () => {
  afterEach(clearFixtures);

  it('shows title, dates, authors, source with link, category, banner with caption and credit, text, tags', async () => {
    const view = await shown();
    const text = shownText(view);
    for (const words of [
      'Harbour wall to be raised',
      'Published on November 20, 2026',
      'Updated on November 22, 2026',
      'Ines Aaltink',
      'Source: Harbour Courier',
      'The wall in January Photo: M. Olufsen',
      'Work begins in March.',
      'Storm',
    ]) {
      expect(text).to.contain(words);
    }
    expect(all(view, 'a[part~="source"]')[0]!.getAttribute('href')).to.equal('https://courier.example/');
    expect(all(view, 'a[part~="category"]')[0]!.getAttribute('href')).to.equal('https://example.org/coast');
    await expectAccessible(view);
  });

  it('keeps headings of the text below its own, and nothing of the text runs', async () => {
    const view = await shown({}, 'heading-level="1"');
    expect(all(view, '[part~="title"]')[0]!.localName).to.equal('h1');
    expect(all(view, '.body h2').map(({ innerText }) => innerText)).to.deep.equal(['Why now']);
    expect(all(view, 'script').length).to.equal(0);
    expect('ran' in window).to.equal(false);
  });

  it('shows Markdown and plain text', async () => {
    const markdown = await shown({ body: { format: 'markdown', value: 'It is **high**.\n\n- one\n- two' } });
    expect(all(markdown, '.body strong')[0]!.innerText).to.equal('high');
    expect(all(markdown, '.body li').length).to.equal(2);
    const text = await shown({ body: 'First line.\n\n<b>Second</b> & last.' });
    expect(all(text, '.body')[0]!.innerText).to.contain('<b>Second</b> & last.');
    expect(all(text, '.body p').length).to.equal(2);
    await expectAccessible(text);
  });

  it('says that a story is protected, and where to open it', async () => {
    const view = await shown({ access: 'protected', body: { format: 'html', value: '' } });
    expect(shownText(view)).to.contain('protected by a password');
    expect(all(view, '[part~="notice"] a')[0]!.getAttribute('href')).to.equal('https://example.org/wall');
    await expectAccessible(view);
  });

  it('marks the language of the story, so that it is read out and written in its own direction', async () => {
    const view = await shown({ lang: 'ar', title: 'رفع جدار الميناء', body: 'يبدأ العمل في مارس.' });
    // Ours are the words between them: "Published on …" is not Arabic.
    expect(all(view, '[lang="ar"]').map((part) => part.localName)).to.deep.equal(['h2', 'span', 'div']);
    expect(all(view, '.title')[0]!.lang).to.equal('ar');
    expect(getComputedStyle(all(view, '.body')[0]!).direction).to.equal('rtl');
    expect(getComputedStyle(all(view, '.meta')[0]!).direction).to.equal('ltr');
  });

  it('requests pictures in the text only from the story’s own hosts', async () => {
    const view = await shown({
      body: {
        format: 'html',
        value: '<p><img src="https://tracker.example/1.gif" alt="Chart"><img src="/own.png" alt="Own"></p>',
      },
    });
    expect(all(view, '.body img').map((image) => image.getAttribute('src'))).to.deep.equal([
      'https://example.org/own.png',
    ]);
    expect(shownText(view)).to.contain('Chart');
  });

  it('shows a skeleton, then the children and one sentence on an error', async () => {
    const waiting = fixture(
      `<article-view adapter="${adapterNamed({ article: never })}" src="/x"></article-view>`,
    );
    await until(() => waiting.shadowRoot!.querySelector('.skeleton'));
    await expectAccessible(waiting);
    clearFixtures();
    const name = adapterNamed({ article: refuse('timeout') });
    const view = fixture<ArticleView>(
      `<article-view adapter="${name}" src="/x"><p>The old text</p></article-view>`,
    );
    await once<NewsErrorEvent>(view, 'news-error');
    await view.updateComplete;
    expect(shownText(view)).to.contain('takes too long');
    expect(view.querySelector('p')!.getClientRects().length).to.equal(1);
    await expectAccessible(view);
  });
});
