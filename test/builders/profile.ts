import { join } from 'node:path';
import { createStore } from '../../electron/data/store/create-store.ts';
import type { Secret } from '../../electron/data/store/key/unlock-key.ts';
import type { Store } from '../../electron/data/store/open.ts';
import { type StoreFiles, storeFiles } from '../../electron/data/store/store-files.ts';
import { aKeychain } from './keychain.ts';
import { aTempFolder } from './temp-folder.ts';

export interface Profile {
  readonly files: StoreFiles;
  /** The way in that the store was made with. */
  readonly secret: Secret;
}

/** A profile folder with a store in it, closed again. `fill` writes to it first. */
export async function aProfile(
  options: { readonly secret?: Secret; readonly fill?: (store: Store) => void } = {},
): Promise<Profile> {
  const files = storeFiles(join(aTempFolder(), 'profile'));
  const secret = options.secret ?? { kind: 'keychain', keychain: aKeychain() };
  const store = await createStore(files, secret);
  options.fill?.(store);
  store.close();
  return { files, secret };
}
