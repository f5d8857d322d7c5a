import type { WriteDb } from '../../electron/data/store/db.ts';

export type Row = Readonly<Record<string, string | number | Buffer | null>>;

/** Inserts a row as it stands, past the commands that a product would go through, and answers its number. */
export function insertRow(db: WriteDb, table: string, row: Row): number {
  const columns = Object.keys(row);
  const values = columns.map((column) => `@${column}`).join(', ');
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`;
  return Number(db.prepare(sql).run(row).lastInsertRowid);
}

let last = 0;

/** A number that no other call in this run was given. */
export function nextNumber(): number {
  last += 1;
  return last;
}

/** The moment at which test rows are made unless they say otherwise: 2026-11-02T10:00:00Z, a Monday. */
export const testNow = Date.UTC(2026, 10, 2, 10);
