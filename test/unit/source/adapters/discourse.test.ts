import { expect } from 'chai';
import { adapter } from '../../../../src/source/adapters/discourse.js';
import { placeOf } from '../../../../src/source/adapters/discourse-address.js';
import { closeSource, expectFailure, json, newSite, quickIo, serve } from '../support.js';

describe('Discourse: addresses', () => {
  const FORMS: [src: string, base: string, topic: string | undefined, list: string][] = [
    ['https://f.example/t/ferry/42', '', '42', '/latest.json'],
    ['https://f.example/t/ferry/42/7?u=ines#x', '', '42', '/latest.json'],
    ['https://f.example/t/42/7', '', '42', '/latest.json'],
    ['https://f.example/t/2026-review/42.json', '', '42', '/latest.json'],
    ['https://f.example/t/-/42/', '', '42', '/latest.json'],
    ['https://f.example/n/ferry/42/7', '', '42', '/latest.json'],
    ['https://f.example/t/42/posts.json', '', '42', '/latest.json'],
    ['https://f.example/forum/t/ferry/42', '/forum', '42', '/latest.json'],
    ['https://f.example/forum/', '/forum', undefined, '/latest.json'],
    ['https://f.example', '', undefined, '/latest.json'],
    ['https://f.example/top.json?period=weekly', '', undefined, '/top.json'],
    ['https://f.example/c/town/boats/5/', '', undefined, '/c/town/boats/5.json'],
    ['https://f.example/c/town/5/l/latest.json', '', undefined, '/c/town/5/l/latest.json'],
    ['https://f.example/forum/tag/ferry', '/forum', undefined, '/tag/ferry.json'],
  ];
  for (const [src, folder, topic, list] of FORMS) {
    it(src, () => {
      const base = `https://f.example${folder}`;
      expect(placeOf(src)).to.include({ base, topic, list: base + list });
    });
  }
});

describe('Discourse', () => {
  afterEach(closeSource);

  it('goes on behind a post that was deleted since the page before', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => 100 + index).filter((id) => id !== 119);
    const asked = serve(({ url }) => {
      if (!url.includes('post_ids')) {
        return { id: 42, post_stream: { posts: [{ id: 100, post_number: 1 }], stream: ids } };
      }
      const posts = new URL(url).searchParams
        .getAll('post_ids[]')
        .map((id) => ({ id, post_number: Number(id) }));
      return { post_stream: { posts } };
    });
    const src = `${newSite()}/t/ferry/42`;
    const oldest = await adapter.comments!({ src, order: 'oldest', next: '119' }, quickIo());
    expect(oldest.items.map(({ id }) => id)).to.deep.equal(ids.slice(19).map(String));
    expect(oldest.next).to.equal(undefined);
    const newest = await adapter.comments!({ src, order: 'newest', next: '119' }, quickIo());
    expect(newest.items[0]!.id).to.equal('118');
    expect(asked.length, 'the topic only once').to.equal(3);
  });

  it('never goes in a circle', async () => {
    serve(() => ({ id: 42, post_stream: { posts: [{ id: 1, post_number: 2 }], stream: [1, 1, 1, 1] } }));
    const page = await adapter.comments!({ src: `${newSite()}/t/ferry/42`, order: 'oldest' }, quickIo());
    expect(page.next).to.equal(undefined);
  });

  it('says how long to wait, in its own words', async () => {
    const refusal = {
      errors: ['Slow &amp; steady.'],
      error_type: 'rate_limit',
      extras: { wait_seconds: 40 },
    };
    serve(() => json(refusal, { status: 429 }));
    const error = await expectFailure(
      adapter.article!({ src: `${newSite()}/t/ferry/42` }, quickIo()),
      'rate-limited',
    );
    expect(error).to.include({ message: 'Slow & steady.', retryAfter: 40, status: 429 });
  });

  it('does not fail for want of suggestions', async () => {
    serve(({ url }) =>
      url.includes('/t/')
        ? json({ errors: ['x'] }, { status: 404 })
        : { topic_list: { topics: [{ id: 7, title: 'Ferry' }] } },
    );
    const page = await adapter.articles!(
      { src: `${newSite()}/latest`, limit: 3, relatedTo: '42' },
      quickIo(),
    );
    expect(page.items.map(({ id }) => id)).to.deep.equal(['7']);
  });
});
