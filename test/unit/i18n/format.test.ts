import { expect } from 'chai';
import { formatAge, formatDay, formatList, formatMoment, formatNumber } from '../../../src/i18n/format.js';

/** In the time zone of whoever runs the test, as the reader's. */
const MORNING = new Date(2026, 10, 23, 9, 30).toISOString();

describe('dates in the language of the reader', () => {
  for (const [locale, day, moment] of [
    ['en-GB', '23 November 2026', '23 November 2026 at 09:30'],
    ['en-US', 'November 23, 2026', 'November 23, 2026 at 9:30 AM'],
    ['de', '23. November 2026', '23. November 2026 um 09:30'],
    ['en-GB', '23 November 2026', '23 November 2026 at 09:30'],
  ] as const) {
    it(`are written out: ${locale}`, () => {
      expect(formatDay(MORNING, locale)).to.equal(day);
      // Some versions put a narrow space before AM.
      expect(formatMoment(MORNING, locale).replace(/\s/g, ' ')).to.equal(moment);
      expect(formatDay(MORNING, locale)).to.equal(day);
    });
  }
});

describe('how long ago something was', () => {
  const HOUR = 3600;
  const DAY = 24 * HOUR;
  const age = (seconds: number, locale = 'en-GB') =>
    formatAge(MORNING, locale, Date.parse(MORNING) + seconds * 1000);

  for (const [seconds, expected] of [
    [0, 'this minute'],
    [59, 'this minute'],
    [60, '1 minute ago'],
    [119, '1 minute ago'],
    [120, '2 minutes ago'],
    [HOUR - 1, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [2 * HOUR - 1, '1 hour ago'],
    [DAY - 1, '23 hours ago'],
    [DAY, '1 day ago'],
    [2 * DAY - 1, '1 day ago'],
    [2 * DAY, '2 days ago'],
    [7 * DAY - 1, '6 days ago'],
    [7 * DAY, '23 November 2026'],
    [4000 * DAY, '23 November 2026'],
    [-60, 'this minute'],
    [-61, '23 November 2026'],
    [-400 * DAY, '23 November 2026'],
  ] as const) {
    it(`is told in round words after ${seconds} seconds: ${expected}`, () => {
      expect(age(seconds)).to.equal(expected);
    });
  }

  it('is told in each language', () => {
    expect([age(300, 'de'), age(300, 'fr'), age(300, 'en'), age(0, 'de')]).to.deep.equal([
      'vor 5 Minuten',
      'il y a 5 minutes',
      '5 minutes ago',
      'in dieser Minute',
    ]);
  });

  it('counts from the present when no moment is given', () => {
    expect(formatAge(new Date(Date.now() - 90 * 60_000).toISOString(), 'en')).to.equal('1 hour ago');
  });
});

describe('lists and numbers in the language of the reader', () => {
  for (const [locale, words, expected] of [
    ['en', [], ''],
    ['en', ['A'], 'A'],
    ['en', ['A', 'B'], 'A and B'],
    ['en', ['A', 'B', 'C'], 'A, B, and C'],
    ['de', ['A', 'B', 'C'], 'A, B und C'],
  ] as const) {
    it(`joins ${words.length} words in ${locale}`, () => {
      expect(formatList(words, locale)).to.equal(expected);
    });
  }

  it('groups digits', () => {
    expect([formatNumber(12345, 'en'), formatNumber(12345, 'de'), formatNumber(7, 'en')]).to.deep.equal([
      '12,345',
      '12.345',
      '7',
    ]);
  });
});
