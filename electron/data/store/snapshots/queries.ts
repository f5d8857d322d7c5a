import type { CaseId, SubjectId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { contentHash, snapshotHash } from './hash.ts';
import type { SnapshotRow } from './row.ts';

/** The newest version of a subject, or null. */
export function findLatestSnapshot(db: ReadDb, subjectId: SubjectId): SnapshotRow | null {
  const sql = 'SELECT * FROM snapshots WHERE subject_id = ? ORDER BY id DESC LIMIT 1';
  return statement<SnapshotRow>(db, sql).get(subjectId) ?? null;
}

/** Every version of everything a case is about, oldest first. */
export function listSnapshotsOfCase(db: ReadDb, caseId: CaseId): readonly SnapshotRow[] {
  const sql = `SELECT * FROM snapshots WHERE subject_id IN (
      SELECT l.subject_id FROM reports r JOIN report_subjects l ON l.report_id = r.id WHERE r.case_id = ?
    ) ORDER BY id`;
  return statement<SnapshotRow>(db, sql).all(caseId);
}

/** The posts kept around the subjects of a case, by subject, as JSON. */
export function listThreadsOfCase(db: ReadDb, caseId: CaseId): readonly { subject_id: SubjectId; posts: string }[] {
  const sql = `SELECT subject_id, posts FROM threads WHERE posts IS NOT NULL AND subject_id IN (
      SELECT l.subject_id FROM reports r JOIN report_subjects l ON l.report_id = r.id WHERE r.case_id = ?)`;
  return statement<{ subject_id: SubjectId; posts: string }>(db, sql).all(caseId);
}

/** True when no version of the subject was changed or removed since it was captured. */
export function isSnapshotChainIntact(db: ReadDb, subjectId: SubjectId): boolean {
  const rows = statement<SnapshotRow>(db, 'SELECT * FROM snapshots WHERE subject_id = ? ORDER BY id').all(subjectId);
  let previous = '';
  return rows.every((row) => {
    const intact =
      row.previous_hash === previous &&
      row.content_hash === contentHash(row) &&
      row.hash === snapshotHash(previous, row.content_hash, row.captured_at, row.captured_by);
    previous = row.hash;
    return intact;
  });
}
