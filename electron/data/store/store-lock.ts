import Database from 'better-sqlite3';
import { StoreError, storeErrorFrom } from './store-error.ts';

export interface StoreLock {
  close(): void;
}

/**
 * Takes the store for this process, or throws `store-in-use` at once. The lock is the operating system's own lock on an
 * empty file beside the store, taken through SQLite: the system drops it when the process ends, however it ends, so
 * there is no stale lock to judge. The file stays: removing it would let two processes each lock their own.
 */
export function takeStoreLock(file: string, nativeBinding?: string): StoreLock {
  let db: Database.Database | undefined;
  try {
    db = new Database(`${file}.lock`, { timeout: 0, ...(nativeBinding ? { nativeBinding } : {}) });
    // Nothing is ever written, so there is nothing to keep a journal of beside the lock.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    throw storeErrorFrom(error) ?? new StoreError('store-read-only', { cause: error });
  }
  const held = db;
  return { close: () => void held.close() };
}
