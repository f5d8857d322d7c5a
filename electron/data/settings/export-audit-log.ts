import type { ReadDb } from '../store/db.ts';
import { statement } from '../store/statement.ts';

/** The whole audit log, one JSON object a line, in order. Holds ids, codes and states, and the hashes to check it with. */
export function exportAuditLog(db: ReadDb): string {
  const rows = statement<{ payload: string }>(db, 'SELECT * FROM audit_events ORDER BY sequence').all();
  return rows.map((row) => `${JSON.stringify({ ...row, payload: JSON.parse(row.payload) })}\n`).join('');
}
