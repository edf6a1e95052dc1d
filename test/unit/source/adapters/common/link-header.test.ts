import { expect } from 'chai';
import { nextLink } from '../../../../../src/source/adapters/common/link-header.js';

describe('Link header', () => {
  const HEADERS: [header: string | null, next: string | undefined][] = [
    [null, undefined],
    ['', undefined],
    ['<https://api.example/?page=2>; rel="next"', 'https://api.example/?page=2'],
    ['<?page=1>; rel="first", <?page=3>; rel="next", <?page=9>; rel="last"', '?page=3'],
    ['<?page=2>;rel=next', '?page=2'],
    ['<?page=2>; title="more"; REL = "nofollow next"', '?page=2'],
    ['<?ids=1,2;3>; rel="next"', '?ids=1,2;3'],
    ['<?page=2>; rel="nextish"', undefined],
    ['<?rel="next">; rel="prev"', undefined],
    ['?page=2; rel="next"', undefined],
    ['<?page=2; rel="next"', undefined],
  ];
  for (const [header, next] of HEADERS) {
    it(`${header ?? 'none'}: ${next ?? 'nothing'}`, () => {
      expect(nextLink(header)).to.equal(next);
    });
  }

  it('takes no time, whatever stands in it', () => {
    for (const part of [',', ' ', ', <', ';', '; rel=', '; rel="', '<', '<>', '<>;rel=']) {
      const begin = performance.now();
      nextLink(part.repeat(100_000));
      expect(performance.now() - begin, part).to.be.below(1000);
    }
  });
});
