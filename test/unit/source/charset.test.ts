import { expect } from 'chai';
import { decodeText } from '../../../src/source/charset.js';

const TEXT = 'Málaga – “Łódź” 新聞';
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
};
const join = (...parts: (number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
/** “Málaga” in quotation marks, as Windows writes it. */
const WINDOWS = [0x93, 0x4d, 0xe1, 0x6c, 0x61, 0x67, 0x61, 0x94];
const declaration = (encoding: string) => utf8(`<?xml version="1.0" encoding="${encoding}"?>`);
const afterDeclaration = (text: string) => text.replace(/^[^>]*>/, '');

describe('decodeText', () => {
  const CASES: [what: string, bytes: Uint8Array, contentType: string | null, text: string][] = [
    ['UTF-8 when nobody says anything', utf8(TEXT), null, TEXT],
    ['UTF-8 by a header without a charset', utf8(TEXT), 'application/json', TEXT],
    ['UTF-8 with a mark, which goes', join([0xef, 0xbb, 0xbf], utf8(TEXT)), null, TEXT],
    ['big-endian UTF-16 by its mark', join([0xfe, 0xff], utf16(TEXT, false)), null, TEXT],
    ['little-endian UTF-16 by its mark', join([0xff, 0xfe], utf16(TEXT, true)), null, TEXT],
    [
      'the mark before a header that says otherwise',
      join([0xef, 0xbb, 0xbf], utf8(TEXT)),
      'text/xml; charset=iso-8859-1',
      TEXT,
    ],
    ['windows-1252 by header', join(WINDOWS), 'text/xml; charset=windows-1252', '“Málaga”'],
    ['a quoted charset', join(WINDOWS), 'text/xml; charset="Windows-1252"', '“Málaga”'],
    ['a charset with spaces and in capitals', join(WINDOWS), 'text/xml;CHARSET = CP1252', '“Málaga”'],
    [
      'iso-8859-1, which browsers read as windows-1252',
      join(WINDOWS),
      'text/xml; charset=ISO-8859-1',
      '“Málaga”',
    ],
    ['UTF-8 for a charset that no browser knows', utf8(TEXT), 'text/xml; charset=x-klingon', TEXT],
    ['UTF-8 for a charset that browsers refuse', utf8(TEXT), 'text/xml; charset=iso-2022-kr', TEXT],
    ['the empty text', new Uint8Array(), 'text/xml; charset=utf-16', ''],
  ];
  for (const [what, bytes, contentType, text] of CASES) {
    it(`reads ${what}`, () => expect(decodeText(bytes, contentType)).to.equal(text));
  }

  const DECLARED: [what: string, bytes: Uint8Array, contentType: string | null, text: string][] = [
    ['the XML declaration', join(declaration('windows-1252'), WINDOWS), 'application/xml', '“Málaga”'],
    [
      'one in single quotes',
      join(utf8(`<?xml version='1.0' encoding='windows-1252' ?>`), WINDOWS),
      null,
      '“Málaga”',
    ],
    [
      'the header rather than the declaration',
      join(declaration('windows-1252'), utf8('é')),
      'text/xml; charset=utf-8',
      'é',
    ],
    ['UTF-8 for a declaration that nobody knows', join(declaration('x-klingon'), utf8(TEXT)), null, TEXT],
    ['little-endian UTF-16 without a mark', utf16(`<?xml encoding="utf-16"?>${TEXT}`, true), null, TEXT],
    ['big-endian UTF-16 without a mark', utf16(`<?xml encoding="utf-16"?>${TEXT}`, false), null, TEXT],
  ];
  for (const [what, bytes, contentType, text] of DECLARED) {
    it(`follows ${what}`, () => expect(afterDeclaration(decodeText(bytes, contentType))).to.equal(text));
  }

  it('takes no word in the text for a declaration', () => {
    const text = `<p>${'x'.repeat(300)} <?xml encoding="windows-1252"?> é</p>`;
    expect(decodeText(utf8(text), null)).to.equal(text);
    const late = `<feed><?xml encoding="windows-1252"?>é</feed>`;
    expect(decodeText(utf8(late), null)).to.equal(late);
  });

  it('replaces broken sequences', () => {
    expect(decodeText(Uint8Array.of(0x61, 0xff, 0x62, 0xe2, 0x80), null)).to.equal('a\uFFFDb\uFFFD');
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00, 0x62), null)).to.equal(
      '\uFFFDa\uFFFD',
    );
  });
});
