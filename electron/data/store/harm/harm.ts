import type { CaseId, Instant, MemberId, ReportId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** Whom a report harmed, as somebody said: null is nobody in particular. */
export interface HarmRow {
  readonly report_id: ReportId;
  readonly member_id: MemberId | null;
}

/** What was said of the reports of a case. */
export function listHarmOfCase(db: ReadDb, caseId: CaseId): readonly HarmRow[] {
  return statement<HarmRow>(
    db,
    'SELECT h.report_id, h.member_id FROM report_harm h JOIN reports r ON r.id = h.report_id WHERE r.case_id = ?',
  ).all(caseId);
}

/** Says whom a report harmed. */
export function sayHarm(db: WriteDb, reportId: ReportId, memberId: MemberId | null, at: Instant): void {
  statement(db, 'INSERT OR REPLACE INTO report_harm (report_id, member_id, said_at) VALUES (?, ?, ?)').run(
    reportId,
    memberId,
    at,
  );
}

/** Takes back what was said. */
export function unsayHarm(db: WriteDb, reportId: ReportId): void {
  statement(db, 'DELETE FROM report_harm WHERE report_id = ?').run(reportId);
}

/** A member who may have been harmed: who reported, who is complained about, or who wrote around what was reported. */
export interface NearbyMemberRow {
  readonly report_id: ReportId;
  readonly id: MemberId;
  readonly display_name: string;
  readonly handle: string;
}

/** Members around each report of a case who are known by name, each once. */
export function listMembersNearReports(db: ReadDb, caseId: CaseId): readonly NearbyMemberRow[] {
  return statement<NearbyMemberRow>(
    db,
    `SELECT near.report_id, m.id, m.display_name, m.handle FROM (
       SELECT id AS report_id, reporter_member_id AS member_id FROM reports WHERE case_id = @caseId
       UNION SELECT id, target_member_id FROM reports WHERE case_id = @caseId
       UNION SELECT r.id, w.id FROM reports r JOIN report_subjects l ON l.report_id = r.id
         JOIN threads t ON t.subject_id = l.subject_id AND t.posts IS NOT NULL JOIN json_each(t.posts) p
         JOIN members w ON w.community_id = r.community_id AND w.handle = p.value ->> '$.authorHandle' AND w.handle <> ''
         WHERE r.case_id = @caseId
     ) near JOIN members m ON m.id = near.member_id WHERE m.handle <> '' OR m.display_name <> ''
     ORDER BY near.report_id, m.id`,
  ).all({ caseId });
}
