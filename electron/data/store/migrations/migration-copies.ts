import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { syncDirectory, syncFile } from '../write-file-atomically.ts';

/** A copy of the store as it was before a schema change, encrypted under the same key. */
export interface MigrationCopy {
  readonly file: string;
  /** Schema step that the copy stands at. */
  readonly version: number;
  readonly madeAt: number;
}

/** How many copies are kept: the last change, and the one before in case a fault is noticed late. */
export const copiesKept = 2;

const copyName = /^schema-(\d+)-(\d+)\.db$/;

/** The copies in a folder, newest first. */
export function listMigrationCopies(folder: string): readonly MigrationCopy[] {
  if (!existsSync(folder)) return [];
  const copies: MigrationCopy[] = [];
  for (const name of readdirSync(folder)) {
    const [, version, madeAt] = copyName.exec(name) ?? [];
    if (version && madeAt) copies.push({ file: join(folder, name), version: Number(version), madeAt: Number(madeAt) });
  }
  return copies.sort((a, b) => b.madeAt - a.madeAt || b.version - a.version);
}

/** Copies the database as it stands, encrypted under its own key, and only then lets go of older copies. */
export function copyBeforeMigration(
  db: Database.Database,
  folder: string,
  version: number,
  now = Date.now(),
): MigrationCopy {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    // Left by a process that was killed while it copied.
    if (name.includes('.unfinished')) rmSync(join(folder, name), { force: true });
  }
  // Two changes within one millisecond, or a clock that jumped back, must not give two copies one name.
  const newest = listMigrationCopies(folder)[0]?.madeAt ?? 0;
  const madeAt = Math.max(now, newest + 1);
  const file = join(folder, `schema-${version}-${madeAt}.db`);
  writeWholeCopy(db, file);
  for (const old of listMigrationCopies(folder).slice(copiesKept)) rmSync(old.file, { force: true });
  return { file, version, madeAt };
}

/** Writes a consistent, compact, encrypted copy; it takes its name only when it is whole and on disk. */
export function writeWholeCopy(db: Database.Database, file: string): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    syncFile(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncDirectory(join(file, '..'));
}
