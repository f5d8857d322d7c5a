import type { CaseId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ClaimRow } from './row.ts';

/** The claim on a case that still holds, or null. One whose lease has ended holds no more, swept away or not. */
export function findActiveClaim(db: ReadDb, caseId: CaseId, now: Instant): ClaimRow | null {
  const sql = 'SELECT * FROM claims WHERE case_id = ? AND released_at IS NULL';
  const row = statement<ClaimRow>(db, sql).get(caseId);
  return row && row.lease_until > now ? row : null;
}

/** Claims whose lease has ended, a few at a time. */
export function listExpiredClaims(db: ReadDb, now: Instant, limit: number): readonly ClaimRow[] {
  const sql = 'SELECT * FROM claims WHERE released_at IS NULL AND lease_until <= ? ORDER BY lease_until LIMIT ?';
  return statement<ClaimRow>(db, sql).all(now, limit);
}

/** The last remote claim on a case, held or ended: an ended one is not made again from the same assignment. */
export function findLastRemoteClaim(db: ReadDb, caseId: CaseId): ClaimRow | null {
  const sql = "SELECT * FROM claims WHERE case_id = ? AND device = 'remote' ORDER BY id DESC LIMIT 1";
  return statement<ClaimRow>(db, sql).get(caseId) ?? null;
}
