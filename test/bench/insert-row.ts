import type { WriteDb } from '../../electron/data/store/db.ts';
import { statement } from '../../electron/data/store/statement.ts';

export type Row = Readonly<Record<string, string | number | bigint | Uint8Array | null>>;

const texts = new Map<string, string>();

/** Inserts a row as it stands and answers its number. One prepared statement per table and set of columns. */
export function insertRow(db: WriteDb, table: string, row: Row): number {
  const columns = Object.keys(row);
  const key = `${table} ${columns.join()}`;
  let sql = texts.get(key);
  if (sql === undefined) {
    const names = columns.map((column) => `"${column}"`).join(', ');
    sql = `INSERT INTO ${table} (${names}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
    texts.set(key, sql);
  }
  return Number(statement(db, sql).run(row).lastInsertRowid);
}
