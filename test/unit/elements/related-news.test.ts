import { expect } from 'chai';
import '../../../src/embed/related-news.js';
import type { NewsErrorEvent, NewsLoadEvent } from '../../../src/elements/events.js';
import type { RelatedNews } from '../../../src/elements/related-news.js';
import { toArticle, type Article } from '../../../src/model/article.js';
import type { Page } from '../../../src/model/page.js';
import type { ArticlesQuery } from '../../../src/source/adapter.js';
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

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const story = (id: number, changes: object = {}) => ({
  id,
  url: `https://example.org/${id}`,
  title: `Story ${id}`,
  excerpt: `What happened, part ${id}.`,
  published: daysAgo(id),
  ...changes,
});
const titles = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part~="title"]')].map((title) => title.innerText);

async function shown(stories: unknown, attributes = ''): Promise<RelatedNews> {
  const list = fixture<RelatedNews>(`<related-news ${attributes}></related-news>`);
  list.data = stories;
  await once(list, 'news-load');
  return list;
}

describe('<related-news>', () => {
  afterEach(clearFixtures);

  it('lists title, excerpt, date and "Read more" under a heading', async () => {
    const list = await shown([story(1), story(2)], 'heading="This week"');
    const root = list.shadowRoot!;
    expect(root.querySelector('[part~="heading"]')!.localName).to.equal('h2');
    expect(shownText(list)).to.contain('This week').and.to.contain('What happened, part 1.');
    expect([...root.querySelectorAll('[part~="title"]')].map(({ localName }) => localName)).to.deep.equal([
      'h3',
      'h3',
    ]);
    expect(root.querySelectorAll('time').length).to.equal(2);
    const more = [...root.querySelectorAll('[part~="more"]')];
    expect(more.map((link) => link.getAttribute('aria-label'))).to.deep.equal([
      'Read more: Story 1',
      'Read more: Story 2',
    ]);
    await expectAccessible(list);
  });

  it('leaves out the current story, by id and by the address of the page', async () => {
    const here = story(3, { url: `${location.href}#top` });
    const list = await shown([story(1), story(2), here, story(4)], 'related-to="2"');
    expect(titles(list)).to.deep.equal(['Story 1', 'Story 4']);
  });

  it('leaves out what is older than its window, and shows no more than its limit', async () => {
    const stories = [story(1), story(6), story(8), story(20)];
    expect(titles(await shown(stories, 'since="P7D"'))).to.deep.equal(['Story 1', 'Story 6']);
    clearFixtures();
    expect(titles(await shown(stories, 'limit="3"'))).to.deep.equal(['Story 1', 'Story 6', 'Story 8']);
    clearFixtures();
    expect(titles(await shown(stories, 'since="a week" limit="none"')).length).to.equal(4);
  });

  it('asks a source for one more than it shows, with its window and its story', async () => {
    let query: ArticlesQuery | undefined;
    const name = adapterNamed({
      articles: async (asked): Promise<Page<Article>> => {
        query = asked;
        return { items: [toArticle(story(1))] };
      },
    });
    const list = fixture(
      `<related-news adapter="${name}" src="/x" limit="4" since="P7D" related-to="9"></related-news>`,
    );
    await once<NewsLoadEvent>(list, 'news-load');
    expect(query).to.include({ limit: 5, relatedTo: '9' });
    expect(Date.now() - Date.parse(query!.since!)).to.be.within(7 * 86_400_000, 7 * 86_400_000 + 120_000);
  });

  it('says that there is nothing, and brings the children back', async () => {
    const empty = await shown([]);
    expect(shownText(empty)).to.contain('No stories here');
    expect(empty.matches(':state(empty)')).to.equal(true);
    await expectAccessible(empty);
    const list = fixture<RelatedNews>('<related-news><a href="/all">All stories</a></related-news>');
    list.data = [];
    await once(list, 'news-load');
    expect(list.querySelector('a')!.getClientRects().length).to.equal(1);
  });

  it('shows skeletons while it loads, and one sentence on an error', async () => {
    const waiting = fixture(
      `<related-news adapter="${adapterNamed({ articles: never })}" src="/x"></related-news>`,
    );
    await until(() => waiting.shadowRoot!.querySelectorAll('.skeleton').length === 3);
    await expectAccessible(waiting);
    clearFixtures();
    const name = adapterNamed({ articles: refuse('rate-limited') });
    const refused = fixture<RelatedNews>(`<related-news adapter="${name}" src="/x"></related-news>`);
    await once<NewsErrorEvent>(refused, 'news-error');
    await refused.updateComplete;
    expect(shownText(refused)).to.contain('is busy');
    await expectAccessible(refused);
  });

  it('leaves out what the page excludes, by id and by address', async () => {
    const stories = [story(1), story(2), story(3), story(4)];
    const list = await shown(stories, 'exclude="2 https://example.org/4"');
    expect(titles(list)).to.deep.equal(['Story 1', 'Story 3']);
  });

  it('knows an address however it is written', async () => {
    const stories = [1, 2, 3].map((id) => story(id, { url: `https://example.org/s/${id}` }));
    const list = await shown(
      stories,
      'exclude="https://example.org/s/2/?utm_source=x" related-to="https://example.org/s/3/"',
    );
    expect(titles(list)).to.deep.equal(['Story 1']);
  });

  it('shows nothing that a list before it shows, also when that one changes, unless it may repeat', async () => {
    const stories = [1, 2, 3, 4, 5, 6].map((id) => story(id));
    const first = await shown(stories, 'limit="2"');
    const second = await shown(stories, 'limit="2"');
    const third = await shown(stories, 'limit="3" repeat');
    expect(titles(first)).to.deep.equal(['Story 1', 'Story 2']);
    expect(titles(second)).to.deep.equal(['Story 3', 'Story 4']);
    expect(titles(third)).to.deep.equal(['Story 1', 'Story 2', 'Story 3']);
    first.limit = 3;
    await until(() => titles(second).join() === 'Story 4,Story 5');
    first.remove();
    await until(() => titles(second).join() === 'Story 1,Story 2');
  });

  it('comes before another list when it stands before it, whichever was there first', async () => {
    const stories = [1, 2, 3, 4].map((id) => story(id));
    const later = await shown(stories, 'limit="2"');
    const earlier = document.createElement('related-news') as RelatedNews;
    Object.assign(earlier, { limit: 2, data: stories });
    later.before(earlier);
    await until(() => titles(later).join() === 'Story 3,Story 4');
    expect(titles(earlier)).to.deep.equal(['Story 1', 'Story 2']);
  });

  it('tells the page what it shows, not what it has', async () => {
    const list = fixture<RelatedNews>('<related-news limit="1"></related-news>');
    list.data = [story(1), story(2)];
    const { content } = await once<NewsLoadEvent>(list, 'news-load');
    expect((content as Page<Article>).items.map(({ id }) => id)).to.deep.equal(['1']);
  });

  it('asks for as many more as the lists before it show', async () => {
    const limits: number[] = [];
    const name = adapterNamed({
      articles: async ({ limit }): Promise<Page<Article>> => {
        limits.push(limit);
        return { items: [1, 2, 3, 4, 5, 6, 7, 8].map((id) => toArticle(story(id))) };
      },
    });
    const tag = `<related-news adapter="${name}" loading="eager" limit="3"`;
    const [, second] = [
      ...fixture(`<div>${tag} src="/a"></related-news>${tag} src="/b"></related-news></div>`).children,
    ];
    await until(() => titles(second!).join() === 'Story 4,Story 5,Story 6');
    expect(limits).to.deep.equal([4, 7]);
  });

  it('ranks by the words that stories share with the current one', async () => {
    let query: ArticlesQuery | undefined;
    const words = [
      'The ferry leaves at noon',
      'A goal in the last minute',
      'The council meets',
      'New ferry, old harbour',
    ];
    const stories = words.map((title, index) => toArticle(story(index + 1, { title, excerpt: '' })));
    const name = adapterNamed({
      articles: async (asked): Promise<Page<Article>> => {
        query = asked;
        return { items: stories };
      },
      article: async () => toArticle(story(99, { title: 'Ferry to the harbour', excerpt: '' })),
    });
    const list = fixture(
      `<related-news by="similarity" related-to="99" adapter="${name}" src="/x" limit="2"></related-news>`,
    );
    await once<NewsLoadEvent>(list, 'news-load');
    expect(titles(list)).to.deep.equal(['New ferry, old harbour', 'The ferry leaves at noon']);
    expect(query).to.include({ limit: 100, by: undefined, relatedTo: undefined });
  });

  it('hands on how stories go with the current one', async () => {
    const asked: unknown[] = [];
    const name = adapterNamed({
      articles: async ({ by }): Promise<Page<Article>> => {
        asked.push(by);
        return { items: [toArticle(story(1))] };
      },
    });
    for (const by of ['tag', 'source', 'category', 'nonsense']) {
      const list = fixture(`<related-news by="${by}" adapter="${name}" src="/${by}"></related-news>`);
      await once(list, 'news-load');
      clearFixtures();
    }
    expect(asked).to.deep.equal(['tag', 'source', 'category', undefined]);
  });

  it('says so when a source has no lists', async () => {
    const list = fixture(`<related-news adapter="${adapterNamed({})}" src="/x"></related-news>`);
    expect((await once<NewsErrorEvent>(list, 'news-error')).error.kind).to.equal('unsupported');
  });
});
