import { stories } from './content/stories.js';
import { test, useBackend } from './site.js';
import { idOf } from './strapi/stable.js';
import { walkStories } from './stories.js';
import { walkPosting, walkThreads } from './threads.js';

const site = useBackend('strapi');
const articles = () => `${site.base}/api/articles`;
const story = (tag, slug, attributes = '') =>
  `<${tag} ${attributes} src="${articles()}?filters[slug][$eq]=${slug}"></${tag}>`;
const list = (attributes = '') => `<related-news ${attributes} src="${articles()}"></related-news>`;
const numberOf = (slug) => stories.find((found) => found.slug === slug).number;
const thread = (slug, attributes = '') =>
  `<comment-thread ${attributes} src="${site.base}/api/comments?filters[article][documentId][$eq]=${idOf('article', numberOf(slug))}"></comment-thread>`;
const commentId = (number) => idOf('comment', number);

test.describe('Strapi', () => {
  walkStories({ story, list, idOf: (number) => idOf('article', number) });
  walkThreads({ thread, idOf: commentId });
  walkPosting({ thread, idOf: commentId });
});
