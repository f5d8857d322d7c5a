import { createHash } from 'node:crypto';
import { accessSync, constants, createReadStream, createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import { copyIdentity } from '../identity/back-up-identity.ts';
import type { IdentityStore } from '../identity/open-identity.ts';
import { newKey, wrapKey } from '../key/unlock-key.ts';
import { schemaVersion } from '../migrations/migrate.ts';
import type { Store } from '../open.ts';
import { withStoreErrorsAsync } from '../store-error.ts';
import { syncDirectory, syncFile } from '../write-file-atomically.ts';
import { type BackupHeader, writeBackupStart } from './backup-file.ts';

export interface BackUpOptions {
  readonly store: Store;
  /** The open identity file, where there is one: it goes into the same backup. */
  readonly identity?: IdentityStore | null;
  readonly nativeBinding?: string | undefined;
  /** Where the backup goes. Replaced only when the new one is whole. */
  readonly file: string;
  readonly passphrase: string;
  readonly madeAt: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Writes an encrypted backup of the open store to one file, under a key of its own that only the passphrase opens: who
 * learns the passphrase of a backup learns nothing about the store's key. Rejects with HearthError, or with the signal's
 * reason; either way nothing unfinished is left behind.
 */
export function backUpStore(options: BackUpOptions): Promise<void> {
  const { store, file, signal } = options;
  const unfinished = `${file}.unfinished`;
  const copy = `${file}.unfinished-copy`;
  const identityCopy = `${file}.unfinished-identity`;
  return withStoreErrorsAsync(async () => {
    // No fault of the store, so it has a code of its own.
    if (!canWriteIn(dirname(file))) throw new HearthError('folder-not-writable');
    const key = newKey();
    try {
      const wrap = await wrapKey(key, { kind: 'passphrase', passphrase: options.passphrase });
      signal?.throwIfAborted();
      store.copyTo(copy, key);
      // In the same turn, so that nobody's link and answers come from two moments.
      if (options.identity) copyIdentity(options.identity, identityCopy, { ...options, file: copy, key });
      signal?.throwIfAborted();
      const header: BackupHeader = {
        madeAt: options.madeAt,
        schema: schemaVersion(store.write),
        databaseBytes: statSync(copy).size,
        databaseHash: await hashFile(copy, signal),
        identity: options.identity
          ? { bytes: statSync(identityCopy).size, hash: await hashFile(identityCopy, signal) }
          : null,
        envelope: { version: 1, wraps: [wrap] },
      };
      await joinParts(writeBackupStart(header), options.identity ? [copy, identityCopy] : [copy], unfinished, options);
      syncFile(unfinished);
      renameSync(unfinished, file);
      syncDirectory(dirname(file));
    } finally {
      key.fill(0);
      for (const left of [copy, identityCopy, unfinished]) rmSync(left, { force: true });
    }
  });
}

function canWriteIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function hashFile(file: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, signal ? { signal } : {})) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function joinParts(
  start: Buffer,
  databases: readonly string[],
  target: string,
  options: BackUpOptions,
): Promise<void> {
  const total = databases.reduce((sum, database) => sum + statSync(database).size, 0);
  async function* parts(): AsyncGenerator<Buffer> {
    yield start;
    let done = 0;
    for (const database of databases) {
      for await (const chunk of createReadStream(database)) {
        yield chunk as Buffer;
        done += (chunk as Buffer).length;
        options.onProgress?.(done, total);
      }
    }
  }
  const output = createWriteStream(target, { mode: 0o600 });
  await (options.signal ? pipeline(parts, output, { signal: options.signal }) : pipeline(parts, output));
}
