import { expect } from 'chai';
import { toComment } from '../../../../../src/model/comment.js';
import { withParents } from '../../../../../src/source/adapters/common/missing-parents.js';

const comment = (id: string, parentId?: string) => toComment({ id, parentId });

describe('missing parents', () => {
  it('are asked for, level by level', async () => {
    const asked: string[][] = [];
    const store = new Map(
      ['1', '2', '3'].map((id) => [id, comment(id, id === '1' ? undefined : String(Number(id) - 1))]),
    );
    const found = await withParents([comment('4', '3')], async (ids) => {
      asked.push([...ids]);
      return ids.flatMap((id) => store.get(id) ?? []);
    });
    expect(found.map(({ id }) => id)).to.deep.equal(['4', '3', '2', '1']);
    expect(asked).to.deep.equal([['3'], ['2'], ['1']]);
  });

  it('are not asked for twice, nor for ever', async () => {
    let asked = 0;
    const found = await withParents([comment('a', 'b')], async ([id]) => [comment(id!, `${id}${++asked}`)]);
    expect(asked).to.be.lessThan(10);
    expect(found.length).to.equal(asked + 1);
    expect(await withParents([comment('a', 'gone')], async () => [])).to.have.length(1);
  });
});
