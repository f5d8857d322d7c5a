import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { openConnection } from './connection.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { migrate, refuseNewerSchema, schemaVersion } from './migrations/migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { StoreError, withStoreErrors } from './store-error.ts';
import { takeStoreLock } from './store-lock.ts';

export interface OpenStoreOptions {
  /** Full path of the database file. */
  readonly file: string;
  /** The raw 256-bit key. Copied into the connections; the caller zeroes its own buffer. */
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
  /** Another set of schema steps, for tests of the runner. */
  readonly migrations?: readonly Migration[];
}

export interface Store {
  readonly file: string;
  /** The one connection that writes. */
  readonly write: WriteDb;
  /** A read-only connection for queries. It sees what is committed. */
  readonly read: ReadDb;
  /** Runs `work` in one immediate transaction; nested calls become savepoints. Throws StoreError for store trouble. */
  transaction<T>(work: (db: WriteDb) => T): T;
  close(): void;
}

/** Opens the store and brings its schema up to date, making the file when there is none. Throws StoreError. */
export function openStore(options: OpenStoreOptions): Store {
  return withStoreErrors(() => {
    const lock = takeStoreLock(options.file, options.nativeBinding);
    const opened: Database.Database[] = [];
    try {
      checkBeforeWriting(options);
      const write = openConnection({ ...options });
      opened.push(write);
      prepareWriter(write);
      migrate(write, options.migrations ? { migrations: options.migrations } : {});
      const read = openConnection({ ...options, readonly: true, fileMustExist: true });
      opened.push(read);
      read.pragma('query_only = ON');
      return assembleStore(options.file, write as WriteDb, read, () => {
        read.close();
        write.close();
        lock.release();
      });
    } catch (error) {
      for (const db of opened.reverse()) db.close();
      lock.release();
      throw error;
    }
  });
}

function assembleStore(file: string, write: WriteDb, read: Database.Database, close: () => void): Store {
  return {
    file,
    write,
    read: read as unknown as ReadDb,
    transaction: (work) => withStoreErrors(() => write.transaction(() => work(write)).immediate()),
    close,
  };
}

function prepareWriter(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('secure_delete = FAST');
}

/** Everything that can be refused is refused here, through a connection that can't write. */
function checkBeforeWriting({ file, key, nativeBinding, migrations }: OpenStoreOptions): void {
  if (!existsSync(file)) return;
  // SQLite takes an empty file for a new database; for a store it is a file that lost its content.
  if (statSync(file).size === 0) throw new StoreError('corrupt-file');
  const probe = openConnection({ file, key, nativeBinding, readonly: true, fileMustExist: true });
  try {
    probe.prepare('SELECT count(*) FROM sqlite_schema').get();
    refuseNewerSchema(schemaVersion(probe), migrations);
  } finally {
    probe.close();
  }
}
