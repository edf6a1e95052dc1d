import { expect } from 'chai';
import { toBody } from '../../../src/model/body.js';
import { MAX_STRING } from '../../../src/model/text.js';
import { fromJson, WRONG_TYPES } from './support.js';

describe('a body', () => {
  for (const [input, expected] of [
    ['Words', { format: 'text', value: 'Words' }],
    [' <b>kept</b>\n as it is ', { format: 'text', value: ' <b>kept</b>\n as it is ' }],
    [{ value: 'Words' }, { format: 'text', value: 'Words' }],
    [
      { format: 'text', value: 'Words' },
      { format: 'text', value: 'Words' },
    ],
    [
      { format: 'html', value: '<p>x' },
      { format: 'html', value: '<p>x' },
    ],
    [
      { format: 'markdown', value: '**x**' },
      { format: 'markdown', value: '**x**' },
    ],
    [
      { format: 'html', value: '<img>', extra: 1 },
      { format: 'html', value: '<img>' },
    ],
  ] as const) {
    it(`says how it is written, and is not touched: ${JSON.stringify(input)}`, () => {
      expect(toBody(input)).to.deep.equal(expected);
    });
  }

  it('is text when its format is not known', () => {
    for (const format of ['HTML', 'text/html', 'mdx', '', null, 1, {}, ['html'], '__proto__']) {
      expect(toBody({ format, value: '<b>x' }), String(format)).to.deep.equal({
        format: 'text',
        value: '<b>x',
      });
    }
    const inherited = fromJson('{"value": "<b>x", "__proto__": {"format": "html"}}');
    expect(toBody(inherited)).to.deep.equal({ format: 'text', value: '<b>x' });
  });

  it('is none when nothing is in it', () => {
    for (const nothing of ['', ' \n\t', '\u200B\uFEFF', '\u0000']) {
      expect(toBody(nothing), JSON.stringify(nothing)).to.equal(undefined);
      expect(toBody({ format: 'html', value: nothing }), JSON.stringify(nothing)).to.equal(undefined);
    }
  });

  it('is none when it is no text', () => {
    for (const value of [...WRONG_TYPES, 5, ['Words'], { rendered: 'Words' }]) {
      expect(toBody(value), typeof value).to.equal(undefined);
      expect(toBody({ format: 'html', value }), typeof value).to.equal(undefined);
    }
    expect(toBody(Object.create({ value: 'inherited' }))).to.equal(undefined);
  });

  it('ends after half a million characters, with a sign that it went on', () => {
    const long = 'a'.repeat(MAX_STRING);
    expect(toBody(long)!.value).to.equal(long);
    expect(toBody(`${long}b`)!.value).to.equal(`${long}…`);
    expect(toBody({ format: 'html', value: `${long}b` })!.value).to.equal(`${long}…`);
  });
});
