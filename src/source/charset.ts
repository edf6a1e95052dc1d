/**
 * Text from bytes: byte order mark, then the header's charset, then an XML declaration, then UTF-8
 * (RFC 7303, section 3, for the order). Broken sequences become U+FFFD, never an exception.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const mark = byteOrderMark(bytes);
  const header = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  return decoder(mark ?? header ?? declared(bytes)).decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

/** `<?xml … encoding="…"?>`, also in UTF-16 without a mark, where every other byte is zero. */
function declared(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function decoder(label = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(); // a charset that no browser knows
  }
}
