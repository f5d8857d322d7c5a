import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { ArchiveDocument } from './archive.ts';

/** A small document in one piece. Throws HearthError `archive-bomb` beyond the limit, before more than that is read. */
export async function readWhole(document: ArchiveDocument, limit: number): Promise<Buffer> {
  if (document.bytes > limit) throw new HearthError('archive-bomb');
  const pieces: Uint8Array[] = [];
  for await (const piece of document.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}
