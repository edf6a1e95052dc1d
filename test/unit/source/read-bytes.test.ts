import { expect } from 'chai';
import { readBytes } from '../../../src/source/read-bytes.js';
import { failure } from './support.js';

/** A body that comes in parts, and tells how far it was read. */
function inParts(parts: number[][], headers: HeadersInit = {}) {
  const told = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = parts[told.pulled++];
        if (part) controller.enqueue(Uint8Array.from(part));
        else controller.close();
      },
      cancel: () => void (told.cancelled = true),
    },
    { highWaterMark: 0 },
  );
  return { told, response: new Response(body, { headers }) };
}

describe('readBytes', () => {
  it('joins the parts, empty ones too', async () => {
    const { response } = inParts([[1, 2], [], [3]]);
    expect([...(await readBytes(response, 3))]).to.deep.equal([1, 2, 3]);
  });

  it('takes no body for an empty one', async () => {
    expect((await readBytes(new Response(null), 3)).byteLength).to.equal(0);
  });

  it('stops at the part that is too much, and lets go of the rest', async () => {
    const { response, told } = inParts([[1, 2], [3, 4], [5, 6], [7]]);
    expect((await failure(readBytes(response, 3))).kind).to.equal('too-large');
    expect(told).to.deep.equal({ pulled: 2, cancelled: true });
  });

  it('does not begin with what is declared too large', async () => {
    const { response, told } = inParts([[1]], { 'Content-Length': '4' });
    expect((await failure(readBytes(response, 3))).kind).to.equal('too-large');
    expect(told).to.deep.equal({ pulled: 0, cancelled: true });
  });

  it('does not believe a length that is declared too small, or is none', async () => {
    for (const length of ['1', '-7', 'many', '']) {
      const { response } = inParts(
        [
          [1, 2],
          [3, 4],
        ],
        { 'Content-Length': length },
      );
      expect((await failure(readBytes(response, 3))).kind, length).to.equal('too-large');
    }
    const { response } = inParts([[1, 2]], { 'Content-Length': '1' });
    expect([...(await readBytes(response, 3))]).to.deep.equal([1, 2]);
  });

  it('passes on the error of a body that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) });
    const reason = await readBytes(new Response(body), 3).catch((error: unknown) => error);
    expect(reason).to.be.instanceOf(TypeError);
  });
});
