// A picture of 1200 × 800: evening sky, a sun, water. PNG, so that no library is needed.
import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32.js';

const WIDTH = 1200;
const HEIGHT = 800;
const HORIZON = 520;
const mix = (from, to, share) => from.map((value, i) => Math.round(value + (to[i] - value) * share));

function colour(x, y) {
  if (y > HORIZON) return mix([245, 190, 150], [28, 52, 80], (y - HORIZON) / (HEIGHT - HORIZON));
  if ((x - 380) ** 2 + (y - 330) ** 2 < 70 ** 2) return [255, 244, 220];
  return mix([40, 74, 128], [250, 208, 165], y / HORIZON);
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

export const ALT = 'A low sun over the sound, and its light on the water';
export const CAPTION = 'The sound on Friday evening. Illustration: The Ellery Courier';

/** @returns {Buffer} */
export function picture() {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows.set(colour(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
