import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HearthError, hearthErrorFrom } from '../../../../shared/ipc/errors.ts';
import type { ArchiveDocument } from './archive.ts';
import { openZip } from './zip/open-zip.ts';

/** What is looked at inside a zip: never pictures. Programs (`bin`) only to see that there are any. */
const readEndings = ['json', 'js', 'xml', 'rels', 'bin', 'html', 'htm'];

export interface OpenArchive {
  readonly isZip: boolean;
  readonly documents: readonly ArchiveDocument[];
  /** The file as it is. */
  readonly file: ArchiveDocument;
  readonly close: () => void;
}

/** Opens a file as an archive: a zip by its first bytes, else one document. Throws as `openZip` does. */
export async function openArchive(file: string): Promise<OpenArchive> {
  const { bytes, isZip } = await look(file);
  const whole: ArchiveDocument = { name: basename(file), bytes, read: () => readFile(file) };
  if (isZip) return { isZip, file: whole, ...(await openZip(file, readEndings)) };
  return { isZip, file: whole, documents: [whole], close: () => {} };
}

async function look(file: string): Promise<{ bytes: number; isZip: boolean }> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new HearthError('file-unreadable');
    if (facts.size === 0) throw new HearthError('file-empty');
    const handle = await open(file, 'r');
    try {
      const start = Buffer.alloc(4);
      await handle.read(start, 0, 4, 0);
      return { bytes: facts.size, isZip: start.toString('latin1') === 'PK\u0003\u0004' };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof HearthError ? error : hearthErrorFrom(error, 'file-unreadable');
  }
}

async function* readFile(file: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw hearthErrorFrom(error, 'file-unreadable');
  } finally {
    stream.destroy();
  }
}
