import { expect } from 'chai';
import { adapter } from '../../../../src/source/adapters/github.js';
import { closeSource, expectFailure, json, quickIo, serve } from '../support.js';

let repositories = 0;
/** One that no other test has asked. */
const newRepository = () => `courier/ferry-${++repositories}`;

describe('GitHub', () => {
  afterEach(closeSource);

  const HOSTS: [src: (name: string) => string, issue: (name: string) => string][] = [
    [
      (name) => `https://github.com/${name}/issues/7`,
      (name) => `https://api.github.com/repos/${name}/issues/7`,
    ],
    [
      (name) => `https://www.github.com/${name}/pull/7/files`,
      (name) => `https://api.github.com/repos/${name}/issues/7`,
    ],
    [
      (name) => `https://git.example/${name}/issues/7`,
      (name) => `https://git.example/api/v3/repos/${name}/issues/7`,
    ],
    [
      (name) => `https://git.example/api/v3/repos/${name}/issues/7/comments`,
      (name) => `https://git.example/api/v3/repos/${name}/issues/7`,
    ],
  ];
  for (const [src, issue] of HOSTS) {
    it(`${src('o/r')} asks ${issue('o/r')}, with one header that needs no question beforehand`, async () => {
      const name = newRepository();
      const asked = serve(() => ({ number: 7, title: 'Ferry' }));
      await adapter.article!({ src: src(name) }, quickIo());
      expect(asked[0]!.url).to.equal(issue(name));
      expect(asked[0]!.headers.get('accept')).to.equal('application/vnd.github.full+json');
    });
  }

  for (const src of [
    'https://github.com/o/r',
    'https://github.com/o/r/issues',
    'https://github.com/o/r/discussions/7',
    'x',
  ]) {
    it(`${src} is unsupported, but has a name`, async () => {
      await expectFailure(adapter.article!({ src }, quickIo()), 'unsupported');
      expect(adapter.origin!({ src }).name).to.equal('GitHub');
    });
  }

  it('finds the newest where comments were deleted since they were counted', async () => {
    const src = `https://github.com/${newRepository()}/issues/7`;
    serve(({ url }) => {
      const page = new URL(url).searchParams.get('page');
      if (page === null) return { number: 7, title: 'Ferry', comments: 201 };
      return page === '2' ? [{ id: 1, body: 'Last' }] : [];
    });
    const page = await adapter.comments!({ src, order: 'newest' }, quickIo());
    expect(page.items.map(({ id }) => id)).to.deep.equal(['1']);
    expect(page.next).to.equal('1');
  });

  it('shows comments also where the issue itself cannot be read, but not where it is not there', async () => {
    const src = () => `https://github.com/${newRepository()}/issues/7`;
    const answer = (status: number) =>
      serve(({ url }) => (url.includes('page=') ? [{ id: 1 }] : json({}, { status })));
    answer(403);
    expect((await adapter.comments!({ src: src(), order: 'oldest' }, quickIo())).items).to.have.length(1);
    answer(404);
    await expectFailure(adapter.comments!({ src: src(), order: 'oldest' }, quickIo()), 'not-found');
  });

  it('asks for no page that a count makes up', async () => {
    const asked = serve(({ url }) =>
      url.includes('page=') ? [] : { number: 7, title: 'x', comments: 9e12 },
    );
    const src = `https://github.com/${newRepository()}/issues/7`;
    const page = await adapter.comments!({ src, order: 'newest' }, quickIo());
    expect(page).to.deep.include({ items: [], total: undefined, next: undefined });
    expect(asked.length).to.equal(2);
  });
});
