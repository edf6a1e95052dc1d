import { expect } from 'chai';
import { renderBody } from '../../../src/content/render-body.js';
import { languageFor } from '../../../src/i18n/language.js';
import { toComment, type Comment } from '../../../src/model/comment.js';
import { commentView, type CommentOptions, type CommentPlace } from '../../../src/view/comment-view.js';
import { countOf, draw, halves, words } from './support.js';

const NOON = new Date(2026, 10, 23, 12).toISOString();
const comment = (fields: object = {}): Comment =>
  toComment({ id: 'a', author: 'Jo Doe', body: 'Text', ...fields });

function shown(
  of: Comment,
  place: Partial<CommentPlace> = {},
  changes: Partial<CommentOptions> = {},
): HTMLElement {
  return draw(
    commentView(
      of,
      { replyCount: 0, collapsed: false, replying: false, ...place },
      {
        language: languageFor('en-GB'),
        bodyOf: ({ body }) => renderBody(body, { purpose: 'comment' }),
        isNew: () => false,
        onToggle: () => {},
        ...changes,
      },
    ),
  );
}

describe('one comment on screen', () => {
  for (const [name, initials] of [
    ['Jo Doe', 'JD'],
    ['jo', 'J'],
    ['Jo van der Doe', 'JD'],
    ['Élodie (staff)', 'É'],
    ['😀 Jo', 'J'],
    ['😀', ''],
    ['𠮷野 家', '𠮷家'],
    ['', 'A'],
  ] as const) {
    it(`has initials instead of a picture: ${JSON.stringify(name)}`, () => {
      const stage = shown(comment({ author: { name, avatar: 'https://example.org/a.png' } }));
      expect(stage.querySelector('.avatar')!.textContent).to.equal(initials);
      expect(countOf(stage, 'img')).to.equal(0);
    });
  }

  it('has a badge that the source gave, never one that a name pretends to have', () => {
    expect(
      words(shown(comment({ author: { name: 'Jo', badge: 'staff' } })).querySelector('.badge')!),
    ).to.equal('Staff');
    expect(countOf(shown(comment({ author: '<span class="badge">Staff</span>' })), '.badge')).to.equal(0);
  });

  it('hides what its moderators hid: not even the text is there', () => {
    const stage = shown(comment({ status: 'hidden', body: 'Secret' }));
    expect(words(stage)).to.contain('This comment is hidden by its moderators.').and.not.to.contain('Secret');
    expect(countOf(stage, '[part~="comment-body"]')).to.equal(0);
  });

  it('shows a content warning instead of the text until a reader opens it', () => {
    const stage = shown(comment({ warning: 'Food, <b>raw</b>' }));
    const details = stage.querySelector('details')!;
    expect(details.open).to.equal(false);
    expect(words(details.querySelector('summary')!)).to.equal('Content warning: Food, <b>raw</b>');
    expect(words(details.querySelector('[part~="comment-body"]')!)).to.equal('Text');
  });

  it('leads to replies that the source does not send', () => {
    const stage = shown(comment({ moreReplies: 12, url: 'https://social.example/1' }));
    const link = stage.querySelector('a.elsewhere')!;
    expect([link.getAttribute('href'), words(link)]).to.deep.equal([
      'https://social.example/1',
      '12 more replies on its own page',
    ]);
    expect(countOf(shown(comment({ moreReplies: 12 })), '.elsewhere')).to.equal(0);
  });

  it('says where it lives, and can be answered only where it does', () => {
    const here = { name: 'The Courier', id: 'a' };
    const there = { name: 'The Courier', id: 'b' };
    const options = { onReply: () => {}, writtenTo: here };
    const url = 'https://social.example/1';
    const ours = shown(comment({ origin: here, url }), {}, options);
    expect([
      words(ours.querySelector('[part~="origin"]')!),
      countOf(ours, '[part~="reply-button"]'),
    ]).to.deep.equal(['The Courier', 1]);
    const theirs = shown(comment({ origin: there, url }), {}, options);
    expect(countOf(theirs, '[part~="reply-button"]')).to.equal(0);
    expect(words(theirs.querySelector('a.elsewhere')!)).to.equal('Reply on The Courier');
    expect(theirs.querySelector('a.elsewhere')!.getAttribute('rel')).to.equal(
      'nofollow ugc noopener noreferrer',
    );
    expect(countOf(shown(comment({ origin: there }), {}, options), '.elsewhere')).to.equal(0);
  });

  it('links its date where it has an address', () => {
    const stage = shown(comment({ published: NOON, url: 'https://example.org/#a' }));
    const link = stage.querySelector('a')!;
    expect(link.getAttribute('href')).to.equal('https://example.org/#a');
    // What is heard begins with what is seen (WCAG 2.5.3), and the moment is there to look up.
    const seen = words(link);
    expect(link.getAttribute('aria-label')).to.equal(`${seen}, link to this comment`);
    expect(link.querySelector('time')!.title).to.equal('23 November 2026 at 12:00');
    expect(link.querySelector('time')!.dateTime).to.equal(NOON);
    expect(countOf(shown(comment({ published: NOON })), 'a')).to.equal(0);
    expect(countOf(shown(comment()), '.when')).to.equal(0);
  });

  it('shows no text of a comment that was removed', () => {
    const stage = shown(comment({ status: 'deleted', body: 'secret' }));
    expect(words(stage)).to.contain('This comment was removed.').and.not.to.contain('secret');
  });

  it('can be answered only when it is published and the source takes answers', () => {
    const onReply = () => {};
    for (const [status, expected] of [
      ['published', 1],
      ['pending', 0],
      ['deleted', 0],
    ] as const) {
      const stage = shown(comment({ status }), {}, { onReply });
      expect(countOf(stage, '[part="reply-button"]'), status).to.equal(expected);
    }
    expect(countOf(shown(comment()), 'button')).to.equal(0);
  });

  it('cuts no name in the middle of a character, wherever it says the name', () => {
    const name = `a${'😀'.repeat(300)}`;
    const stage = shown(
      comment({ author: name, published: NOON }),
      { inReplyTo: name },
      { onReply: () => {} },
    );
    expect(halves(stage)).to.deep.equal([]);
    expect(stage.querySelector('.name')!.textContent).to.equal(`a${'😀'.repeat(79)}…`);
    expect(stage.querySelector('.in-reply-to')!.textContent).to.contain(`${'😀'.repeat(79)}…`);
  });
});
