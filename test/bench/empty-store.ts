import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStore, type Store } from '../../electron/data/store/open.ts';

/** A new encrypted store in a folder of its own. */
export function emptyStore(folder: string, name: string): Store {
  return openStore({ file: join(mkdtempSync(join(folder, `${name}-`)), 'hearth.db'), key: randomBytes(32) });
}

/** Closes a store and removes its folder. */
export function removeStore(store: Store): void {
  store.close();
  rmSync(dirname(store.file), { recursive: true, force: true });
}
