import { expect } from 'chai';
import { safeUrl } from '../../../src/model/url.js';
import { WRONG_TYPES } from './support.js';

const BASE = 'https://example.org/news/2026/ferry?page=2#top';

describe('a URL that may be bound to a link', () => {
  for (const [value, expected] of [
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['http://example.org/', 'http://example.org/'],
    ['HTTPS://EXAMPLE.org', 'https://example.org/'],
    ['  https://example.org/\n', 'https://example.org/'],
    ['https://example.org:443/', 'https://example.org/'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['tel:+49401234', 'tel:+49401234'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://example.org/ü', 'https://example.org/%C3%BC'],
    ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
    ['https://example.org/\u202Egpj.exe', 'https://example.org/%E2%80%AEgpj.exe'],
    ['https://example.org/\uD800', 'https://example.org/%EF%BF%BD'],
    ['https://example.org/?u=javascript:alert(1)', 'https://example.org/?u=javascript:alert(1)'],
  ] as const) {
    it(`is kept in its normal form: ${JSON.stringify(value)}`, () => {
      expect(safeUrl(value)).to.equal(expected);
    });
  }

  for (const value of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'javascript://example.org/%0Aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg/>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/8f2c',
    'filesystem:https://example.org/temporary/x',
    'view-source:https://example.org/',
    'about:blank',
    'ftp://example.org/',
    'ws://example.org/',
    'intent://example.org/#Intent;end',
    'at://did:plc:abc/app.bsky.feed.post/1',
  ]) {
    it(`has no scheme that runs, embeds or opens something else: ${JSON.stringify(value)}`, () => {
      expect(safeUrl(value)).to.equal(undefined);
      expect(safeUrl(value, BASE)).to.equal(undefined);
    });
  }

  for (const value of [
    'https://user@example.org/',
    'https://user:secret@example.org/',
    'https://:secret@example.org/',
    'https://example.com%40@example.org/',
  ]) {
    it(`has no user name and no password: ${value}`, () => {
      expect(safeUrl(value)).to.equal(undefined);
    });
  }

  for (const value of [
    '',
    '   ',
    '\n',
    'ferry',
    '/ferry',
    '//example.org/ferry',
    '#top',
    'https://',
    'https://example.org:99999/',
    'https://[::1/',
    'https://exa\u202Emple.org/',
  ]) {
    it(`is absolute and well formed: ${JSON.stringify(value)}`, () => {
      expect(safeUrl(value)).to.equal(undefined);
    });
  }

  it('is text', () => {
    for (const value of [...WRONG_TYPES, 1, new URL(BASE), ['https://example.org/'], { href: BASE }]) {
      expect(safeUrl(value, BASE), typeof value).to.equal(undefined);
    }
  });

  for (const [value, expected] of [
    ['boat', 'https://example.org/news/2026/boat'],
    ['/boat', 'https://example.org/boat'],
    ['../boat', 'https://example.org/news/boat'],
    ['?page=3', 'https://example.org/news/2026/ferry?page=3'],
    ['#comments', 'https://example.org/news/2026/ferry?page=2#comments'],
    ['//example.com/boat', 'https://example.com/boat'],
    ['https://example.com/', 'https://example.com/'],
  ] as const) {
    it(`is relative to the base: ${value}`, () => {
      expect(safeUrl(value, BASE)).to.equal(expected);
    });
  }

  it('is not the base itself when there is nothing', () => {
    for (const nothing of ['', ' ', undefined, null]) expect(safeUrl(nothing, BASE)).to.equal(undefined);
  });

  it('is none when the base is not one to build on', () => {
    for (const base of ['nonsense', 'javascript:alert(1)//', 'data:text/html,x', 'file:///etc/']) {
      expect(safeUrl('/boat', base), base).to.equal(undefined);
    }
  });

  it('takes no password from the base', () => {
    expect(safeUrl('/boat', 'https://user:secret@example.org/')).to.equal(undefined);
  });

  it('has at most 4,096 characters, as it came and as it is written in the end', () => {
    const long = (length: number) => 'https://example.org/'.padEnd(length, 'a');
    expect(safeUrl(long(4096))).to.equal(long(4096));
    for (const length of [4097, 5000, 100_000])
      expect(safeUrl(long(length)), `${length}`).to.equal(undefined);
    expect(safeUrl(`${' '.repeat(5000)}https://example.org/`)).to.equal(undefined);
    expect(safeUrl(`https://example.org/${'ü'.repeat(1000)}`)).to.equal(undefined);
    expect(safeUrl('boat', `${long(4095)}/`)).to.equal(undefined);
  });
});

describe('a URL that may be bound to a picture', () => {
  it('is one of the web', () => {
    expect(safeUrl('https://example.org/a.jpg', undefined, 'media')).to.equal('https://example.org/a.jpg');
    expect(safeUrl('a.jpg', 'http://example.org/x/', 'media')).to.equal('http://example.org/x/a.jpg');
  });

  for (const value of [
    'mailto:desk@example.org',
    'tel:+49401234',
    'data:image/png;base64,AAAA',
    'blob:https://example.org/8f2c',
    'javascript:alert(1)',
    'https://user@example.org/a.jpg',
  ]) {
    it(`is nothing else: ${value}`, () => {
      expect(safeUrl(value, BASE, 'media')).to.equal(undefined);
    });
  }
});
