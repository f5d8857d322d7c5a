import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Migration } from '../../electron/data/store/migrations/migration.ts';
import { openStore, type Store } from '../../electron/data/store/open.ts';
import { aTempFolder } from './temp-folder.ts';

export interface StoreOverrides {
  readonly file?: string;
  readonly key?: Buffer;
  readonly migrations?: readonly Migration[];
}

/** A key as a store has one. */
export function aKey(): Buffer {
  return randomBytes(32);
}

/** A real encrypted store in a temporary folder, closed and removed when the test is over. */
export function aStore(overrides: StoreOverrides = {}): Store {
  const store = openStore({ file: join(aTempFolder(), 'hearth.db'), key: aKey(), ...overrides });
  onTestFinished(() => store.close());
  return store;
}
