import type { CaseId } from '../../../shared/domain/ids.ts';
import type { CaseReport, ColleagueNote, ReporterFacts } from '../../../shared/ipc/topics/case-report.ts';
import type { ReadDb } from '../store/db.ts';
import { listHarmOfCase, listMembersNearReports } from '../store/harm/harm.ts';
import { listReportNotesOfCase } from '../store/report-notes/queries.ts';
import type { ReportNoteRow } from '../store/report-notes/row.ts';
import type { ReportRow } from '../store/reports/row.ts';
import { statement } from '../store/statement.ts';

interface ReporterRow {
  readonly id: number;
  readonly display_name: string;
  readonly handle: string;
  readonly server: string | null;
  readonly made: number;
  readonly upheld: number;
  readonly not_upheld: number;
  readonly bad_faith: number;
}

type JoinedRow = ReportRow & { readonly subjects: string | null; readonly rules: string | null };

/** The reports of a case with what each complains about, the rules it names and who made it. */
export function readCaseReports(db: ReadDb, caseId: CaseId): readonly CaseReport[] {
  const sql = `SELECT r.*,
      (SELECT group_concat(subject_id) FROM report_subjects l WHERE l.report_id = r.id) AS subjects,
      (SELECT json_group_array(p.title) FROM json_each(r.rule_ids) j JOIN policies p
        ON p.community_id = r.community_id AND p.remote_id = j.value AND p.superseded_at IS NULL) AS rules
    FROM reports r WHERE r.case_id = ? ORDER BY r.created_at, r.id`;
  const rows = statement<JoinedRow>(db, sql).all(caseId);
  const reporters = readReporters(db, rows);
  const notes = listReportNotesOfCase(db, caseId);
  const harm = new Map<number, number | 'nobody'>(
    listHarmOfCase(db, caseId).map((said) => [said.report_id, said.member_id ?? 'nobody']),
  );
  const nearby = listMembersNearReports(db, caseId);
  return rows.map((row) => ({
    ...toCaseReport(row, reporters),
    notes: notes.filter((note) => note.report_id === row.id).map(toColleagueNote),
    harmed: harm.get(row.id) ?? null,
    nearby: nearby
      .filter((near) => near.report_id === row.id)
      .map(({ id, display_name: name, handle }) => ({ memberId: id, name, handle })),
  }));
}

/** What became of everything that these people reported: one query for all of them. */
function readReporters(db: ReadDb, rows: readonly ReportRow[]): ReadonlyMap<number, ReporterRow> {
  const ids = [...new Set(rows.map((row) => row.reporter_member_id).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const sql = `SELECT m.id, m.display_name, m.handle, m.server, count(r.id) AS made,
      coalesce(sum(d.finding = 'upheld'), 0) AS upheld,
      coalesce(sum(d.finding = 'not-upheld'), 0) AS not_upheld,
      coalesce(sum(d.finding = 'bad-faith'), 0) AS bad_faith
    FROM json_each(?) j CROSS JOIN members m ON m.id = j.value
      LEFT JOIN reports r ON r.reporter_member_id = m.id
      LEFT JOIN decisions d ON r.state <> 'linked' AND d.id = (SELECT id FROM decisions
        WHERE case_id = r.case_id AND undone_at IS NULL AND superseded_at IS NULL ORDER BY decided_at DESC LIMIT 1)
    GROUP BY m.id`;
  return new Map(
    statement<ReporterRow>(db, sql)
      .all(JSON.stringify(ids))
      .map((row) => [row.id, row]),
  );
}

function toColleagueNote(row: ReportNoteRow): ColleagueNote {
  return { noteId: row.id, author: row.author, body: row.body, writtenAt: row.written_at };
}

function toCaseReport(
  row: JoinedRow,
  reporters: ReadonlyMap<number, ReporterRow>,
): Omit<CaseReport, 'notes' | 'harmed' | 'nearby'> {
  return {
    reportId: row.id,
    remoteId: row.remote_id,
    state: row.state,
    remoteState: row.remote_state,
    categoryReceived: row.category_received,
    categoryCorrected: row.category_corrected,
    rules: JSON.parse(row.rules ?? '[]') as string[],
    comment: row.comment,
    language: row.language,
    createdAt: row.created_at,
    forwarded: row.forwarded === 1,
    reporter: toReporter(row, reporters.get(row.reporter_member_id ?? 0)),
    assignedTo: row.remote_assigned_to,
    resolvedBy: row.remote_resolved_by,
    subjectIds: row.subjects === null ? [] : row.subjects.split(',').map(Number),
  };
}

function toReporter(report: ReportRow, row: ReporterRow | undefined): ReporterFacts {
  return {
    name: row?.display_name ?? null,
    handle: row?.handle ?? null,
    server: row?.server ?? report.reporter_server,
    reportsMade: row?.made ?? 0,
    reportsUpheld: row?.upheld ?? 0,
    reportsNotUpheld: row?.not_upheld ?? 0,
    reportsBadFaith: row?.bad_faith ?? 0,
  };
}
