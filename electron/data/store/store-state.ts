import { existsSync } from 'node:fs';
import { type Protection, protectionOf } from './key/envelope.ts';
import { readEnvelopeFile } from './key/envelope-file.ts';
import { latestVersion } from './migrations/migrate.ts';
import { listMigrationCopies } from './migrations/migration-copies.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';
import type { StoreFiles } from './store-files.ts';
import { finishTakingPlace } from './take-place.ts';

/** Where a store stands before anybody has opened it. */
export type StoreState =
  | { readonly state: 'missing' }
  | { readonly state: 'locked'; readonly protection: readonly Protection[] }
  | { readonly state: 'failed'; readonly code: StoreErrorCode };

/** What a person can do about it. Every code has at least one way out. */
export type WayOut =
  | 'create'
  | 'enter-passphrase'
  | 'use-passphrase-instead'
  | 'choose-longer-passphrase'
  | 'restore-backup'
  | 'restore-migration-copy'
  | 'update-app'
  | 'close-other-window'
  | 'free-space'
  | 'make-writable'
  | 'try-again'
  | 'put-key-back'
  | 'erase';

const waysOut: Readonly<Record<StoreErrorCode, readonly WayOut[]>> = {
  'vault-missing': ['create', 'restore-backup'],
  'vault-exists': ['enter-passphrase', 'erase'],
  'vault-locked': ['enter-passphrase', 'use-passphrase-instead'],
  'wrong-passphrase': ['enter-passphrase', 'restore-backup', 'erase'],
  'weak-passphrase': ['choose-longer-passphrase'],
  'keychain-unavailable': ['try-again', 'use-passphrase-instead', 'restore-backup'],
  'key-missing': ['put-key-back', 'restore-backup', 'erase'],
  'key-damaged': ['put-key-back', 'restore-backup', 'erase'],
  'store-damaged': ['restore-backup', 'restore-migration-copy', 'erase'],
  'store-newer': ['update-app', 'restore-migration-copy'],
  'store-in-use': ['close-other-window', 'try-again'],
  'store-read-only': ['make-writable', 'try-again'],
  'disk-full': ['free-space', 'try-again'],
  'migration-failed': ['update-app', 'restore-backup'],
  'backup-damaged': ['restore-backup'],
};

/** What a person can do about a store that can't be used, best first. */
export function waysOutOf(code: StoreErrorCode): readonly WayOut[] {
  return waysOut[code];
}

/**
 * Looks at the files without opening the database. Not for a store that this process has open: it would be told that the
 * store is in use.
 */
export function describeStore(files: StoreFiles, nativeBinding?: string): StoreState {
  try {
    if (!existsSync(files.directory)) return { state: 'missing' };
    finishTakingPlace(files, nativeBinding);
    const hasDatabase = existsSync(files.database);
    if (!hasDatabase && !existsSync(files.envelope)) return { state: 'missing' };
    const envelope = readEnvelopeFile(files.envelope);
    // A key without its database: somebody removed the file, for a new store takes its place whole.
    if (!hasDatabase) return { state: 'failed', code: 'store-damaged' };
    return { state: 'locked', protection: protectionOf(envelope) };
  } catch (error) {
    if (error instanceof StoreError) return { state: 'failed', code: error.code };
    throw error;
  }
}

/** True when there is a copy from before a schema change that this build could open. */
export function hasUsableMigrationCopy(files: StoreFiles): boolean {
  return listMigrationCopies(files.copies).some(({ version }) => version <= latestVersion());
}
