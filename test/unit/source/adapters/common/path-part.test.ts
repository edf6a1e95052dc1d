import { expect } from 'chai';
import { pathPart } from '../../../../../src/source/adapters/common/path-part.js';
import { toStory } from '../../../../../src/source/adapters/discourse-fields.js';
import { storyKey } from '../../../../../src/source/adapters/wordpress-com-address.js';

describe('a part of an address', () => {
  it('is encoded, half a sign as one that stands for what is broken', () => {
    expect(pathPart('a/b?🤔')).to.equal('a%2Fb%3F%F0%9F%A4%94');
    expect(pathPart('a\uD83E')).to.equal('a%EF%BF%BD');
  });

  it('is the same in every adapter', () => {
    const place = { base: 'https://forum.example' } as Parameters<typeof toStory>[1];
    expect(toStory({ id: 4, title: 'x', slug: 'a\uD83E' }, place).url).to.equal(
      'https://forum.example/t/a%EF%BF%BD/4',
    );
    expect(storyKey('a\uD83E')).to.equal('slug:a%EF%BF%BD');
  });
});
