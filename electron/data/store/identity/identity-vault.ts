import { existsSync, rmSync } from 'node:fs';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import { newKey } from '../key/unlock-key.ts';
import type { Store } from '../open.ts';
import { StoreError, storeErrorFrom, withStoreErrors } from '../store-error.ts';
import type { StoreFiles } from '../store-files.ts';
import { syncDirectory } from '../write-file-atomically.ts';
import { everyIdentityFile } from './identity-files.ts';
import { type IdentityStore, openIdentityStore } from './open-identity.ts';
import { hasErasedCommunity, sweepIdentity } from './sweep.ts';
import { destroyIdentityKey, forgetIdentityKey, readIdentityKey, writeIdentityKey } from './vault-key.ts';

/** Why answers that were kept can't be read. file: it is gone. key: the store has no key for it. */
export type IdentityLoss = 'file' | 'key' | 'damaged' | 'newer' | 'unreadable';

/** The identity file beside an open store. Whatever happens to it, the main store works on. */
export interface IdentityVault {
  /** The open file; null while there is none, or it can't be used. */
  readonly current: () => IdentityStore | null;
  /** Set where there were answers and they can't be read: a backup, or starting again, is the way out. */
  readonly loss: () => IdentityLoss | null;
  /** The open file, made when it is first needed. Throws `store-damaged` while there is a loss. */
  readonly ensure: () => IdentityStore;
  /** Runs work that reads or writes the file over several turns. It can't be erased meanwhile. */
  readonly whileUsed: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * Destroys the key, the links and the file, also one that can't be read. Backups elsewhere are not reached. Throws
   * HearthError `busy` while somebody uses it.
   */
  readonly erase: () => void;
  /** Removes the answers of communities that were erased since, at once. Costs nothing where none was. */
  readonly forgetErased: () => void;
  readonly close: () => void;
}

/** Opens the identity file where there is one. Never throws for trouble of that file: then `loss` says what it is. */
export function openIdentityVault(
  store: Pick<Store, 'write'>,
  files: StoreFiles,
  nativeBinding?: string,
): IdentityVault {
  const main = store.write;
  let open: IdentityStore | null = null;
  let loss: IdentityLoss | null = null;
  let users = 0;

  function openWith(key: Buffer): IdentityStore {
    try {
      return openIdentityStore({ file: files.identity, key, nativeBinding });
    } finally {
      key.fill(0);
    }
  }
  function removeFiles(): void {
    for (const file of everyIdentityFile(files)) rmSync(file, { force: true });
    syncDirectory(files.directory);
    forgetIdentityKey(main);
  }
  function start(): void {
    const known = readIdentityKey(main);
    const isThere = existsSync(files.identity);
    if (known === null) loss = isThere ? 'key' : null;
    else if (!known.made) removeFiles();
    else if (!isThere) loss = 'file';
    else {
      open = openWith(known.key);
      sweepIdentity(open, main);
    }
  }
  function close(): void {
    open?.close();
    open = null;
  }

  try {
    start();
  } catch (error) {
    close();
    loss = lossOf(error);
  }
  return {
    current: () => open,
    loss: () => loss,
    ensure() {
      if (open) return open;
      if (loss !== null) throw new StoreError('store-damaged');
      const key = newKey();
      // Noted before there is a file: a crash in between leaves one that the next start takes away.
      writeIdentityKey(main, { key, made: false });
      const kept = Buffer.from(key);
      open = openWith(key);
      writeIdentityKey(main, { key: kept, made: true });
      kept.fill(0);
      return open;
    },
    async whileUsed(work) {
      users += 1;
      try {
        return await work();
      } finally {
        users -= 1;
      }
    },
    erase() {
      if (users > 0) throw new HearthError('busy');
      withStoreErrors(() => {
        // The key first: without it the file is noise, wherever a disk may still keep pieces of it.
        destroyIdentityKey(main);
        close();
        removeFiles();
        loss = null;
      });
    },
    forgetErased() {
      if (open && hasErasedCommunity(open, main)) sweepIdentity(open, main);
    },
    close,
  };
}

/** Also for what nobody expected: trouble of this file must not keep anybody out of the store. */
function lossOf(error: unknown): IdentityLoss {
  const code = storeErrorFrom(error)?.code;
  if (code === 'store-newer') return 'newer';
  return code === 'store-damaged' ? 'damaged' : 'unreadable';
}
