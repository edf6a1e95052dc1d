import { expect } from 'chai';
import { before, toIsoDate } from '../../../src/model/date.js';
import { WRONG_TYPES } from './support.js';

const MORNING = '2026-11-23T09:30:00.000Z';

describe('a date', () => {
  for (const [text, expected] of [
    ['2026-11-23T09:30:00Z', MORNING],
    ['2026-11-23T09:30:00.000Z', MORNING],
    ['2026-11-23T09:30Z', MORNING],
    ['2026-11-23T09:30:00', MORNING],
    ['2026-11-23T09:30', MORNING],
    ['2026-11-23 09:30:00', MORNING],
    ['2026-11-23t09:30:00', MORNING],
    ['2026-11-23t09:30:00z', MORNING],
    ['  2026-11-23T09:30:00Z\n', MORNING],
    ['2026-11-23T10:30:00+01:00', MORNING],
    ['2026-11-23T10:30:00+0100', MORNING],
    ['2026-11-23T10:30:00+01', MORNING],
    ['2026-11-23 04:30:00 -0500', MORNING],
    ['2026-11-23T15:15:00+05:45', MORNING],
    ['2026-11-23T06:00:00-03:30', MORNING],
    ['2026-11-23T09:30:00-00:00', MORNING],
    ['2026-11-23T09:30:00.123456789Z', '2026-11-23T09:30:00.123Z'],
    ['2026-11-23T09:30:00.999999Z', '2026-11-23T09:30:00.999Z'],
    ['2026-11-23T09:30:00,5Z', '2026-11-23T09:30:00.500Z'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23Z', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23+01:00', '2026-11-22T23:00:00.000Z'],
    ['2026-11', '2026-11-01T00:00:00.000Z'],
    ['2026', '2026-01-01T00:00:00.000Z'],
    ['2026-12-31T23:30:00-01:00', '2027-01-01T00:30:00.000Z'],
    ['2026-12-31T24:00:00Z', '2027-01-01T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00.000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['0069-07-01', '0069-07-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ] as const) {
    it(`is understood as ISO 8601 has it: ${JSON.stringify(text)}`, () => {
      expect(toIsoDate(text)).to.equal(expected);
    });
  }

  for (const [text, expected] of [
    ['Mon, 23 Nov 2026 09:30:00 GMT', MORNING],
    ['Mon, 23 Nov 2026 09:30:00 UT', MORNING],
    ['Mon, 23 Nov 2026 09:30:00 UTC', MORNING],
    ['Mon, 23 Nov 2026 09:30:00 Z', MORNING],
    ['Mon, 23 Nov 2026 09:30:00 +0000', MORNING],
    ['Mon, 23 Nov 2026 09:30:00', MORNING],
    ['Mon, 23 Nov 2026 09:30 GMT', MORNING],
    ['Mon, 23 Nov 2026 9:30:00 GMT', MORNING],
    ['23 Nov 2026 09:30:00 GMT', MORNING],
    ['Mon 23 Nov 2026 09:30:00 GMT', MORNING],
    ['Monday, 23 November 2026 09:30:00 GMT', MORNING],
    ['mon, 23 nov 2026 09:30:00 gmt', MORNING],
    ['Fri, 23 Nov 2026 09:30:00 GMT', MORNING],
    [' Mon,  23  Nov  2026  09:30:00  GMT ', MORNING],
    ['Mon, 23 Nov 26 09:30:00 GMT', MORNING],
    ['Mon, 23 Nov 2026 10:30:00 +0100', MORNING],
    ['Mon, 23 Nov 2026 10:30:00 +01:00', MORNING],
    ['Mon, 23 Nov 2026 15:00:00 +0530', MORNING],
    ['Mon, 23 Nov 2026 06:00:00 -0330', MORNING],
    ['Mon, 23 Nov 2026 04:30:00 EST', MORNING],
    ['Mon, 23 Nov 2026 05:30:00 EDT', MORNING],
    ['Mon, 23 Nov 2026 03:30:00 CST', MORNING],
    ['Mon, 23 Nov 2026 04:30:00 CDT', MORNING],
    ['Mon, 23 Nov 2026 02:30:00 MST', MORNING],
    ['Mon, 23 Nov 2026 03:30:00 MDT', MORNING],
    ['Mon, 23 Nov 2026 01:30:00 PST', MORNING],
    ['Mon, 23 Nov 2026 02:30:00 pdt', MORNING],
    ['Tue, 1 Sep 2026 00:00:00 GMT', '2026-09-01T00:00:00.000Z'],
    ['Tue, 1 Sept. 2026 00:00:00 GMT', '2026-09-01T00:00:00.000Z'],
    ['31 Dec 2026 23:30:00 -0100', '2027-01-01T00:30:00.000Z'],
    ['29 Feb 2024 12:00 GMT', '2024-02-29T12:00:00.000Z'],
    ['31 Dec 2016 23:59:60 GMT', '2017-01-01T00:00:00.000Z'],
    ['1 Jan 00 00:00 GMT', '2000-01-01T00:00:00.000Z'],
    ['1 Jan 69 00:00 GMT', '2069-01-01T00:00:00.000Z'],
    ['1 Jan 70 00:00 GMT', '1970-01-01T00:00:00.000Z'],
    ['1 Jan 99 00:00 GMT', '1999-01-01T00:00:00.000Z'],
    ['1 Jan 0050 00:00 GMT', '0050-01-01T00:00:00.000Z'],
  ] as const) {
    it(`is understood as feeds write it: ${JSON.stringify(text)}`, () => {
      expect(toIsoDate(text)).to.equal(expected);
    });
  }

  for (const month of ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']) {
    it(`knows ${month}`, () => {
      const iso = toIsoDate(`15 ${month} 2026 12:00:00 GMT`);
      const name = new Date(iso!).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
      expect([name, iso!.slice(8)]).to.deep.equal([month, '15T12:00:00.000Z']);
    });
  }

  for (const text of [
    '2026-02-31',
    '2026-02-30T10:00:00Z',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31T00:00:00Z',
    '2026-13-01',
    '2026-00-10',
    '2026-00',
    '2026-01-00',
    '2026-01-32',
    '0000-00-00 00:00:00',
    '2026-11-23T24:00:01Z',
    '2026-11-23T25:00:00Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23T09:30:61Z',
    '2026-11-23T09:30:00+24:00',
    '2026-11-23T09:30:00+01:60',
    '31 Feb 2026 09:30:00 GMT',
    '29 Feb 2026 09:30:00 GMT',
    '31 Nov 2026 09:30:00 GMT',
    '0 Nov 2026 09:30:00 GMT',
    '23 Nov 2026 25:30:00 GMT',
    '23 Nov 2026 09:60:00 GMT',
    '23 Nov 2026 09:30:61 GMT',
    '23 Nov 2026 09:30:00 +9900',
    '23 Nov 2026 09:30:00 +0160',
  ]) {
    it(`is none when no calendar or clock has it: ${text}`, () => {
      expect(toIsoDate(text)).to.equal(undefined);
    });
  }

  for (const text of [
    '',
    ' ',
    'tomorrow',
    'now',
    '1795426200',
    '20261123',
    '2026-1123',
    '2026-1-2',
    '26-11-23',
    '+2026-11-23',
    '-2026-11-23',
    '-000044-03-15',
    '2026-11-23T',
    '2026-11-23T09',
    '2026-11-23T09:30:00 Mars',
    '2026-11-23T09:30:00Z and more',
    'T09:30:00Z',
    '09:30',
    '2026-W48-1',
    '11/23/2026',
    '23.11.2026',
    'Mon Nov 23 2026 09:30:00 GMT+0100',
    '23 Nov 2026',
    '23 Foo 2026 09:30:00 GMT',
    '23 Nov 226 09:30:00 GMT',
    'Infinity',
    '__proto__',
  ]) {
    it(`is none when it is written in another way: ${JSON.stringify(text)}`, () => {
      expect(toIsoDate(text)).to.equal(undefined);
    });
  }

  it('lies in the years 1 to 9999, also after the zone is taken off', () => {
    for (const text of [
      '0000-01-01',
      '0000-12-31T23:59:59Z',
      '0001-01-01T00:00:00+01:00',
      '9999-12-31T23:30:00-01:00',
      '10000-01-01',
      '+010000-01-01T00:00:00Z',
    ]) {
      expect(toIsoDate(text), text).to.equal(undefined);
    }
  });

  it('is not looked for in a long text', () => {
    expect(toIsoDate(`2026-11-23${' '.repeat(53)}`)).to.equal('2026-11-23T00:00:00.000Z');
    expect(toIsoDate(`2026-11-23${' '.repeat(54)}`)).to.equal(undefined);
    expect(toIsoDate(`2026-11-23T09:30:00.${'1'.repeat(500_000)}Z`)).to.equal(undefined);
  });

  it('may be a Date', () => {
    expect(toIsoDate(new Date(Date.UTC(2026, 10, 23, 9, 30)))).to.equal(MORNING);
    for (const time of [NaN, 8.64e15, -8.64e15])
      expect(toIsoDate(new Date(time)), `${time}`).to.equal(undefined);
  });

  it('is no number, since nobody knows whether that counts seconds', () => {
    for (const value of [...WRONG_TYPES, 0, 1795426200, 1795426200000, 1e308, ['2026-11-23']]) {
      expect(toIsoDate(value), String(typeof value)).to.equal(undefined);
    }
  });
});

describe('the moment that lies a duration back', () => {
  const now = new Date('2026-11-23T09:30:42.500Z');

  for (const [duration, expected] of [
    ['P7D', '2026-11-16T09:30:00.000Z'],
    ['PT12H', '2026-11-22T21:30:00.000Z'],
    ['P1M', '2026-10-23T09:30:00.000Z'],
    ['P14M', '2025-09-23T09:30:00.000Z'],
    ['P1Y', '2025-11-23T09:30:00.000Z'],
    ['P1Y1M', '2025-10-23T09:30:00.000Z'],
    ['P2W', '2026-11-09T09:30:00.000Z'],
    ['P1DT2H30M', '2026-11-22T07:00:00.000Z'],
    ['PT45M', '2026-11-23T08:45:00.000Z'],
    ['PT43S', '2026-11-23T09:29:00.000Z'],
    ['PT42S', '2026-11-23T09:30:00.000Z'],
    ['P0D', '2026-11-23T09:30:00.000Z'],
    ['p7d', '2026-11-16T09:30:00.000Z'],
    [' P7D ', '2026-11-16T09:30:00.000Z'],
    ['P2025Y', '0001-11-23T09:30:00.000Z'],
  ] as const) {
    it(`is right to the minute: ${JSON.stringify(duration)}`, () => {
      expect(before(duration, now)).to.equal(expected);
    });
  }

  for (const [day, duration, expected] of [
    ['2026-03-31', 'P1M', '2026-02-28'],
    ['2024-03-31', 'P1M', '2024-02-29'],
    ['2026-05-31', 'P3M', '2026-02-28'],
    ['2026-12-31', 'P1M', '2026-11-30'],
    ['2026-01-31', 'P2M', '2025-11-30'],
    ['2024-02-29', 'P1Y', '2023-02-28'],
    ['2026-03-31', 'P1M1D', '2026-02-27'],
    ['2026-03-01', 'P1D', '2026-02-28'],
  ] as const) {
    it(`is the last day of a shorter month: ${duration} before ${day}`, () => {
      expect(before(duration, new Date(`${day}T12:00:00Z`))).to.equal(`${expected}T12:00:00.000Z`);
    });
  }

  for (const duration of [
    '',
    'P',
    'PT',
    'P1DT',
    'P7',
    '7D',
    'P-7D',
    '-P7D',
    'P1.5D',
    'PT0,5H',
    'P1H',
    'PT1D',
    'P1D1M',
    'P7D P7D',
    'a week',
    'P9999Y',
    `P${'9'.repeat(400)}D`,
    `PT${'9'.repeat(30)}S`,
  ]) {
    it(`is none for what is no duration: ${JSON.stringify(duration.slice(0, 20))}`, () => {
      expect(before(duration, now)).to.equal(undefined);
    });
  }

  it('is none where the clock is broken', () => {
    expect(before('P7D', new Date(NaN))).to.equal(undefined);
  });

  it('leaves the given moment as it is', () => {
    before('P1Y2M3DT4H', now);
    expect(now.toISOString()).to.equal('2026-11-23T09:30:42.500Z');
  });

  it('counts from the present when no moment is given', () => {
    const earliest = Date.now() - 60_000;
    const time = Date.parse(before('PT0S')!);
    expect(time).to.be.within(earliest, Date.now());
  });
});
