// An adapter of a page's own, for an API that no mapping can describe: a table whose columns are named once.
// On a page, this file stands before the elements: <script type="module" src="/register-adapter.js"></script>
import { NewsError, registerAdapter, toArticle } from 'newsprint-elements';

registerAdapter({
  // Value of the adapter attribute.
  name: 'almanac',
  // Then a page need not write it.
  matchesUrl: (url) => new URL(url).pathname === '/bulletin/almanac',
  // An adapter has a method for each thing that its API can do. A large one would be imported here.
  load: async () => ({
    async articles({ src, limit, relatedTo }, io) {
      const stories = await readTable(src, io);
      return { items: stories.filter(({ id }) => id !== relatedTo).slice(0, limit), total: stories.length };
    },
    async article({ src, item }, io) {
      const stories = await readTable(src, io);
      const story = item ? stories.find(({ id, url }) => id === item || url === item) : stories[0];
      if (!story) throw new NewsError('not-found', 'The almanac has no such story.', { url: src });
      return story;
    },
  }),
});

/** What each column is to us. */
const FIELDS = { '#': 'id', Heading: 'title', Page: 'url', Desk: 'categories', Printed: 'published' };

/** `io` is all that an adapter may use to ask: it has the time limit, the size limit and the memory of the page. */
async function readTable(src, io) {
  const { value, url } = await io.json(src);
  if (!Array.isArray(value?.columns) || !Array.isArray(value?.rows)) {
    throw new NewsError('parse', 'This is no almanac.', { url });
  }
  return value.rows.map((row) => {
    const story = Object.fromEntries(value.columns.map((column, index) => [FIELDS[column], row[index]]));
    // toArticle() checks everything: addresses, dates, text. Relative addresses are relative to the answer.
    return toArticle(
      { ...story, categories: [story.categories], published: new Date(story.published * 1000) },
      url,
    );
  });
}
