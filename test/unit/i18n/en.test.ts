import { expect } from 'chai';
import { en } from '../../../src/i18n/en.js';

describe('English', () => {
  for (const [name, say, expected] of [
    [
      'comments that were loaded',
      en.loadedComments,
      ['0 comments', '1 comment', '2 comments', '12,345 comments'],
    ],
    ['replies to show', en.showReplies, ['0 replies', '1 reply', '2 replies', '12,345 replies']],
    ['replies to hide', en.hideReplies, ['0 replies', '1 reply', '2 replies', '12,345 replies']],
    ['characters', en.charactersLeft, ['0 characters', '1 character', '2 characters', '12,345 characters']],
    ['comments that are left', en.moreComments, ['(0 left)', '(1 left)', '(2 left)', '(12,345 left)']],
  ] as const) {
    it(`counts ${name}`, () => {
      [0, 1, 2, 12345].forEach((count, index) => expect(say(count)).to.contain(expected[index]));
    });
  }

  it('does not say how many comments are left when nobody knows', () => {
    expect(en.moreComments(undefined)).to.equal('Show more comments');
  });

  it('has a word or a sentence for everything, each without spaces around it', () => {
    const words = Object.values(en).flatMap((value) => {
      if (typeof value === 'string') return [value];
      if (typeof value === 'function') return [(value as (argument: string) => string)('Ferry')];
      return Object.values(value as Record<string, string>);
    });
    expect(words.length).to.be.greaterThan(60);
    for (const word of words) {
      expect(word)
        .to.equal(word.trim())
        .and.not.equal('')
        .and.not.match(/undefined|\[object/);
    }
  });

  for (const name of [
    'publishedOn',
    'updatedOn',
    'by',
    'readMoreAbout',
    'photo',
    'inReplyTo',
    'writeReply',
    'replyTo',
    'fieldMissing',
  ] as const) {
    it(`puts what it is given into the sentence: ${name}`, () => {
      expect(en[name]('the $& ferry')).to.match(/^[A-Z].*the \$& ferry/);
    });
  }

  it('explains every error in a whole sentence', () => {
    for (const sentences of [en.readErrors, en.postErrors]) {
      for (const [kind, sentence] of Object.entries(sentences))
        expect(sentence, kind).to.match(/^[A-Z].+\.$/);
    }
  });
});
