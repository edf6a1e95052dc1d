import { stories } from './content/stories.js';
import { test, useBackend } from './site.js';
import { walkStories } from './stories.js';
import { walkPosting, walkThreads } from './threads.js';

const site = useBackend('directus');
const items = (collection) => `${site.base}/items/${collection}`;
const numberOf = (slug) => stories.find((found) => found.slug === slug).number;
const story = (tag, slug, attributes = '') =>
  `<${tag} ${attributes} src="${items('articles')}/${numberOf(slug)}"></${tag}>`;
const list = (attributes = '') =>
  `<related-news ${attributes} src="${items('articles')}?sort=-date_published"></related-news>`;
const thread = (slug, attributes = '') =>
  `<comment-thread ${attributes} src="${items('comments')}?filter[article][_eq]=${numberOf(slug)}"></comment-thread>`;

test.describe('Directus', () => {
  walkStories({ story, list, idOf: String });
  walkThreads({ thread, idOf: String });
  walkPosting({ thread, idOf: String });
});
