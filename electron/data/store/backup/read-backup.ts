import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { StoreError } from '../store-error.ts';
import { syncFile } from '../write-file-atomically.ts';
import { type BackupHeader, preludeLength, readHeader, readHeaderLength } from './backup-file.ts';

export interface OpenedBackup {
  readonly header: BackupHeader;
  /** Where in the file the database begins, in bytes. */
  readonly databaseStart: number;
}

/** Reads what a backup says about itself. Throws `backup-damaged` for anything that is not a whole backup. */
export async function readBackupStart(file: string): Promise<OpenedBackup> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new StoreError('backup-damaged', { detail: { readable: false }, cause: error });
  });
  try {
    const prelude = Buffer.alloc(preludeLength);
    const first = await handle.read(prelude, 0, preludeLength, 0);
    if (first.bytesRead !== preludeLength) throw new StoreError('backup-damaged');
    const bytes = Buffer.alloc(readHeaderLength(prelude));
    const second = await handle.read(bytes, 0, bytes.length, preludeLength);
    if (second.bytesRead !== bytes.length) throw new StoreError('backup-damaged');
    const header = readHeader(bytes);
    const databaseStart = preludeLength + bytes.length;
    const { size } = await handle.stat();
    if (size !== databaseStart + header.databaseBytes + (header.identity?.bytes ?? 0))
      throw new StoreError('backup-damaged');
    return { header, databaseStart };
  } finally {
    await handle.close();
  }
}

/** Writes the database of a backup to a file of its own and checks it against the header's hash. */
export function extractDatabase(
  file: string,
  { header, databaseStart }: OpenedBackup,
  target: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const part = { start: databaseStart, bytes: header.databaseBytes, hash: header.databaseHash };
  return extractPart(file, part, target, signal);
}

/** The same for the identity file. False where the backup has none. */
export async function extractIdentity(
  file: string,
  { header, databaseStart }: OpenedBackup,
  target: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (header.identity === null) return false;
  await extractPart(file, { ...header.identity, start: databaseStart + header.databaseBytes }, target, signal);
  return true;
}

interface BackupPart {
  readonly start: number;
  readonly bytes: number;
  readonly hash: string;
}

async function extractPart(
  file: string,
  part: BackupPart,
  target: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const hash = createHash('sha256');
  async function* hashed(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const input = createReadStream(file, { start: part.start, end: part.start + part.bytes - 1 });
  const output = createWriteStream(target, { mode: 0o600 });
  await (signal ? pipeline(input, hashed, output, { signal }) : pipeline(input, hashed, output));
  if (hash.digest('hex') !== part.hash) throw new StoreError('backup-damaged');
  syncFile(target);
}
