import { expect } from 'chai';
import { adapter } from '../../../../src/source/adapters/mastodon.js';
import { closeSource, expectFailure, newSite, quickIo, serve } from '../support.js';

const status = (id: string, fields = {}) => ({
  id,
  content: '<p>Ferry</p>',
  url: `https://social.example/@ines/${id}`,
  account: { id: '7', acct: 'ines' },
  in_reply_to_id: null,
  ...fields,
});

describe('Mastodon: what its server shows to nobody', () => {
  afterEach(closeSource);

  const HIDDEN: [what: string, fields: object][] = [
    ['for followers', { visibility: 'private' }],
    ['for one reader', { visibility: 'direct' }],
    ['of an account that is suspended', { account: { id: '7', acct: 'ines', suspended: true } }],
    ['of an account that is limited', { account: { id: '7', acct: 'ines', limited: true } }],
    ['that a filter hides', { filtered: [{ filter: { title: 'x', filter_action: 'hide' } }] }],
    ['in the envelope of a boost', { reblog: status('9', { visibility: 'private' }) }],
  ];
  for (const [what, fields] of HIDDEN) {
    it(`a post ${what} is no story, and in no list`, async () => {
      const origin = newSite();
      serve(({ url }) =>
        url.includes('/timelines/') ? [status('3'), status('2', fields), status('1')] : status('2', fields),
      );
      await expectFailure(adapter.article!({ src: `${origin}/api/v1/statuses/2` }, quickIo()), 'forbidden');
      const src = `${origin}/api/v1/timelines/tag/ferry`;
      const { items } = await adapter.articles!({ src, limit: 5 }, quickIo());
      expect(items.map(({ id }) => id)).to.deep.equal(['3', '1']);
    });
  }
});
