import { NewsError } from '../model/news-error.js';

/** Reads a body up to a limit, so that neither a huge nor a never-ending answer fills the tab's memory. */
export async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new NewsError('too-large', `More than ${maxBytes} bytes.`, { url: response.url });
  const declared = Number(response.headers.get('content-length'));
  if (declared > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > maxBytes) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
