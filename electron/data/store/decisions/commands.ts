import type { DecisionId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { DecisionRow } from './row.ts';

/** Adds a decision. */
export function insertDecision(
  db: WriteDb,
  decision: Omit<DecisionRow, 'id' | 'undone_at' | 'superseded_at'>,
): DecisionId {
  const result = statement(
    db,
    `INSERT INTO decisions (case_id, community_id, finding, policy_id, policy_version, severity, person_effect,
       content_effect, notify_person, reason_internal, reason_person, effects_shown, report_ids,
       decided_by, decided_at)
     VALUES (@case_id, @community_id, @finding, @policy_id, @policy_version, @severity, @person_effect,
       @content_effect, @notify_person, @reason_internal, @reason_person, @effects_shown, @report_ids,
       @decided_by, @decided_at)`,
  ).run(decision);
  return Number(result.lastInsertRowid) as DecisionId;
}

/** Notes that a decision was taken back before anything left. */
export function markUndone(db: WriteDb, id: DecisionId, at: Instant): void {
  statement(db, 'UPDATE decisions SET undone_at = ? WHERE id = ?').run(at, id);
}

/** Notes that a decision was replaced because the platform had moved on. */
export function markSuperseded(db: WriteDb, id: DecisionId, at: Instant): void {
  statement(db, 'UPDATE decisions SET superseded_at = ? WHERE id = ?').run(at, id);
}
