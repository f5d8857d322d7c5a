import type { CaseId, CommunityId, Instant, ReportId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { SubjectKind, SubjectRow } from './row.ts';

/** A subject by its platform's id, or null. */
export function findSubject(
  db: ReadDb,
  communityId: CommunityId,
  kind: SubjectKind,
  remoteId: string,
): SubjectRow | null {
  const sql = 'SELECT * FROM subjects WHERE community_id = ? AND kind = ? AND remote_id = ?';
  return statement<SubjectRow>(db, sql).get(communityId, kind, remoteId) ?? null;
}

/** What a report complains about. */
export function listSubjectsOfReport(db: ReadDb, reportId: ReportId): readonly SubjectRow[] {
  const sql = 'SELECT s.* FROM report_subjects r JOIN subjects s ON s.id = r.subject_id WHERE r.report_id = ?';
  return statement<SubjectRow>(db, sql).all(reportId);
}

/** What the reports of a case complain about, each once, in the order first seen. */
export function listSubjectsOfCase(db: ReadDb, caseId: CaseId): readonly SubjectRow[] {
  const sql = `SELECT * FROM subjects WHERE id IN (
      SELECT l.subject_id FROM reports r JOIN report_subjects l ON l.report_id = r.id WHERE r.case_id = ?
    ) ORDER BY first_seen_at, id`;
  return statement<SubjectRow>(db, sql).all(caseId);
}

/** Posts whose surroundings were not read yet and are due, newest first: those are worked on first. */
export function listOwedThreads(
  db: ReadDb,
  communityId: CommunityId,
  now: Instant,
  limit: number,
): readonly Pick<SubjectRow, 'id' | 'remote_id'>[] {
  const sql = `SELECT s.id, s.remote_id FROM threads t JOIN subjects s ON s.id = t.subject_id
    WHERE t.next_attempt_at <= ? AND s.community_id = ? ORDER BY s.id DESC LIMIT ?`;
  return statement<Pick<SubjectRow, 'id' | 'remote_id'>>(db, sql).all(now, communityId, limit);
}
