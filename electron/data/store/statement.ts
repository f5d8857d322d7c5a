import type Database from 'better-sqlite3';
import type { ReadDb } from './db.ts';

const statements = new WeakMap<object, Map<string, Database.Statement>>();

/**
 * Prepares a statement once per connection. Give it a constant text: a text that varies grows the cache without end.
 * Never leave its `pluck` or `raw` switched: the next caller gets the same object.
 */
export function statement<Row = unknown>(db: ReadDb, sql: string): Database.Statement<unknown[], Row> {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let prepared = known.get(sql);
  if (!prepared) {
    prepared = db.prepare(sql) as Database.Statement;
    known.set(sql, prepared);
  }
  return prepared as Database.Statement<unknown[], Row>;
}
