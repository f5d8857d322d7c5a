import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ConnectionOptions, openConnection } from './connection.ts';
import { refuseNewerSchema, schemaVersion } from './migrations/migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { StoreError } from './store-error.ts';

export interface CheckFileOptions extends Omit<ConnectionOptions, 'readonly' | 'fileMustExist'> {
  readonly migrations?: readonly Migration[] | undefined;
  /** Read every page even when the file was closed properly. */
  readonly thorough?: boolean;
}

/**
 * Refuses a file that this build must not write to: damaged, under another key, or of a newer schema. Uses a connection
 * that can't write, so that a refusal leaves every byte as it was. After an unclean end every page is checked.
 */
export function checkFile(options: CheckFileOptions): void {
  // SQLite takes an empty file for a new database; for a store it is a file that lost its content.
  if (statSync(options.file).size === 0) throw new StoreError('store-damaged');
  const db = openConnection({ ...options, readonly: true, fileMustExist: true });
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    const version = schemaVersion(db);
    refuseNewerSchema(version, options.migrations);
    // Every store has a schema: it takes its place only after the first migration.
    if (version === 0) throw new StoreError('store-damaged');
    if (options.thorough || wasLeftOpen(options.file)) {
      if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new StoreError('store-damaged');
    }
  } finally {
    db.close();
  }
}

/** True when the last process that had the store open did not get to close it. */
function wasLeftOpen(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
}

/** Throws `store-read-only` where the file, or the folder that SQLite needs for its log, can't be written. */
export function checkWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.R_OK | constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreError('store-read-only', { cause: error });
  }
}
