import { expect } from 'chai';
import { NewsError, type NewsErrorDetails, type NewsErrorKind } from '../../../src/model/news-error.js';
import { rateLimitSeconds, retryAfterSeconds, retryDelay } from '../../../src/source/retry.js';

const error = (kind: NewsErrorKind, details: NewsErrorDetails = {}) =>
  new NewsError(kind, 'refused', details);

describe('retryDelay', () => {
  const KINDS: [kind: NewsErrorKind, again: boolean][] = [
    ['rate-limited', true],
    ['server', true],
    ['unreachable', false],
    ['timeout', false],
    ['not-found', false],
    ['login-required', false],
    ['forbidden', false],
    ['validation', false],
    ['too-large', false],
    ['parse', false],
  ];
  for (const [kind, again] of KINDS) {
    it(`${kind}: ${again ? 'again' : 'not again'}`, () => {
      expect(retryDelay(error(kind), 1, 500) !== undefined).to.equal(again);
    });
  }

  it('does not ask again what the source will never do', () => {
    for (const [status, again] of [
      [500, true],
      [501, false],
      [503, true],
      [505, false],
    ] as const) {
      expect(retryDelay(error('server', { status }), 1, 500) !== undefined, String(status)).to.equal(again);
    }
  });

  it('doubles from try to try, half of it by chance', () => {
    const delays = (tried: number) =>
      Array.from({ length: 200 }, () => retryDelay(error('server'), tried, 500)!);
    for (const [tried, full] of [
      [1, 500],
      [2, 1000],
      [3, 2000],
    ] as const) {
      const all = delays(tried);
      expect(Math.min(...all)).to.be.within(full / 2, full * 0.7);
      expect(Math.max(...all)).to.be.within(full * 0.8, full);
    }
  });

  it('waits as long as the source says, unless no reader would', () => {
    const delay = (retryAfter: number) => retryDelay(error('rate-limited', { retryAfter }), 1, 500);
    expect(delay(0)).to.equal(0);
    expect(delay(3)).to.equal(3000);
    expect(delay(20)).to.equal(20_000);
    expect(delay(21)).to.equal(undefined);
  });
});

describe('retryAfterSeconds', () => {
  const now = Date.UTC(2026, 10, 23, 12, 0, 0);
  const HEADERS: [header: string | null, seconds: number | undefined][] = [
    ['120', 120],
    [' 7 ', 7],
    ['0', 0],
    ['Mon, 23 Nov 2026 12:01:30 GMT', 90],
    ['Monday, 23-Nov-26 12:01:30 GMT', 90],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['try 5', undefined],
    ['99999999999999999999', undefined],
    ['Mon, 99 Foo 2026', undefined],
  ];
  for (const [header, seconds] of HEADERS) {
    it(`${header} is ${seconds}`, () => expect(retryAfterSeconds(header, now)).to.equal(seconds));
  }

  it('rounds up, so that nobody comes a moment too early', () => {
    expect(retryAfterSeconds('Mon, 23 Nov 2026 12:01:30 GMT', now + 1)).to.equal(90);
    expect(retryAfterSeconds('Mon, 23 Nov 2026 12:01:30 GMT', now - 1)).to.equal(91);
  });
});

describe('rateLimitSeconds', () => {
  const now = Date.UTC(2026, 10, 23, 12, 0, 0);
  const HEADERS: [header: string | undefined, seconds: number | undefined][] = [
    [String(now / 1000 + 90), 90],
    [String(now / 1000 - 90), undefined],
    ['2026-11-23T12:01:30.000Z', 90],
    ['2026-11-23T11:00:00.000Z', undefined],
    ['30', 30],
    ['0', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, seconds] of HEADERS) {
    it(`${header} is ${seconds}`, () => {
      const headers = new Headers(header === undefined ? {} : { 'X-RateLimit-Reset': header });
      expect(rateLimitSeconds(headers, now)).to.equal(seconds);
    });
  }

  it('knows the name that Contentful gives it', () => {
    expect(rateLimitSeconds(new Headers({ 'X-Contentful-RateLimit-Reset': '7' }), now)).to.equal(7);
  });
});
