import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Tables whose rows have no community of their own, or point at rows in a way that would stop those from going. In an
 * order in which nothing points at what is already gone. The community's own tables follow by themselves.
 */
const before: readonly string[] = [
  `DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_entries WHERE community_id = ?)`,
  `DELETE FROM search_entries WHERE community_id = ?`,
  `DELETE FROM conflicts WHERE community_id = ?`,
  `DELETE FROM actions WHERE community_id = ? AND reversal_of IS NOT NULL`,
  `DELETE FROM actions WHERE community_id = ?`,
  `DELETE FROM decisions WHERE community_id = ?`,
  `DELETE FROM report_subjects WHERE report_id IN (SELECT id FROM reports WHERE community_id = ?)`,
  `DELETE FROM snapshots WHERE subject_id IN (SELECT id FROM subjects WHERE community_id = ?)`,
  `DELETE FROM subjects WHERE community_id = ?`,
  `UPDATE reports SET duplicate_of = NULL WHERE community_id = ? AND duplicate_of IS NOT NULL`,
  `DELETE FROM reports WHERE community_id = ?`,
  `DELETE FROM cases WHERE community_id = ?`,
  `DELETE FROM activities WHERE community_id = ?`,
  `DELETE FROM member_days WHERE community_id = ?`,
  `DELETE FROM member_weeks WHERE community_id = ?`,
  `DELETE FROM case_counts WHERE community_id = ?`,
  // What was set for this community ends with its id. Ids are given again: the next one must not begin with these rules.
  `DELETE FROM settings WHERE key GLOB 'internal.*.' || CAST(? AS INTEGER)`,
];

/** Erases a community and everything that belongs to it. The audit log, which holds no content, stays whole. */
export function eraseCommunity(db: WriteDb, id: CommunityId): void {
  inTransaction(db, () => {
    for (const sql of before) statement(db, sql).run(id);
    statement(db, 'DELETE FROM communities WHERE id = ?').run(id);
  });
}
