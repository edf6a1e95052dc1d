import { expect } from 'chai';
import {
  checkAttributes,
  mediaUrl,
  mediaUrls,
  type UrlRules,
} from '../../../src/content/check-attributes.js';
import { BASE } from './support.js';

const rules: UrlRules = {
  base: BASE,
  rel: 'noopener',
  allowsMedia: (url: string) => new URL(url).host === 'site.example',
};

/** What is left of an attribute; `undefined` when it is gone. */
function checked(element: string, name: string, value: string, rulesFor = rules): string | undefined {
  const target = new DOMParser().parseFromString('', 'text/html').createElement(element);
  target.setAttribute(name, value);
  checkAttributes(target, rulesFor);
  return target.getAttribute(name) ?? undefined;
}

const OWN = 'https://site.example';
const KEPT: readonly (readonly [element: string, name: string, value: string, result?: string])[] = [
  ['a', 'href', 'https://example.org/a?b=c#d'],
  ['a', 'href', 'mailto:a@example.org'],
  ['a', 'href', 'tel:+49421'],
  ['a', 'href', '/wall', `${OWN}/wall`],
  ['a', 'href', '../wall', `${OWN}/wall`],
  ['a', 'href', '#top', `${BASE}#top`],
  ['a', 'href', '//example.org/a', 'https://example.org/a'],
  ['a', 'href', ' HTTPS://EXAMPLE.ORG/A ', 'https://example.org/A'],
  ['a', 'href', 'https://exämple.org/', 'https://xn--exmple-cua.org/'],
  ['a', 'href', 'javascript', `${BASE}javascript`],
  ['img', 'src', 'a.png', `${BASE}a.png`],
  ['img', 'src', 'https://site.example/a.png'],
  ['source', 'src', 'a.mp4', `${BASE}a.mp4`],
  ['video', 'src', 'a.mp4', `${BASE}a.mp4`],
  ['audio', 'src', 'a.mp3', `${BASE}a.mp3`],
  ['track', 'src', 'a.vtt', `${BASE}a.vtt`],
  ['img', 'alt', ' The  wall\u202E ', 'The wall'],
  ['img', 'alt', '<b>', '<b>'],
  ['img', 'alt', ''],
  ['img', 'width', '640'],
  ['img', 'height', ' 480 ', '480'],
  ['video', 'width', '640'],
  ['img', 'sizes', '(min-width: 40rem) 50vw, calc(100vw - 2rem)'],
  ['source', 'sizes', 'auto, 100vw'],
  ['source', 'type', 'image/webp'],
  ['source', 'type', 'video/mp4; codecs="avc1.42E01E, mp4a.40.2"'],
  ['ol', 'type', 'A'],
  ['ol', 'start', '-3'],
  ['ol', 'start', '0'],
  ['ol', 'reversed', 'yes', ''],
  ['li', 'value', '7'],
  ['td', 'colspan', '2'],
  ['th', 'rowspan', '3'],
  ['td', 'rowspan', '0'],
  ['th', 'scope', 'ROW', 'row'],
  ['col', 'span', '2'],
  ['colgroup', 'span', '2'],
  ['time', 'datetime', '2026-11-23T10:00:00+01:00'],
  ['ins', 'datetime', '2026-11-23'],
  ['del', 'datetime', 'P1D'],
  ['details', 'open', 'open', ''],
  ['code', 'class', 'language-c++'],
  ['code', 'class', 'big language-ts x', 'language-ts'],
  ['p', 'dir', 'RTL', 'rtl'],
  ['p', 'lang', 'de-CH-1996'],
  ['p', 'title', 'a\nb', 'a b'],
];

const DROPPED: readonly (readonly [element: string, name: string, value: string])[] = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://site.example/x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'about:blank',
    'view-source:https://example.org/',
    'intent://x#Intent;scheme=http;end',
    'https://user@example.org/',
    'https://user:word@example.org/',
    'https://',
    'http://[',
    '',
    ' ',
    `https://example.org/${'a'.repeat(4096)}`,
  ].map((value) => ['a', 'href', value] as const),
  ...[
    'https://tracker.example/a.png',
    'https://site.example:8443/a.png',
    'https://site.example.evil.example/a.png',
    'https://site.example@evil.example/a.png',
    '//evil.example/a.png',
    '\\\\evil.example/a.png',
    'data:image/png;base64,AAAA',
    'mailto:a@example.org',
    'tel:1',
    'javascript:1',
  ].map((value) => ['img', 'src', value] as const),
  ['video', 'src', 'https://tracker.example/a.mp4'],
  ['track', 'src', 'https://tracker.example/a.vtt'],
  ['img', 'width', '100%'],
  ['img', 'width', '-1'],
  ['img', 'width', '10001'],
  ['img', 'height', '1e3'],
  ['img', 'sizes', 'url("https://tracker.example/")'],
  ['img', 'sizes', `${'a'.repeat(501)}`],
  ['source', 'type', 'image/svg+xml" onerror="x'],
  ['ol', 'type', 'disc'],
  ['ol', 'start', 'one'],
  ['ol', 'start', '1000000'],
  ['td', 'colspan', '0'],
  ['td', 'colspan', '101'],
  ['col', 'span', '1000'],
  ['td', 'rowspan', '-1'],
  ['td', 'rowspan', '1001'],
  ['th', 'scope', 'page'],
  ['time', 'datetime', 'now"'],
  ['code', 'class', 'button'],
  ['code', 'class', 'xlanguage-ts'],
  ['p', 'class', 'language-ts'],
  ['p', 'dir', 'up'],
  ['p', 'lang', 'x"'],
  ['p', 'lang', ''],
  // Known, but of other elements.
  ['p', 'href', 'https://example.org/'],
  ['a', 'src', 'https://site.example/a.png'],
  ['p', 'width', '1'],
  ['td', 'scope', 'row'],
  ['video', 'srcset', 'a.png 1x'],
  ['ul', 'type', 'a'],
  ['li', 'start', '1'],
  ['p', 'open', ''],
  // Unknown.
  ...(
    'id name class style slot part exportparts is tabindex popover popovertarget popovertargetaction command commandfor ' +
    'form formaction formmethod on onclick onerror data-x aria-label aria-hidden role contenteditable autofocus accesskey ' +
    'draggable hidden inert itemprop nonce spellcheck translate background bgcolor border color face size align valign ' +
    'target rel ping download referrerpolicy loading decoding crossorigin integrity fetchpriority usemap ismap poster ' +
    'autoplay loop muted controls preload srcdoc sandbox allow allowfullscreen media kind srclang label default cite ' +
    'constructor __proto__ hasownproperty tostring'
  )
    .split(' ')
    .flatMap((name) => ['a', 'img', 'video'].map((element) => [element, name, 'x'] as const)),
];

describe('attributes of a body', () => {
  for (const [element, name, value, result = value] of KEPT) {
    it(`are kept when they are fine: <${element} ${name}="${value.trim().slice(0, 60)}">`, () => {
      expect(checked(element, name, value)).to.equal(result);
    });
  }

  for (const [index, [element, name, value]] of DROPPED.entries()) {
    it(`are dropped, and nothing comes instead: <${element} ${name}="${value.trim().slice(0, 60)}"> (${index})`, () => {
      expect(checked(element, name, value)).to.equal(undefined);
    });
  }

  it('that are relative are dropped where there is nothing that they are relative to', () => {
    for (const base of [undefined, 'mailto:a@example.org', 'data:text/html,x']) {
      const found = (value: string) => checked('a', 'href', value, { ...rules, base });
      expect(['/wall', 'wall', 'https://example.org/'].map(found)).to.deep.equal([
        undefined,
        undefined,
        'https://example.org/',
      ]);
    }
  });

  it('are words up to 1,000 characters, and no half ones', () => {
    expect(checked('img', 'alt', 'a'.repeat(2000))).to.equal('a'.repeat(1000));
    expect(checked('img', 'alt', `${'a'.repeat(999)}😀`)).to.equal('a'.repeat(999));
  });

  it('are checked one by one', () => {
    const image = new DOMParser().parseFromString(
      '<img id=a onerror=alert(1) SRC=a.png srcset="x.png 2x" style="color:red" data-x=1 alt=A>',
      'text/html',
    ).body.firstElementChild!;
    checkAttributes(image, rules);
    expect(image.outerHTML).to.equal(`<img src="${BASE}a.png" srcset="${BASE}x.png 2x" alt="A">`);
  });
});

describe('an address of a picture', () => {
  it('is absolute and of a host that the page allows', () => {
    expect(mediaUrl('a.png', rules)).to.equal(`${BASE}a.png`);
    expect(mediaUrl('https://tracker.example/a.png', rules)).to.equal(undefined);
    expect(mediaUrl('a.png', { ...rules, base: undefined })).to.equal(undefined);
  });

  for (const [name, value, result] of [
    ['one', '/a.png', `${OWN}/a.png`],
    ['widths', '/a.png 320w, /b.png 640w', `${OWN}/a.png 320w, ${OWN}/b.png 640w`],
    ['densities', '/a.png, /b.png 1.5x', `${OWN}/a.png, ${OWN}/b.png 1.5x`],
    ['no space after the comma', '/a.png 1x,/b.png 2x', `${OWN}/a.png 1x, ${OWN}/b.png 2x`],
    ['line ends', '\n /a.png 1x ,\n\t/b.png 2x\n', `${OWN}/a.png 1x, ${OWN}/b.png 2x`],
    ['commas in the address', '/a,b.png 1x, /c.png 2x', `${OWN}/a%2Cb.png 1x, ${OWN}/c.png 2x`],
    ['a width and a height', '/a.png 320w 200h', `${OWN}/a.png 320w`],
    [
      'another host among them',
      '/a.png 1x, https://tracker.example/b.png 2x, /c.png 3x',
      `${OWN}/a.png 1x, ${OWN}/c.png 3x`,
    ],
    ['another host, glued on', '/a.png,https://tracker.example/b.png 2x', `${OWN}/a.png`],
    ['another host only', 'https://tracker.example/b.png 2x', undefined],
    ['a script', 'javascript:alert(1) 1x, data:image/png,x 2x', undefined],
    ['a size that is none', '/a.png 1x; /b.png big', undefined],
    ['nothing', '', undefined],
    ['commas', ',,, ,', undefined],
  ] as const) {
    it(`is checked for each candidate of a set: ${name}`, () => {
      expect(mediaUrls(value, rules)).to.equal(result);
    });
  }

  it('is one of 32 at most', () => {
    const many = Array.from({ length: 100 }, (_, index) => `/${index}.png ${index + 1}w`).join(', ');
    expect(mediaUrls(many, rules)!.split(', ')).to.have.length(32);
  });
});
