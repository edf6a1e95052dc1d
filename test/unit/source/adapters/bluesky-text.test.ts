import { expect } from 'chai';
import { readAddress, toPostUri } from '../../../../src/source/adapters/bluesky-address.js';
import { moderationOf } from '../../../../src/source/adapters/bluesky-labels.js';
import { embedHtml, postPage, richText } from '../../../../src/source/adapters/bluesky-text.js';
import { WRONG_VALUES } from '../support.js';

const URI = 'at://did:plc:ines/app.bsky.feed.post/3lx';
const facet = (byteStart: unknown, byteEnd: unknown, uri: unknown = 'https://a.example/') => ({
  index: { byteStart, byteEnd },
  features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
});
const A = '<a href="https://a.example/">';

describe('rich text of Bluesky', () => {
  it('counts bytes, not characters', () => {
    expect(richText('é🤔 x!', [facet(7, 8)])).to.equal(`é🤔 ${A}x</a>!`);
    expect(richText('\ufeffx', [facet(3, 4)])).to.equal(`\ufeff${A}x</a>`);
  });

  it('takes ranges in any order, and the first of those that overlap', () => {
    expect(richText('abcdef', [facet(4, 6), facet(0, 2), facet(1, 5)])).to.equal(`${A}ab</a>cd${A}ef</a>`);
  });

  for (const [start, end] of [
    [2, 1],
    [1, 1],
    [-1, 2],
    [0, 99],
    [0.5, 2],
    ['0', 2],
    [null, 2],
    [1, 3],
    [0, NaN],
  ]) {
    it(`leaves ${start} to ${end} as text`, () => {
      expect(richText('é<b>', [facet(start, end)])).to.equal('é&lt;b&gt;');
    });
  }

  it('links nowhere dangerous', () => {
    expect(richText('abc', [facet(0, 3, 'javascript:alert(1)')])).to.equal('abc');
  });

  it('takes whatever comes', () => {
    for (const wrong of WRONG_VALUES) {
      richText('abc', wrong);
      richText('abc', [facet(wrong, wrong, wrong), { index: wrong, features: [wrong] }, wrong]);
      embedHtml(wrong, wrong);
      embedHtml({ images: wrong, external: wrong, record: wrong, media: wrong }, wrong);
      moderationOf({ labels: wrong, author: wrong }, { labels: { values: wrong } });
      moderationOf({ labels: [{ src: wrong, val: wrong, neg: wrong, exp: wrong, cts: wrong }] }, wrong);
    }
  });
});

describe('labels of Bluesky', () => {
  const MODERATOR = 'did:plc:moderator';
  const post = (labels: unknown[], authorLabels: unknown[] = []) => ({
    author: { did: 'did:plc:ines', labels: authorLabels },
    labels,
  });

  it('of an account count like those of a post', () => {
    expect(moderationOf(post([], [{ src: MODERATOR, val: '!hide' }]), {}).hidden).to.equal(true);
    expect(moderationOf(post([], [{ src: MODERATOR, val: '!warn' }]), {}).warning).to.equal(
      'Content warning',
    );
  });

  it('that writers give themselves hide nothing but what they may ask for', () => {
    const own = { labels: { values: [{ val: '!hide' }, { val: 'porn' }, { val: 'best-of' }] } };
    expect(moderationOf(post([]), own)).to.deep.equal({ hidden: false, bot: false, warning: 'porn' });
  });

  it('can be given again after they were taken back', () => {
    const label = (cts: string, neg?: boolean) => ({ src: MODERATOR, uri: URI, val: '!hide', cts, neg });
    const all = [label('2026-03-01'), label('2026-02-01', true), label('2026-01-01')];
    expect(moderationOf(post(all), {}).hidden).to.equal(true);
    expect(moderationOf(post(all.slice(1)), {}).hidden).to.equal(false);
  });
});

describe('addresses of Bluesky', () => {
  it('go from page to post and back', () => {
    expect(toPostUri('https://bsky.app/profile/ines.example/post/3lx')).to.equal(
      'at://ines.example/app.bsky.feed.post/3lx',
    );
    expect(toPostUri('https://bsky.app/profile/did%3Aplc%3Aines/post/3lx')).to.equal(URI);
    expect(postPage(URI)).to.equal('https://bsky.app/profile/did:plc:ines/post/3lx');
    for (const wrong of [...WRONG_VALUES, 'at://x', 'https://bsky.app/profile/%/post/3lx%'])
      expect(toPostUri(wrong)).to.equal(undefined);
  });

  it('keep host and parameters of the API', () => {
    const { uri, params, endpoint } = readAddress(
      `https://api.example/xrpc/app.bsky.feed.getPostThread?uri=${encodeURIComponent(URI)}&depth=3`,
    );
    expect(uri).to.equal(URI);
    expect(params).to.deep.equal({ depth: '3' });
    expect(endpoint('x.y', { a: '1' })).to.equal('https://api.example/xrpc/x.y?a=1');
  });
});
