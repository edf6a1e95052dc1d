import { expect } from 'chai';
import { checked } from '../../../src/source/checked-adapter.js';

describe('checked adapter', () => {
  it('says where a thread lives, also when the adapter cannot', () => {
    const src = 'https://www.site.example/thread';
    const origin = () => {
      throw new Error('What is this?');
    };
    expect(checked({ origin }).origin!({ src })).to.deep.equal({ name: 'site.example' });
    expect(checked({ origin: () => ({ name: '' }) }).origin!({ src })).to.deep.equal({
      name: 'site.example',
    });
    expect(
      checked({ origin: () => ({ name: 'A', url: 'javascript:alert(1)' }) }).origin!({ src }),
    ).to.deep.equal({
      name: 'A',
      url: undefined,
    });
  });
});
