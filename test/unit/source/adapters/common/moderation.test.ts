import { expect } from 'chai';
import { toComment } from '../../../../../src/model/comment.js';
import { withoutHeld } from '../../../../../src/source/adapters/common/moderation.js';

const comment = (id: string, status = 'published', parentId?: string) =>
  toComment({ id, parentId, status, author: { name: 'Spam & Co' }, body: 'Buy' });

describe('comments that wait for a moderator', () => {
  it('are not in the list', () => {
    const shown = withoutHeld([comment('1'), comment('2', 'pending', '1'), comment('3', 'pending', '2')]);
    expect(shown.map(({ id }) => id)).to.deep.equal(['1']);
  });

  it('are a place without a text or a name where they hold replies, however far below', () => {
    const shown = withoutHeld([
      comment('1', 'pending'),
      comment('2', 'pending', '1'),
      comment('3', 'published', '2'),
    ]);
    expect(shown.map(({ id, status, parentId }) => [id, status, parentId])).to.deep.equal([
      ['1', 'hidden', undefined],
      ['2', 'hidden', '1'],
      ['3', 'published', '2'],
    ]);
    expect(shown.slice(0, 2).map(({ author, body }) => author.name + body.value)).to.deep.equal(['', '']);
  });

  it('are no trouble in a ring', () => {
    const ring = [comment('1', 'pending', '2'), comment('2', 'pending', '1'), comment('3', 'hidden', '1')];
    expect(withoutHeld(ring).map(({ status }) => status)).to.deep.equal(['hidden', 'hidden', 'hidden']);
  });
});
