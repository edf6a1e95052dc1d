import { expect } from 'chai';
import { toArticle } from '../../../../../src/model/article.js';
import { toComment } from '../../../../../src/model/comment.js';
import {
  commentKeys,
  guessComment,
  guessStory,
  guessText,
  keyOf,
  STORY_NAMES,
  valueOf,
} from '../../../../../src/source/adapters/common/field-names.js';

describe('field names', () => {
  it('reads a name in any style', () => {
    for (const key of ['publishedAt', 'published_at', 'PublishedAt', 'published-at', 'field_published_at']) {
      expect(keyOf({ id: 1, [key]: '2026-01-01' }, STORY_NAMES.published)).to.equal(key);
    }
  });

  it('takes the first name that has something in it, else one that is there', () => {
    expect(keyOf({ headline: 'x', title: '' }, STORY_NAMES.title)).to.equal('headline');
    expect(keyOf({ headline: null, title: null }, STORY_NAMES.title)).to.equal('title');
    expect(valueOf({ tags: [] }, STORY_NAMES.tags)).to.equal(undefined);
    expect(keyOf(null, STORY_NAMES.title)).to.equal(undefined);
    expect(keyOf(JSON.parse('{"__proto__": {"title": "x"}}'), STORY_NAMES.title)).to.equal(undefined);
  });

  it('prefers the date that an editor set to the one that the system wrote', () => {
    const record = {
      title: 'x',
      createdAt: '2026-03-01',
      publishedAt: '2026-02-01',
      publishedOn: '2026-01-01',
    };
    expect(toArticle(guessStory(record)).published).to.match(/^2026-01-01/);
  });

  it('makes a story of what is usual', () => {
    const article = toArticle(
      guessStory({
        id: 7,
        headline: 'Night bridge',
        teaser: '<p>Eleven &amp; one lamps</p>',
        content: '<p>Text</p>',
        cover: { url: '/a.jpg', alternativeText: 'Lamps', width: 8 },
        section: { id: 2, name: 'Town' },
        keywords: 'bridge, night',
        authors: [{ first_name: 'Yara', last_name: 'Lind' }, 'Idris'],
        permalink: 'night-bridge',
        link: 'https://site.example/night-bridge',
      }),
      'https://cms.example/api/',
    );
    expect(article).to.deep.include({
      id: '7',
      title: 'Night bridge',
      url: 'https://site.example/night-bridge',
      excerpt: 'Eleven & one lamps',
      body: { format: 'html', value: '<p>Text</p>' },
    });
    expect(article.image).to.include({ src: 'https://cms.example/a.jpg', alt: 'Lamps', width: 8 });
    expect(article.categories.map(({ name }) => name)).to.deep.equal(['Town']);
    expect(article.tags.map(({ name }) => name)).to.deep.equal(['bridge', 'night']);
    expect(article.authors.map(({ name }) => name)).to.deep.equal(['Yara Lind', 'Idris']);
  });

  it('keeps no URL that is not absolute', () => {
    expect(guessStory({ title: 'x', url: '/night-bridge', slug: 'x' })['url']).to.equal(undefined);
  });

  it('finds the name behind a record that joins two others', () => {
    const tags = [{ id: 1, tags_id: { id: 9, name: 'Ferry' } }];
    expect(toArticle(guessStory({ title: 'x', tags })).tags[0]?.name).to.equal('Ferry');
  });

  it('makes a comment of what is usual', () => {
    const guess = guessComment({
      id: 2,
      author: { name: 'Kaoru', avatar: 'https://site.example/k.png' },
      message: 'a < b & c',
      replyTo: { id: 1 },
      created_at: '2026-01-01T00:00:00Z',
    });
    expect(toComment(guess)).to.deep.include({
      id: '2',
      parentId: '1',
      status: 'published',
      body: { format: 'text', value: 'a < b & c' },
      published: '2026-01-01T00:00:00.000Z',
    });
    expect(toComment(guess).author).to.include({ name: 'Kaoru', avatar: 'https://site.example/k.png' });
  });

  it('knows who may not be seen', () => {
    const statusOf = (record: object) => guessComment({ id: 1, ...record })['status'];
    expect(statusOf({ removed: true })).to.equal('deleted');
    expect(statusOf({ blocked: true })).to.equal('hidden');
    expect(statusOf({ approved: false })).to.equal('pending');
    expect(statusOf({ status: 'draft' })).to.equal('pending');
    expect(statusOf({ status: 'published' })).to.equal('published');
  });

  for (const [record, status] of [
    // A field for approval is a list of what may be shown.
    [{ approved: null }, 'pending'],
    [{ approved: 0 }, 'pending'],
    [{ is_approved: '' }, 'pending'],
    [{ approved: 'maybe' }, 'pending'],
    [{ approved: true, moderation_status: null }, 'pending'],
    [{ approvalStatus: 'ESCALATED' }, 'pending'],
    [{ moderationStatus: 'Not approved' }, 'pending'],
    [{ approvalStatus: 'REJECTED' }, 'hidden'],
    [{ approved: true }, 'published'],
    [{ approved: 1 }, 'published'],
    [{ approved: 'true' }, 'published'],
    [{ approvalStatus: 'APPROVED' }, 'published'],
    // One field that speaks against it is enough.
    [{ approved: true, status: 'draft' }, 'pending'],
    [{ hidden: false, is_spam: 1 }, 'hidden'],
    [{ is_spam: '1' }, 'hidden'],
    [{ blocked: 'true' }, 'hidden'],
    [{ hidden: 0 }, 'published'],
    [{ deleted: 1 }, 'deleted'],
    [{ status: 'Trash' }, 'deleted'],
    [{ status: 'flagged' }, 'pending'],
    [{ status: 'unpublished' }, 'pending'],
    [{ status: 'in_review' }, 'pending'],
    [{ status: 'live' }, 'published'],
    // The site may keep something else under this name.
    [{ status: 'new' }, 'published'],
    [{ status: 'new', approved: null }, 'pending'],
    [{}, 'published'],
  ] as const) {
    it(`takes ${JSON.stringify(record)} for ${status}`, () => {
      expect(guessComment({ id: 1, ...record })['status']).to.equal(status);
    });
  }

  it('tells HTML by the tag that begins it', () => {
    expect(guessText('<p>x</p>', 'text')).to.have.property('format', 'html');
    expect(guessText('<3 this & <that>', 'text')).to.have.property('format', 'text');
    expect(guessText('**x** <b>y</b>', 'markdown')).to.have.property('format', 'markdown');
    expect(guessText(['x'], 'markdown')).to.equal(undefined);
  });

  it('knows what to call the fields of a comment that is written', () => {
    const usual = { author: 'authorName', body: 'content', parent: 'parent' };
    expect(commentKeys([{ author_name: 'x', text: 'y', reply_to: null }], usual)).to.deep.equal({
      author: 'author_name',
      body: 'text',
      parent: 'reply_to',
      email: undefined,
    });
    expect(commentKeys([], usual)).to.deep.include(usual);
  });
});
