import type Database from 'better-sqlite3';

/** One step of the schema. Numbers go in tens and are frozen once released. Runs inside the runner's transaction. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (db: Database.Database) => void;
}
