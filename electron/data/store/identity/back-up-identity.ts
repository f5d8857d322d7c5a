import { openConnection } from '../connection.ts';
import type { WriteDb } from '../db.ts';
import { newKey } from '../key/unlock-key.ts';
import { changeIdentityKey, type IdentityStore } from './open-identity.ts';
import { readIdentityKey, writeIdentityKey } from './vault-key.ts';

interface MainCopy {
  /** A copy of the main store that nobody relies on yet. */
  readonly file: string;
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
}

/**
 * Writes a copy of the identity file for a backup, under a new key that only the copy of the main store holds: who learns
 * the passphrase of a backup learns nothing about the keys in use here.
 */
export function copyIdentity(identity: IdentityStore, target: string, main: MainCopy): void {
  const key = newKey();
  try {
    identity.copyTo(target, key);
    inMainCopy(main, (db) => writeIdentityKey(db, { key, made: true }));
  } finally {
    key.fill(0);
  }
}

/**
 * Gives an identity file that came out of a backup a new key, and notes it in the restored main store. Throws what the
 * database says of a file or key that is not as it was backed up.
 */
export function renewIdentityKey(file: string, main: MainCopy): void {
  const key = newKey();
  try {
    inMainCopy(main, (db) => {
      const known = readIdentityKey(db);
      if (known === null) throw new Error('a backup with answers has their key');
      changeIdentityKey({ file, key: known.key, nativeBinding: main.nativeBinding }, key);
      known.key.fill(0);
      writeIdentityKey(db, { key, made: true });
    });
  } finally {
    key.fill(0);
  }
}

function inMainCopy(main: MainCopy, work: (db: WriteDb) => void): void {
  const db = openConnection({ ...main, fileMustExist: true }) as WriteDb;
  try {
    db.pragma('secure_delete = ON');
    work(db);
  } finally {
    db.close();
  }
}
