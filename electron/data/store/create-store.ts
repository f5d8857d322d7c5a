import { existsSync, mkdirSync } from 'node:fs';
import { writeEnvelopeFile } from './key/envelope-file.ts';
import { newKey, type Secret, wrapKey } from './key/unlock-key.ts';
import { openStore, type Store } from './open.ts';
import { StoreError, withStoreErrorsAsync } from './store-error.ts';
import type { StoreFiles } from './store-files.ts';
import { takeStoreLock } from './store-lock.ts';
import { clearIncoming, finishTakingPlace, removeIncoming, takePlace } from './take-place.ts';

/**
 * Makes a new store under a new random key and opens it. Database and envelope take their place together: a crash leaves
 * a whole store or none. Throws `vault-exists` rather than touch one that is there.
 */
export function createStore(files: StoreFiles, protection: Secret, nativeBinding?: string): Promise<Store> {
  return withStoreErrorsAsync(async () => {
    mkdirSync(files.directory, { recursive: true, mode: 0o700 });
    finishTakingPlace(files, nativeBinding);
    const lock = takeStoreLock(files.database, nativeBinding);
    const key = newKey();
    try {
      if (existsSync(files.database) || existsSync(files.envelope)) throw new StoreError('vault-exists');
      const wrap = await wrapKey(key, protection);
      try {
        const incoming = clearIncoming(files);
        writeEnvelopeFile(incoming.envelope, { version: 1, wraps: [wrap] });
        openStore({ file: incoming.database, key, nativeBinding }).close();
      } catch (error) {
        removeIncoming(files);
        throw error;
      }
      takePlace(files, { newKey: true });
      lock.close();
      return openStore({ file: files.database, key, nativeBinding });
    } finally {
      lock.close();
      key.fill(0);
    }
  });
}
