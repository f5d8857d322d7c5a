import { copyFileSync } from 'node:fs';
import { checkFile } from '../check-file.ts';
import { readEnvelopeFile, writeEnvelopeFile } from '../key/envelope-file.ts';
import { type Secret, unlockKey } from '../key/unlock-key.ts';
import { latestVersion } from '../migrations/migrate.ts';
import { listMigrationCopies, type MigrationCopy } from '../migrations/migration-copies.ts';
import { StoreError, withStoreErrorsAsync } from '../store-error.ts';
import type { StoreFiles } from '../store-files.ts';
import { takeStoreLock } from '../store-lock.ts';
import { clearIncoming, finishTakingPlace, removeIncoming, takePlace } from '../take-place.ts';
import { syncFile } from '../write-file-atomically.ts';

/**
 * Goes back to the newest copy from before a schema change that this build can open. The store must be closed; it is kept
 * aside, and the copy takes its place only after every page of it was read. Throws `vault-missing` when there is no copy.
 */
export function restoreMigrationCopy(
  files: StoreFiles,
  secret: Secret,
  nativeBinding?: string,
): Promise<MigrationCopy> {
  return withStoreErrorsAsync(async () => {
    finishTakingPlace(files, nativeBinding);
    const copy = listMigrationCopies(files.copies).find(({ version }) => version <= latestVersion());
    if (!copy) throw new StoreError('vault-missing');
    const envelope = readEnvelopeFile(files.envelope);
    const key = await unlockKey(envelope, secret);
    const lock = takeStoreLock(files.database, nativeBinding);
    try {
      try {
        const incoming = clearIncoming(files);
        copyFileSync(copy.file, incoming.database);
        syncFile(incoming.database);
        checkFile({ file: incoming.database, key, nativeBinding, thorough: true });
        writeEnvelopeFile(incoming.envelope, envelope);
      } catch (error) {
        removeIncoming(files);
        throw error;
      }
      takePlace(files, { newKey: false });
      return copy;
    } finally {
      key.fill(0);
      lock.close();
    }
  });
}
