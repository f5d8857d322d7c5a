import { PlatformError } from '../platform.ts';

/** The body's bytes. Stops reading, and closes the connection, as soon as more than `maxBytes` have come. */
export async function readLimitedBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const announced = Number(response.headers.get('content-length'));
  if (announced > maxBytes) {
    await response.body.cancel().catch(() => undefined);
    throw new PlatformError('too-large', { status: response.status });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw new PlatformError('too-large', { status: response.status });
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, length);
}
