import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { everyIdentityFile } from '../identity/identity-files.ts';
import { withStoreErrors } from '../store-error.ts';
import type { StoreFiles } from '../store-files.ts';
import { takeStoreLock } from '../store-lock.ts';
import { syncDirectory } from '../write-file-atomically.ts';

/**
 * Erases the store for good; it must be closed. Every envelope goes first, overwritten and then removed: without the key
 * the database is noise, wherever a disk may still keep pieces of it. Backups elsewhere are not reached.
 */
export function eraseStore(files: StoreFiles, nativeBinding?: string): void {
  withStoreErrors(() => {
    if (!existsSync(files.directory)) return;
    const lock = takeStoreLock(files.database, nativeBinding);
    try {
      for (const envelope of everyEnvelope(files)) destroyFile(envelope);
      syncDirectory(files.directory);
      const { database } = files;
      const databases = [database, `${database}-wal`, `${database}-shm`, ...everyIdentityFile(files)];
      const left = [...databases, files.copies, files.incoming, files.replaced];
      for (const file of left) rmSync(file, { recursive: true, force: true });
    } finally {
      lock.close();
    }
    rmSync(`${files.database}.lock`, { force: true });
    syncDirectory(files.directory);
  });
}

function everyEnvelope(files: StoreFiles): readonly string[] {
  const name = basename(files.envelope);
  const aside = existsSync(files.replaced)
    ? readdirSync(files.replaced).map((folder) => join(files.replaced, folder, name))
    : [];
  const places = [files.envelope, join(files.incoming, name), ...aside];
  return places.flatMap((file) => [file, `${file}.new`]).filter((file) => existsSync(file));
}

function destroyFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, randomBytes(statSync(file).size), 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file);
}
