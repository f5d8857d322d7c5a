import { existsSync } from 'node:fs';
import { checkFile } from '../check-file.ts';
import { changeKey, openConnection } from '../connection.ts';
import type { WriteDb } from '../db.ts';
import { migrate } from '../migrations/migrate.ts';
import { writeWholeCopy } from '../migrations/migration-copies.ts';
import { withStoreErrors } from '../store-error.ts';
import { inTransaction } from '../transaction.ts';
import { syncFile } from '../write-file-atomically.ts';
import { identityMigrations } from './identity-schema.ts';

export interface OpenIdentityOptions {
  /** Full path of the identity file. */
  readonly file: string;
  /** Its own raw 256-bit key, never the main store's. The caller zeroes its buffer. */
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
}

/** The open identity file. Only `electron/data/health` and `electron/data/identity` may be handed one. */
export interface IdentityStore {
  readonly db: WriteDb;
  /** Runs `work` in one transaction that is on the disk when this returns. */
  transaction<T>(work: (db: WriteDb) => T): T;
  /** Writes a consistent copy under another key. Blocks until it is written. */
  copyTo(file: string, key: Buffer): void;
  /** Empties the write-ahead log, so that what was removed lies in no file any more. */
  forgetRemoved(): void;
  close(): void;
}

/**
 * Opens the identity file under its own key and brings its schema up to date, making the file when there is none. The main
 * store's lock keeps other processes out, so this one has none. Throws StoreError; a refusal changes nothing.
 */
export function openIdentityStore(options: OpenIdentityOptions): IdentityStore {
  return withStoreErrors(() => {
    if (existsSync(options.file)) checkFile({ ...options, migrations: identityMigrations });
    const db = openConnection(options);
    try {
      db.pragma('journal_mode = WAL');
      // Answers and their links lie in two files: each must be on the disk before the other relies on it.
      db.pragma('synchronous = FULL');
      db.pragma('secure_delete = ON');
      migrate(db, { migrations: identityMigrations });
    } catch (error) {
      db.close();
      throw error;
    }
    const write = db as WriteDb;
    // SQLite holds the key as long as the file is open, so holding it here as long gives nothing more away.
    const key = Buffer.from(options.key);
    return {
      db: write,
      transaction: (work) => inTransaction(write, () => work(write)),
      copyTo: (file, newKey) =>
        withStoreErrors(() => {
          writeWholeCopy(write, file);
          changeIdentityKey({ ...options, file, key }, newKey);
        }),
      forgetRemoved: () => void db.pragma('wal_checkpoint(TRUNCATE)'),
      close: () => {
        db.close();
        key.fill(0);
      },
    };
  });
}

/** Encrypts a copy that nobody relies on yet anew under another key. */
export function changeIdentityKey(options: OpenIdentityOptions, to: Buffer): void {
  const db = openConnection({ ...options, fileMustExist: true });
  try {
    changeKey(db, to);
  } finally {
    db.close();
  }
  syncFile(options.file);
}
