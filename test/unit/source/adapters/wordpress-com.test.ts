import { expect } from 'chai';
import { placeOf } from '../../../../src/source/adapters/wordpress-com-address.js';

const API = 'https://public-api.wordpress.com/rest/v1.1/sites';

describe('WordPress.com: addresses', () => {
  const FORMS: [src: string, api: string | undefined, story: string | undefined][] = [
    [`${API}/courier.wordpress.com/posts/?tag=ferries`, `${API}/courier.wordpress.com`, undefined],
    [`${API}/900/posts/42`, `${API}/900`, '42'],
    [`${API}/900/posts/42/replies/?number=5`, `${API}/900`, '42'],
    [`${API}/900/posts/slug:night-ferry`, `${API}/900`, 'slug:night-ferry'],
    ['https://public-api.wordpress.com/rest/v1/sites/900/posts/42', `${API}/900`, '42'],
    [
      'https://courier.wordpress.com/2026/11/20/night-ferry/#respond',
      `${API}/courier.wordpress.com`,
      'slug:night-ferry',
    ],
    ['https://courier.example/2026/11/20/night-ferry', `${API}/courier.example`, 'slug:night-ferry'],
    ['https://courier.wordpress.com/?p=42', `${API}/courier.wordpress.com`, '42'],
    ['https://courier.wordpress.com/', `${API}/courier.wordpress.com`, undefined],
    ['https://public-api.wordpress.com/rest/v1.1/me', undefined, undefined],
    ['courier.wordpress.com', undefined, undefined],
  ];
  for (const [src, api, story] of FORMS) {
    it(src, () => {
      expect(placeOf(src)?.api).to.equal(api);
      expect(placeOf(src)?.story).to.equal(story);
    });
  }
});
