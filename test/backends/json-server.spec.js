import { readFileSync } from 'node:fs';
import { stories } from './content/stories.js';
import { test, useBackend } from './site.js';
import { walkStories } from './stories.js';
import { walkPosting, walkThreads } from './threads.js';

const questions = new URL('../fixtures/adapters/json/questions.json', import.meta.url);
const { mapping } = JSON.parse(readFileSync(questions, 'utf8'));
const child = `<script type="application/json" data-role="mapping">${JSON.stringify(mapping)}</script>`;

const site = useBackend('json-server');
const numberOf = (slug) => stories.find((found) => found.slug === slug).number;
const element = (tag, attributes, path) =>
  `<${tag} ${attributes} src="${site.base}/articles${path}">${child}</${tag}>`;
const story = (tag, slug, attributes = '') => element(tag, attributes, `/${numberOf(slug)}`);
const thread = (slug, attributes = '') => story('comment-thread', slug, attributes);
const list = (attributes = '') => element('related-news', attributes, '?_sort=publishedAt&_order=desc');

test.describe('json-server', () => {
  walkStories({ story, list, idOf: String });
  walkThreads({ thread, idOf: String });
  walkPosting({ thread, idOf: String });
});
