import { decoderLabel, sniffEncoding } from '../files/text-encoding.ts';
import type { ArchiveDocument } from './archive.ts';

const HEAD_BYTES = 16 * 1024;

/** The first text of a document, to know it by; empty for what is no text. */
export async function readHead(document: ArchiveDocument): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of document.read()) {
    pieces.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  const bytes = Buffer.concat(pieces).subarray(0, HEAD_BYTES);
  if (bytes.length === 0) return '';
  try {
    return new TextDecoder(decoderLabel(sniffEncoding(bytes).encoding)).decode(bytes, { stream: true });
  } catch {
    return '';
  }
}
