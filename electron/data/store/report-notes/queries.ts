import type { CaseId, ReportId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ReportNoteRow } from './row.ts';

/** Notes on a report, oldest first. */
export function listReportNotes(db: ReadDb, reportId: ReportId): readonly ReportNoteRow[] {
  const sql = 'SELECT * FROM report_notes WHERE report_id = ? ORDER BY written_at, id';
  return statement<ReportNoteRow>(db, sql).all(reportId);
}

/** Notes on all reports of a case, oldest first. */
export function listReportNotesOfCase(db: ReadDb, caseId: CaseId): readonly ReportNoteRow[] {
  const sql = `SELECT n.* FROM reports r JOIN report_notes n ON n.report_id = r.id WHERE r.case_id = ?
    ORDER BY n.written_at, n.id`;
  return statement<ReportNoteRow>(db, sql).all(caseId);
}
