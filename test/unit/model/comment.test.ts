import { expect } from 'chai';
import { isUnseen, toComment, unseenId } from '../../../src/model/comment.js';
import { NewsError } from '../../../src/model/news-error.js';
import { expectFrozen, fromJson, plain, WRONG_TYPES } from './support.js';

const reply = () => ({
  id: 5,
  parentId: 4,
  author: { name: 'Jo', url: '/jo', badge: 'author' },
  body: { format: 'markdown', value: '**Yes**' },
  published: '2026-11-23T09:30:00+01:00',
  status: 'pending',
  url: '/ferry#comment-5',
});

describe('a comment', () => {
  it('is normalised like a story', () => {
    expect(plain(toComment(reply(), 'https://example.org/'))).to.deep.equal({
      id: '5',
      parentId: '4',
      author: { name: 'Jo', url: 'https://example.org/jo', badge: 'author' },
      body: { format: 'markdown', value: '**Yes**' },
      published: '2026-11-23T08:30:00.000Z',
      status: 'pending',
      url: 'https://example.org/ferry#comment-5',
    });
  });

  it('is frozen all the way down, while the data of the page stays as it was', () => {
    const input = reply();
    expectFrozen(toComment(input));
    expect(input).to.deep.equal(reply());
    expect([input, input.author, input.body].some((part) => Object.isFrozen(part))).to.equal(false);
  });

  it('without an id of its own is known by the one that it is given, also in a thread of several sources', () => {
    expect([unseenId(), `1x8k2 ${unseenId()}`].map(isUnseen)).to.deep.equal([true, true]);
    expect(['901', 'unseen', 'an-unseen-comment', 'unseen-3-more'].some(isUnseen)).to.equal(false);
  });

  it('needs no more than an id', () => {
    expect(plain(toComment({ id: 'a' }))).to.deep.equal({
      id: 'a',
      author: { name: '' },
      body: { format: 'text', value: '' },
      status: 'published',
    });
  });

  it('is none without an id', () => {
    for (const input of [
      ...WRONG_TYPES,
      ...WRONG_TYPES.map((id) => ({ ...reply(), id })),
      { ...reply(), id: '' },
      { ...reply(), id: 'x'.repeat(513) },
      'text',
      5,
      [reply()],
      Object.create(reply()),
      fromJson('{"__proto__": {"id": 5}}'),
    ]) {
      expect(() => toComment(input))
        .to.throw(NewsError)
        .with.property('kind', 'parse');
    }
  });

  for (const field of [
    'parentId',
    'author',
    'body',
    'published',
    'edited',
    'status',
    'url',
    'pinned',
    'moreReplies',
  ]) {
    it(`does without a field of a wrong type: ${field}`, () => {
      const bare = plain(toComment({ id: 'a' }));
      for (const wrong of WRONG_TYPES) {
        expect(plain(toComment({ id: 'a', [field]: wrong })), typeof wrong).to.deep.equal(bare);
      }
    });
  }

  for (const [id, parentId, expected] of [
    [5, 4, '4'],
    [5, '4', '4'],
    [5, 0, undefined],
    [5, '0', undefined],
    [5, '', undefined],
    [5, 5, undefined],
    ['5', 5, undefined],
    [0, 7, '7'],
  ] as const) {
    it(`with id ${JSON.stringify(id)} and parent ${JSON.stringify(parentId)} answers ${expected ?? 'no other'}`, () => {
      expect(toComment({ id, parentId }).parentId).to.equal(expected);
    });
  }

  it('keeps no text of what is deleted or hidden', () => {
    for (const status of ['deleted', 'hidden']) {
      expect(toComment({ id: 1, status, body: 'Secret' }).body.value, status).to.equal('');
    }
  });

  it('says what readers make of it, and what the source holds back', () => {
    const told = { warning: ' Food\u202e ', score: -3, pinned: true, moreReplies: 4, edited: '2026-11-20' };
    expect(
      toComment({ id: 1, ...told, origin: { name: 'social.example', url: 'javascript:1' } }),
    ).to.deep.include({
      warning: 'Food',
      score: -3,
      pinned: true,
      moreReplies: 4,
      edited: '2026-11-20T00:00:00.000Z',
      origin: { name: 'social.example', url: undefined },
    });
    for (const score of [NaN, Infinity, 1.5, 2 ** 60, '7', null, {}]) {
      expect(toComment({ id: 1, score }).score, String(score)).to.equal(undefined);
    }
    expect(toComment({ id: 1, pinned: 1, moreReplies: 0 })).to.include({
      pinned: undefined,
      moreReplies: undefined,
    });
  });

  it('has one of four states', () => {
    for (const status of ['published', 'pending', 'deleted', 'hidden']) {
      expect(toComment({ id: 1, status }).status).to.equal(status);
    }
    for (const status of ['hold', 'spam', 'Pending', '', 'constructor']) {
      expect(toComment({ id: 1, status }).status, status).to.equal('published');
    }
  });

  it('has no URL that runs anything', () => {
    const url = 'javascript:alert(1)';
    const comment = toComment({ id: 1, url, author: { name: 'Jo', url } }, 'https://example.org/');
    expect([comment.url, comment.author.url]).to.deep.equal([undefined, undefined]);
  });
});
