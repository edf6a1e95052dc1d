import { expect } from 'chai';
import { adapterForUrl, type UrlHint } from '../../../src/source/url-hint.js';

const WORDPRESS: UrlHint = { name: 'wordpress', sure: true };
const JSON_FEED: UrlHint = { name: 'json-feed', sure: false };
const RSS: UrlHint = { name: 'rss', sure: false };

describe('adapterForUrl', () => {
  const HINTS: [url: string, hint: UrlHint | undefined][] = [
    ['https://site.example/wp-json/wp/v2/posts', WORDPRESS],
    ['https://site.example/news/wp-json/wp/v2/posts/42?_embed', WORDPRESS],
    ['https://site.example/wp-json/', WORDPRESS],
    ['https://site.example/?rest_route=/wp/v2/posts', WORDPRESS],
    ['https://site.example/index.php?lang=en&rest_route=%2Fwp%2Fv2%2Fposts', WORDPRESS],
    ['https://public-api.wordpress.com/wp/v2/sites/site.example/posts', WORDPRESS],
    ['/wp-json/wp/v2/posts', WORDPRESS],
    ['https://site.example/feed.json', JSON_FEED],
    ['https://site.example/feed/json', JSON_FEED],
    ['https://site.example/feed/json/', JSON_FEED],
    ['https://site.example/feed.json?tag=ferry#top', JSON_FEED],
    ['https://site.example/json/feed', JSON_FEED],
    ['https://site.example/news-feed.json', JSON_FEED],
    ['https://site.example/feed', RSS],
    ['https://site.example/feed/', RSS],
    ['https://site.example/feed/atom/', RSS],
    ['https://site.example/atom', RSS],
    ['https://site.example/rss/world', RSS],
    ['https://site.example/index.xml', RSS],
    ['https://site.example/news.rss?x=1', RSS],
    ['https://site.example/news.rdf', RSS],
    ['https://site.example/feed.atom', RSS],
    ['https://json.example/feed', RSS],
    ['https://site.example/', undefined],
    ['https://site.example/posts.json', undefined],
    ['https://site.example/feedback', undefined],
    ['https://site.example/?next=/feed/', undefined],
    ['https://site.example/#/wp-json', undefined],
    ['', undefined],
  ];
  for (const [url, hint] of HINTS) {
    it(`${url || 'nothing'}: ${hint?.name ?? 'no hint'}`, () =>
      expect(adapterForUrl(url)).to.deep.equal(hint));
  }
});
