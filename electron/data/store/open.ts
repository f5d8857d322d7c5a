import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { checkFile, checkWritable } from './check-file.ts';
import { changeKey, openConnection } from './connection.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { migrate } from './migrations/migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { copyBeforeMigration, writeWholeCopy } from './migrations/migration-copies.ts';
import { ReadPool } from './read-pool.ts';
import { storeErrorFrom, withStoreErrors } from './store-error.ts';
import { copiesFolder } from './store-files.ts';
import { takeStoreLock } from './store-lock.ts';
import { syncFile } from './write-file-atomically.ts';

export interface OpenStoreOptions {
  /** Full path of the database file. */
  readonly file: string;
  /** The raw 256-bit key. The connections take it over; the caller zeroes its own buffer. */
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
  /** Another set of schema steps, for tests of the runner. */
  readonly migrations?: readonly Migration[] | undefined;
}

export interface Store {
  readonly file: string;
  /** The one connection that writes. */
  readonly write: WriteDb;
  /** A read-only connection for queries. It sees what is committed. */
  readonly read: ReadDb;
  /** Runs `work` in one immediate transaction; nested calls become savepoints. Throws StoreError for store trouble. */
  transaction<T>(work: (db: WriteDb) => T): T;
  /** Runs long work over one unchanging state of the store, beside what is written meanwhile. */
  readSnapshot<T>(work: (db: ReadDb) => T | Promise<T>): Promise<T>;
  /** Writes a consistent copy under another key, while the store stays open. Blocks until it is written. */
  copyTo(file: string, key: Buffer): void;
  close(): void;
}

/**
 * Opens the store and brings its schema up to date, making the file when there is none. Whatever can be refused is
 * refused before anything is written. Throws StoreError.
 */
export function openStore(options: OpenStoreOptions): Store {
  return withStoreErrors(() => {
    checkWritable(options.file);
    const lock = takeStoreLock(options.file, options.nativeBinding);
    const opened: { close(): unknown }[] = [lock];
    try {
      if (existsSync(options.file)) checkFile(options);
      const write = openWriter(options);
      opened.push(write);
      const read = openReader(options);
      opened.push(read);
      const pool = new ReadPool(() => openReader(options), 2);
      opened.push(pool);
      return new OpenedStore(options, write as WriteDb, read as unknown as ReadDb, pool, opened);
    } catch (error) {
      closeAll(opened);
      throw error;
    }
  });
}

function closeAll(opened: { close(): unknown }[]): void {
  // Readers before the writer, so that the writer is last and empties the write-ahead log; the lock at the very end.
  for (const one of opened.splice(0).reverse()) one.close();
}

class OpenedStore implements Store {
  readonly file: string;
  readonly write: WriteDb;
  readonly read: ReadDb;
  readonly #pool: ReadPool;
  readonly #opened: { close(): unknown }[];
  readonly #options: OpenStoreOptions;

  constructor(options: OpenStoreOptions, write: WriteDb, read: ReadDb, pool: ReadPool, opened: { close(): unknown }[]) {
    this.file = options.file;
    // SQLite holds the key as long as the store is open, so holding it here as long gives nothing more away.
    this.#options = { ...options, key: Buffer.from(options.key) };
    this.write = write;
    this.read = read;
    this.#pool = pool;
    this.#opened = opened;
  }

  transaction<T>(work: (db: WriteDb) => T): T {
    return withStoreErrors(() => this.write.transaction(() => work(this.write)).immediate());
  }

  async readSnapshot<T>(work: (db: ReadDb) => T | Promise<T>): Promise<T> {
    try {
      return await this.#pool.readSnapshot(work);
    } catch (error) {
      throw storeErrorFrom(error) ?? error;
    }
  }

  copyTo(file: string, key: Buffer): void {
    withStoreErrors(() => {
      writeWholeCopy(this.write, file);
      const copy = openConnection({ ...this.#options, file, fileMustExist: true });
      try {
        changeKey(copy, key);
      } finally {
        copy.close();
      }
      syncFile(file);
    });
  }

  close(): void {
    closeAll(this.#opened);
    this.#options.key.fill(0);
  }
}

function openWriter(options: OpenStoreOptions): Database.Database {
  const db = openConnection(options);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    // Every page of the file goes through the cipher again when the log is taken over. So few pages are written many times.
    db.pragma('wal_autocheckpoint = 4000');
    // An import must not leave a log of its own size behind.
    db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    // What retention or a person's erasure removes is overwritten, not merely unlinked from its table.
    db.pragma('secure_delete = ON');
    migrate(db, {
      migrations: options.migrations,
      beforeFirstStep: (version) => void copyBeforeMigration(db, copiesFolder(options.file), version),
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openReader(options: OpenStoreOptions): Database.Database {
  const db = openConnection({ ...options, readonly: true, fileMustExist: true });
  db.pragma('query_only = ON');
  return db;
}
