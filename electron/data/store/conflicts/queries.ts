import type { ConflictId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ConflictRow } from './row.ts';

/** One conflict, or null. */
export function findConflict(db: ReadDb, id: ConflictId): ConflictRow | null {
  return statement<ConflictRow>(db, 'SELECT * FROM conflicts WHERE id = ?').get(id) ?? null;
}

/** Conflicts that wait for a person, oldest first. */
export function listOpenConflicts(db: ReadDb): readonly ConflictRow[] {
  const sql = 'SELECT * FROM conflicts INDEXED BY conflicts_open WHERE settled_at IS NULL ORDER BY id';
  return statement<ConflictRow>(db, sql).all();
}

/** How many conflicts wait for a person. */
export function countOpenConflicts(db: ReadDb): number {
  const sql = 'SELECT count(*) AS n FROM conflicts INDEXED BY conflicts_open WHERE settled_at IS NULL';
  return statement<{ n: number }>(db, sql).get()?.n ?? 0;
}
