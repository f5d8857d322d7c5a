import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { ImportInspection } from '../../../../shared/ipc/topics/imports.ts';

export type FileEncoding = ImportInspection['encoding'];

/** What the first bytes of a file say about its text. */
export interface SniffedEncoding {
  readonly encoding: FileEncoding;
  /** The bytes are no valid UTF-8: read as Latin-1 (Windows-1252), which is a guess. */
  readonly assumed: boolean;
}

/** Share of NUL bytes on one side of byte pairs from which on text counts as UTF-16 without a mark. */
const UTF16_NUL_SHARE = 0.3;
/** Share of control characters from which on a file is no text. */
const BINARY_CONTROL_SHARE = 0.01;

/**
 * Encoding of a text file from its first bytes: byte order mark, then NUL pattern, then validity as UTF-8.
 * Throws HearthError `file-empty` for no bytes and `file-not-text` for a binary file.
 */
export function sniffEncoding(sample: Uint8Array): SniffedEncoding {
  if (sample.length === 0) throw new HearthError('file-empty');
  const marked = byteOrderMark(sample);
  if (marked) return { encoding: marked, assumed: false };
  const wide = wideEncoding(sample);
  if (wide) return { encoding: wide, assumed: false };
  let controls = 0;
  for (const byte of sample) if (isControl(byte)) controls += 1;
  if (controls / sample.length > BINARY_CONTROL_SHARE) throw new HearthError('file-not-text');
  return isUtf8(sample) ? { encoding: 'utf-8', assumed: false } : { encoding: 'latin-1', assumed: true };
}

/** Label for TextDecoder. */
export function decoderLabel(encoding: FileEncoding): string {
  return encoding === 'latin-1' ? 'windows-1252' : encoding;
}

function byteOrderMark(bytes: Uint8Array): FileEncoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  // FF FE 00 00 is UTF-32, which nobody writes and no decoder here reads.
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function wideEncoding(bytes: Uint8Array): FileEncoding | undefined {
  const nuls = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (even + odd === 0) return undefined;
  const pairs = bytes.length / 2;
  if (odd / pairs > UTF16_NUL_SHARE && even * 20 < odd) return 'utf-16le';
  if (even / pairs > UTF16_NUL_SHARE && odd * 20 < even) return 'utf-16be';
  // A few stray NULs are a damaged line, not another kind of file; the line is rejected when it comes.
  if ((even + odd) / bytes.length > BINARY_CONTROL_SHARE) throw new HearthError('file-not-text');
  return undefined;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The sample may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
