import type Database from 'better-sqlite3';
import { StoreError } from '../store-error.ts';
import { migrations as allMigrations } from './all.ts';
import type { Migration } from './migration.ts';

export interface MigrateOptions {
  readonly migrations?: readonly Migration[] | undefined;
  /** Called once, before the first step of a file that already holds a schema: the place to copy it. */
  readonly beforeFirstStep?: (fromVersion: number) => void;
}

export interface MigrateResult {
  readonly from: number;
  readonly to: number;
}

/** Number of the newest schema step that this build knows. */
export function latestVersion(migrations: readonly Migration[] = allMigrations): number {
  return migrations.at(-1)?.version ?? 0;
}

/** The schema step that the file stands at; 0 for an empty file. */
export function schemaVersion(db: Pick<Database.Database, 'pragma'>): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Throws `store-newer` with both numbers when the file was written by a newer build. Reads only. */
export function refuseNewerSchema(version: number, migrations: readonly Migration[] = allMigrations): void {
  const known = latestVersion(migrations);
  if (version > known) throw new StoreError('store-newer', { detail: { file: version, app: known } });
}

/**
 * Brings the file to the newest schema in one transaction: either every missing step or none. A failing step leaves the
 * file at its old version and throws `migration-failed` with the step's number.
 */
export function migrate(db: Database.Database, options: MigrateOptions = {}): MigrateResult {
  const migrations = options.migrations ?? allMigrations;
  checkOrder(migrations);
  const from = schemaVersion(db);
  refuseNewerSchema(from, migrations);
  if (from !== 0 && !migrations.some((step) => step.version === from)) {
    throw new StoreError('migration-failed', { detail: { from, step: from } });
  }
  const missing = migrations.filter((step) => step.version > from);
  const last = missing.at(-1);
  if (!last) return { from, to: from };
  if (from !== 0) options.beforeFirstStep?.(from);
  runSteps(db, missing, from);
  return { from, to: last.version };
}

function runSteps(db: Database.Database, steps: readonly Migration[], from: number): void {
  // SQLite's own advice for schema changes: a step may rebuild a table that others point to; what dangles is found below.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const step of steps) runStep(db, step, from);
      const dangling = db.pragma('foreign_key_check') as unknown[];
      if (dangling.length > 0) {
        throw new StoreError('migration-failed', { detail: { from, step: steps.at(-1)?.version ?? from } });
      }
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function runStep(db: Database.Database, step: Migration, from: number): void {
  try {
    step.up(db);
    db.pragma(`user_version = ${step.version}`);
  } catch (error) {
    if (isDiskFull(error)) throw error;
    throw new StoreError('migration-failed', { detail: { from, step: step.version }, cause: error });
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
}

function checkOrder(migrations: readonly Migration[]): void {
  let previous = 0;
  for (const { version, name } of migrations) {
    if (!Number.isSafeInteger(version) || version <= previous) throw new Error(`schema step ${name} is out of order`);
    previous = version;
  }
}
