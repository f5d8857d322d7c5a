import type { ConflictId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ConflictRow } from './row.ts';

/** Adds a conflict; at most one per decision waits at a time. */
export function insertConflict(
  db: WriteDb,
  conflict: Omit<ConflictRow, 'id' | 'settled_at' | 'settled_by' | 'settlement'>,
): ConflictId {
  const result = statement(
    db,
    `INSERT INTO conflicts (action_id, decision_id, case_id, community_id, base, remote, detected_at)
     VALUES (@action_id, @decision_id, @case_id, @community_id, @base, @remote, @detected_at)`,
  ).run(conflict);
  return Number(result.lastInsertRowid) as ConflictId;
}

/** Notes how a person settled a conflict. */
export function markSettled(db: WriteDb, id: ConflictId, settlement: string, by: string, at: Instant): void {
  const sql = 'UPDATE conflicts SET settled_at = ?, settled_by = ?, settlement = ? WHERE id = ? AND settled_at IS NULL';
  statement(db, sql).run(at, by, settlement, id);
}
