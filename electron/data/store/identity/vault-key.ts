import { randomBytes } from 'node:crypto';
import { keyLength } from '../connection.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inDurableTransaction } from '../transaction.ts';

/** The identity file's key as the main store holds it. `made` is false while the file is being made or erased. */
export interface IdentityKey {
  readonly key: Buffer;
  readonly made: boolean;
}

/** The key of the identity file, or null where no answers were ever asked for. The caller zeroes it after use. */
export function readIdentityKey(main: ReadDb): IdentityKey | null {
  const sql = 'SELECT key, made FROM identity_vault WHERE id = 1';
  const row = statement<{ key: Buffer; made: number }>(main, sql).get();
  return row ? { key: row.key, made: row.made === 1 } : null;
}

/** Puts the key where it belongs, on the disk when this returns. */
export function writeIdentityKey(main: WriteDb, { key, made }: IdentityKey): void {
  inDurableTransaction(main, () => {
    statement(
      main,
      `INSERT INTO identity_vault (id, key, made) VALUES (1, @key, @made)
       ON CONFLICT (id) DO UPDATE SET key = @key, made = @made`,
    ).run({ key, made: Number(made) });
  });
}

/**
 * Destroys the key, and the links with it: what stays is a mark that the file is to be removed. Secure delete overwrites
 * the row, and emptying the log takes the older page from there.
 */
export function destroyIdentityKey(main: WriteDb): void {
  inDurableTransaction(main, () => {
    statement(main, 'UPDATE identity_vault SET key = ?, made = 0').run(randomBytes(keyLength));
    statement(main, 'DELETE FROM identity_links').run();
  });
  main.pragma('wal_checkpoint(TRUNCATE)');
}

/** Forgets that there was an identity file. */
export function forgetIdentityKey(main: WriteDb): void {
  inDurableTransaction(main, () => void statement(main, 'DELETE FROM identity_vault').run());
}
