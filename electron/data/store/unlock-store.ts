import { existsSync } from 'node:fs';
import { readEnvelopeFile } from './key/envelope-file.ts';
import { type Secret, unlockKey } from './key/unlock-key.ts';
import { openStore, type Store } from './open.ts';
import { StoreError, withStoreErrorsAsync } from './store-error.ts';
import type { StoreFiles } from './store-files.ts';
import { finishTakingPlace } from './take-place.ts';

/** Opens an existing store with what the person or the keychain offers. Throws StoreError. */
export function unlockStore(files: StoreFiles, secret: Secret, nativeBinding?: string): Promise<Store> {
  return withStoreErrorsAsync(async () => {
    if (existsSync(files.directory)) finishTakingPlace(files, nativeBinding);
    const hasDatabase = existsSync(files.database);
    if (!hasDatabase && !existsSync(files.envelope)) throw new StoreError('vault-missing');
    const key = await unlockKey(readEnvelopeFile(files.envelope), secret);
    try {
      if (!hasDatabase) throw new StoreError('store-damaged', { detail: { missing: true } });
      return openStore({ file: files.database, key, nativeBinding });
    } finally {
      key.fill(0);
    }
  });
}
