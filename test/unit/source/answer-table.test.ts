import { expect } from 'chai';
import { ANSWERS } from '../../../src/source/answer-table.js';

const namesOf = (json: unknown) =>
  Object.keys(ANSWERS).filter((name) => ANSWERS[name]!({ json, url: 'https://site.example/x', type: '' }));

describe('answer table', () => {
  const jsonapi = { version: '1.0', meta: { links: { self: { href: 'http://jsonapi.org/format/1.0/' } } } };
  const found = { hits: [{ objectID: '1' }], nbHits: 1 };
  const ANSWERED: [what: string, json: unknown, names: string[]][] = [
    ['stories of Drupal', { jsonapi, data: [{ type: 'node--article', id: 'x' }] }, ['drupal']],
    ['a story of Drupal', { jsonapi, data: { type: 'node--article', id: 'x' } }, ['drupal']],
    ['no stories of Drupal', { jsonapi, data: [] }, ['drupal']],
    ['another JSON:API', { jsonapi: { version: '1.0' }, data: [{ type: 'articles', id: '1' }] }, []],
    ['another JSON:API without stories', { jsonapi: { version: '1.0' }, data: [] }, []],
    ['Hacker News', { hits: [{ objectID: '1', _tags: ['story'] }], nbHits: 1 }, ['hacker-news']],
    [
      'Hacker News without hits',
      { hits: [], nbHits: 0, params: 'query=x&advancedSyntax=true&analyticsTags=backend' },
      ['hacker-news'],
    ],
    ['another search by Algolia', found, []],
    ['another search without hits', { hits: [], nbHits: 0, params: 'query=x' }, []],
  ];
  for (const [what, json, names] of ANSWERED) {
    it(`${what}: ${names.join() || 'nobody'}`, () => {
      expect(namesOf(json)).to.deep.equal(names);
    });
  }
});
