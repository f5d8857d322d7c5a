import { mkdirSync } from 'node:fs';
import { checkFile, checkWritable } from '../check-file.ts';
import { changeKey, openConnection } from '../connection.ts';
import { renewIdentityKey } from '../identity/back-up-identity.ts';
import { writeEnvelopeFile } from '../key/envelope-file.ts';
import { newKey, type Secret, unlockKey, wrapKey } from '../key/unlock-key.ts';
import { openStore } from '../open.ts';
import { StoreError, withStoreErrorsAsync } from '../store-error.ts';
import type { StoreFiles } from '../store-files.ts';
import { takeStoreLock } from '../store-lock.ts';
import { clearIncoming, finishTakingPlace, removeIncoming, takePlace } from '../take-place.ts';
import { extractDatabase, extractIdentity, readBackupStart } from './read-backup.ts';

export interface RestoreOptions {
  readonly files: StoreFiles;
  readonly backup: string;
  /** The passphrase that the backup was made with. */
  readonly passphrase: string;
  /** How the restored store is opened from now on. */
  readonly protection: Secret;
  readonly nativeBinding?: string | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Puts a backup in the place of the store, which must be closed. The backup is written beside it, read page by page,
 * brought to the newest schema and opened; only then do the two change places, and the old store is kept aside. The
 * restored store has a new key. Throws StoreError; whatever fails, the store that was there is as it was.
 */
export function restoreStore(options: RestoreOptions): Promise<void> {
  const { files, nativeBinding } = options;
  return withStoreErrorsAsync(async () => {
    mkdirSync(files.directory, { recursive: true, mode: 0o700 });
    checkWritable(files.database);
    finishTakingPlace(files, nativeBinding);
    const lock = takeStoreLock(files.database, nativeBinding);
    try {
      await prepareIncoming(options, clearIncoming(files)).catch((error: unknown) => {
        removeIncoming(files);
        throw error;
      });
      takePlace(files, { newKey: true });
    } finally {
      lock.close();
    }
  });
}

async function prepareIncoming(options: RestoreOptions, incoming: StoreFiles): Promise<void> {
  const backup = await readBackupStart(options.backup);
  const backupKey = await unlockKey(backup.header.envelope, { kind: 'passphrase', passphrase: options.passphrase });
  const key = newKey();
  try {
    const wrap = await wrapKey(key, options.protection);
    await extractDatabase(options.backup, backup, incoming.database, options.signal);
    const hasIdentity = await extractIdentity(options.backup, backup, incoming.identity, options.signal);
    replaceKey({ file: incoming.database, from: backupKey, to: key, nativeBinding: options.nativeBinding });
    if (hasIdentity) renewIdentity(incoming, key, options.nativeBinding);
    writeEnvelopeFile(incoming.envelope, { version: 1, wraps: [wrap] });
    openStore({ file: incoming.database, key, nativeBinding: options.nativeBinding }).close();
  } finally {
    backupKey.fill(0);
    key.fill(0);
  }
}

function renewIdentity(incoming: StoreFiles, key: Buffer, nativeBinding: string | undefined): void {
  try {
    renewIdentityKey(incoming.identity, { file: incoming.database, key, nativeBinding });
  } catch (error) {
    throw new StoreError('backup-damaged', { cause: error });
  }
}

interface ReplaceKeyOptions {
  readonly file: string;
  readonly from: Buffer;
  readonly to: Buffer;
  readonly nativeBinding: string | undefined;
}

function replaceKey({ file, from, to, nativeBinding }: ReplaceKeyOptions): void {
  try {
    checkFile({ file, key: from, nativeBinding, thorough: true });
  } catch (error) {
    // The same trouble, but it is the backup that has it.
    if (error instanceof StoreError && error.code === 'store-newer') throw error;
    throw new StoreError('backup-damaged', { cause: error });
  }
  const db = openConnection({ file, key: from, fileMustExist: true, nativeBinding });
  try {
    changeKey(db, to);
  } finally {
    db.close();
  }
}
