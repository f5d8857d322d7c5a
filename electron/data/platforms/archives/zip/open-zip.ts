import { stat } from 'node:fs/promises';
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { HearthError, hearthErrorFrom } from '../../../../../shared/ipc/errors.ts';
import type { ArchiveDocument } from '../archive.ts';
import { MOST_BYTES, zipGuard } from './zip-limits.ts';

/** An open zip. Nothing of it is ever written to the disk. */
export interface OpenZip {
  /** Entries with one of the endings that were asked for. */
  readonly documents: readonly ArchiveDocument[];
  readonly close: () => void;
}

/**
 * Opens a zip and lists the entries whose names end in one of `endings`, without dots. Throws HearthError `archive-damaged`
 * where it is no whole zip, `archive-bomb`, `archive-unsafe` for paths that lead out of it, links and two entries of one
 * name, `archive-encrypted`, `file-unreadable`.
 */
export async function openZip(file: string, endings: readonly string[]): Promise<OpenZip> {
  const zip = await openFile(file);
  try {
    const check = zipGuard(zip.fileSize);
    const seen = new Set<string>();
    const documents: ArchiveDocument[] = [];
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      check(entry);
      const name = nameOf(entry);
      if (seen.has(name)) throw new HearthError('archive-unsafe');
      seen.add(name);
      if (!endings.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) continue;
      bytes += entry.uncompressedSize;
      if (bytes > MOST_BYTES) throw new HearthError('archive-bomb');
      documents.push({ name, bytes: entry.uncompressedSize, read: () => readEntry(zip, entry) });
    }
    return { documents, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof HearthError ? error : hearthErrorFrom(error, 'archive-damaged');
  }
}

async function openFile(file: string): Promise<ZipFile> {
  try {
    if (!(await stat(file)).isFile()) throw new HearthError('file-unreadable');
    // Names are decoded and judged here, so that a path trick is told apart from a damaged file.
    return await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (error) {
    throw error instanceof HearthError ? error : faultOf(error);
  }
}

function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  if (validateFileName(name) !== null || name.includes('\0')) throw new HearthError('archive-unsafe');
  return name;
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (!entry.canDecodeFileData()) throw new HearthError('archive-unsupported');
  try {
    // A size that lies ends the stream with an error: no entry can be larger than it was counted.
    const stream = await zip.openReadStreamPromise(entry);
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw faultOf(error);
  }
}

function faultOf(error: unknown): HearthError {
  const isOfDisk = error instanceof Error && 'syscall' in error;
  return hearthErrorFrom(error, isOfDisk ? 'file-unreadable' : 'archive-damaged');
}
