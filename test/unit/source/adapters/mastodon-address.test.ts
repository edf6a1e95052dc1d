import { expect } from 'chai';
import { readAddress, statusId } from '../../../../src/source/adapters/mastodon-address.js';
import { NewsError } from '../../../../src/model/news-error.js';

const HOST = 'https://social.example';

describe('addresses of Mastodon', () => {
  const POSTS: [src: string, id: string][] = [
    [`${HOST}/@ines/113`, '113'],
    [`${HOST}/@ines@island.example/113/`, '113'],
    [`${HOST}/@ines/113/embed`, '113'],
    [`${HOST}/web/@ines/113?x=1#top`, '113'],
    [`${HOST}/deck/@ines/113`, '113'],
    [`${HOST}/users/ines/statuses/113`, '113'],
    [`${HOST}/ap/users/7/statuses/113`, '113'],
    [`${HOST}/web/statuses/113`, '113'],
    [`${HOST}/api/v1/statuses/113`, '113'],
    [`${HOST}/api/v1/statuses/113/context`, '113'],
    [`${HOST}/@ines/statuses/01HV7Q`, '01HV7Q'],
    [`${HOST}/notice/AbC9x`, 'AbC9x'],
  ];
  for (const [src, id] of POSTS) {
    it(src, () => {
      const address = readAddress(src);
      expect(address).to.include({ kind: 'status', id, status: `${HOST}/api/v1/statuses/${id}` });
      expect(statusId(src)).to.equal(id);
    });
  }

  it('keeps the parameters of the API, and none of a page', () => {
    expect(readAddress(`${HOST}/api/v1/statuses/1?lang=de`)).to.include({
      status: `${HOST}/api/v1/statuses/1?lang=de`,
      context: `${HOST}/api/v1/statuses/1/context?lang=de`,
    });
  });

  it('knows accounts and hashtags', () => {
    expect(readAddress(`${HOST}/@ines@island.example`)).to.include({ name: 'ines@island.example' });
    expect(readAddress(`${HOST}/tags/ferry`)).to.include({ path: 'timelines/tag/ferry' });
    expect(readAddress(`${HOST}/api/v1/accounts/7/statuses`)).to.include({ path: 'accounts/7/statuses' });
  });

  for (const src of ['', 'x', HOST, `${HOST}/@ines/about`, `${HOST}/@ines/with_replies`, `${HOST}/about`]) {
    it(`does not know ${src || 'nothing'}`, () => expect(() => readAddress(src)).to.throw(NewsError));
  }
});
