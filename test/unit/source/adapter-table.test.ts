import { expect } from 'chai';
import { ADAPTERS, rowForUrl } from '../../../src/source/adapter-table.js';

describe('adapter table', () => {
  /** `?`: worth loading early, but the answer decides. */
  const URLS: [url: string, name: string | undefined][] = [
    ['https://site.example/wp-json/wp/v2/posts', 'wordpress'],
    ['https://site.example/news/wp-json/wp/v2/posts/42?_embed', 'wordpress'],
    ['https://site.example/wp-json/', 'wordpress'],
    ['https://site.example/?rest_route=/wp/v2/posts', 'wordpress'],
    ['https://site.example/index.php?lang=en&rest_route=%2Fwp%2Fv2%2Fposts', 'wordpress'],
    ['https://public-api.wordpress.com/wp/v2/sites/site.example/posts', 'wordpress'],
    ['/wp-json/wp/v2/posts', 'wordpress'],
    ['https://public-api.wordpress.com/rest/v1.1/sites/site.example/posts/', 'wordpress-com'],
    ['https://courier.wordpress.com/2026/11/20/night-ferry/', 'wordpress-com'],
    ['https://courier.wordpress.com/', 'wordpress-com'],
    ['https://courier.wordpress.com/feed/', 'rss?'],
    ['https://courier.wordpress.com/?rest_route=/wp/v2/posts', 'wordpress'],
    ['https://talk.example/api/comment?path=/ferry', 'waline'],
    ['https://talk.example/comment?type=x&path=%2Fferry', 'waline'],
    ['https://talk.example/?uri=/ferry/', 'isso?'],
    ['https://cms.example/items/articles/1', 'directus?'],
    ['https://cms.example/api/comments/api::article.article:1', 'strapi'],
    ['https://cms.example/api/comments/api%3A%3Aarticle.article%3A1/flat', 'strapi'],
    ['https://cms.example/api/articles?populate=*', 'strapi?'],
    ['https://cms.example/api/comments?filters[article][documentId][$eq]=1', 'strapi?'],
    ['https://cms.example/api/articles?page=2', undefined],
    ['https://site.example/jsonapi/node/article', 'drupal'],
    ['https://site.example/ghost/api/content/posts/?key=0', 'ghost'],
    ['https://site.example/ghost/api/v4/content/posts/?key=0', 'ghost'],
    ['https://site.example/members/api/comments/post/0/', 'ghost'],
    ['https://site.example/feed.json', 'json-feed?'],
    ['https://site.example/feed/json', 'json-feed?'],
    ['https://site.example/feed/json/', 'json-feed?'],
    ['https://site.example/feed.json?tag=ferry#top', 'json-feed?'],
    ['https://site.example/json/feed', 'json-feed?'],
    ['https://site.example/news-feed.json', 'json-feed?'],
    ['https://site.example/feed', 'rss?'],
    ['https://site.example/feed/', 'rss?'],
    ['https://site.example/feed/atom/', 'rss?'],
    ['https://site.example/atom', 'rss?'],
    ['https://site.example/rss/world', 'rss?'],
    ['https://site.example/index.xml', 'rss?'],
    ['https://site.example/news.rss?x=1', 'rss?'],
    ['https://site.example/news.rdf', 'rss?'],
    ['https://site.example/feed.atom', 'rss?'],
    ['https://json.example/feed', 'rss?'],
    ['https://notes.example/feeds/posts/default', 'rss?'],
    ['https://site.example/?feed=rss2', 'rss?'],
    ['https://site.example/?p=42&feed=comments-rss2', 'rss?'],
    ['https://cdn.contentful.com/spaces/x/entries', 'contentful'],
    ['https://cdn.eu.contentful.com/spaces/x/environments/master/entries', 'contentful'],
    ['https://abc123.apicdn.sanity.io/v2021-10-21/data/query/production?query=*', 'sanity'],
    ['https://content.guardianapis.com/search?api-key=test', 'guardian'],
    ['https://www.theguardian.com/uk/2026/nov/20/ferry?api-key=test', 'guardian'],
    ['https://theguardian.com/uk/2026/nov/20/ferry?api-key=test', 'guardian'],
    ['https://www.theguardian.com/uk/2026/nov/20/ferry', undefined],
    ['https://dev.to/api/articles?username=ines', 'forem'],
    ['https://news.example/api/v1/statuses/1', 'mastodon'],
    ['https://social.example/@ines/109876543210987654', 'mastodon'],
    ['https://social.example/@ines/109', 'mastodon?'],
    ['https://medium.com/@ines/109876543210987654', undefined],
    ['https://www.youtube.com/@ines/123', undefined],
    ['https://social.example/users/ines/statuses/109', 'mastodon'],
    ['https://social.example/api/v1/accounts/7/statuses?tagged=ferry', 'mastodon'],
    ['https://site.example/@ines/about', undefined],
    ['at://did:plc:abc/app.bsky.feed.post/3k', 'bluesky'],
    ['https://bsky.app/profile/ines.example/post/3k', 'bluesky'],
    ['https://forum.example/t/ferry/42', 'discourse'],
    ['https://forum.example/talk/t/ferry/42/7?page=2', 'discourse'],
    ['https://forum.example/t/42.json', 'discourse'],
    ['https://forum.example/t/42', 'discourse?'],
    ['https://site.example/t/2024/', 'discourse?'],
    ['https://dev.to/t/100', 'forem'],
    ['https://dev.to/alice/t/5', 'forem'],
    ['https://forum.example/t/ferry', undefined],
    ['https://github.com/ines/ferry/issues/7', 'github'],
    ['https://api.github.com/repos/ines/ferry/issues/7/comments', 'github'],
    ['https://github.com/ines/ferry', undefined],
    ['https://news.ycombinator.com/item?id=1', 'hacker-news'],
    ['https://news.ycombinator.com/', 'hacker-news'],
    ['https://news.ycombinator.com/newest', 'hacker-news'],
    ['https://news.ycombinator.com/rss', 'rss?'],
    ['https://hn.algolia.com/api/v1/items/1', 'hacker-news'],
    ['https://lemmy.example/api/v3/post?id=1', 'lemmy'],
    ['https://lemmy.example/post/1', 'lemmy?'],
    ['https://webmention.io/api/mentions.jf2?target=https://site.example/', 'webmention'],
    ['https://talk.example/api/v1/find?site=x&url=https://site.example/', 'remark42'],
    ['https://talk.example/web/iframe.html?theme=dark&site_id=x&url=https://site.example/', 'remark42'],
    ['https://site.example/', undefined],
    ['https://site.example/posts.json', undefined],
    ['https://site.example/feedback', undefined],
    ['https://site.example/?next=/feed/', undefined],
    ['https://site.example/#/feed/', undefined],
    ['', undefined],
  ];
  for (const [url, name] of URLS) {
    it(`${url || 'nothing'}: ${name ?? 'nobody knows'}`, () => {
      const row = rowForUrl(url);
      expect(row && row.name + (row.url?.test(url) ? '' : '?')).to.equal(name);
    });
  }

  it('no two rows are sure of one of these URLs', () => {
    for (const [url] of URLS) {
      expect(ADAPTERS.filter((row) => row.url?.test(url)).length, url).to.be.at.most(1);
    }
  });

  it('has each name once', () => {
    const names = ADAPTERS.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
  });
});
