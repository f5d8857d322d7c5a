import type { CaseId, DecisionId, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { DecisionRow } from './row.ts';

/** One decision, or null. */
export function findDecision(db: ReadDb, id: DecisionId): DecisionRow | null {
  return statement<DecisionRow>(db, 'SELECT * FROM decisions WHERE id = ?').get(id) ?? null;
}

/** The decisions on a case, newest first, with the title of the policy version they name. */
export function listDecisionsOfCase(
  db: ReadDb,
  caseId: CaseId,
): readonly (DecisionRow & { policy_title: string | null })[] {
  const sql = `SELECT d.*, p.title AS policy_title FROM decisions d LEFT JOIN policies p ON p.id = d.policy_id
    WHERE d.case_id = ? ORDER BY d.decided_at DESC, d.id DESC`;
  return statement<DecisionRow & { policy_title: string | null }>(db, sql).all(caseId);
}

/** The newest decision on a case that still stands, or null. */
export function findStandingDecision(db: ReadDb, caseId: CaseId): DecisionRow | null {
  const sql = `SELECT * FROM decisions WHERE case_id = ? AND undone_at IS NULL AND superseded_at IS NULL
    ORDER BY decided_at DESC, id DESC LIMIT 1`;
  return statement<DecisionRow>(db, sql).get(caseId) ?? null;
}

/** How many cases about an author were decided `upheld`, by decisions that still stand. */
export function countUpheld(db: ReadDb, authorId: MemberId): number {
  const sql = `SELECT count(DISTINCT c.id) AS n FROM cases c JOIN decisions d ON d.case_id = c.id
    WHERE c.author_member_id = ? AND d.finding = 'upheld' AND d.undone_at IS NULL AND d.superseded_at IS NULL`;
  return statement<{ n: number }>(db, sql).get(authorId)?.n ?? 0;
}
