import { setCaseState } from '../store/cases/commands.ts';
import { findCase } from '../store/cases/queries.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { releaseClaims } from '../store/claims/commands.ts';
import { setReportState } from '../store/reports/commands.ts';
import { listLinkedReports } from '../store/reports/queries.ts';
import type { ReportRow } from '../store/reports/row.ts';
import { statement } from '../store/statement.ts';
import { type CaseContext, recordOutsideEvent } from './case-event.ts';
import { refreshCase } from './refresh-case.ts';

/**
 * A report of an open case was resolved by a colleague, or is gone from the platform. The report ends, and with the last
 * one the case: decided when somebody decided it, void when all that is left is our copy.
 */
export function reportEndedElsewhere(context: CaseContext, report: ReportRow, how: 'resolved' | 'gone'): void {
  const { write } = context;
  const row = report.case_id === null ? null : findCase(write, report.case_id);
  if (!row || report.state !== 'linked') return;
  const target = { communityId: row.community_id, caseId: row.id };
  const kind = how === 'resolved' ? 'report.resolved-elsewhere' : 'report.gone';
  recordOutsideEvent(context, kind, target, { report: report.id });
  if (row.is_open === 0) {
    if (how === 'resolved') setReportState(write, report, 'answered');
    return;
  }
  const left = listLinkedReports(write, row.id).filter((one) => one.remote_state === 'open' && one.id !== report.id);
  const others = listLinkedReports(write, row.id).some(
    (one) => one.remote_state === 'resolved' && one.id !== report.id,
  );
  if (how === 'resolved') setReportState(write, report, 'answered');
  if (left.length > 0) {
    refreshCase(write, row.id, { movedOn: true });
    return;
  }
  closeCase(context, row, how === 'resolved' || others || wasAnsweredElsewhere(context, row) ? 'decided' : 'void');
}

/** True when a colleague had resolved another report of the case before. */
function wasAnsweredElsewhere(context: CaseContext, row: CaseRow): boolean {
  const sql = "SELECT 1 FROM reports WHERE case_id = ? AND remote_state = 'resolved' LIMIT 1";
  return statement(context.write, sql).get(row.id) !== undefined;
}

function closeCase(context: CaseContext, row: CaseRow, to: 'decided' | 'void'): void {
  const { write } = context;
  const now = context.clock.now();
  let { state } = row;
  // Neither a new nor a waiting case can be decided from where it stands.
  if (to === 'decided' && (state === 'new' || state === 'waiting')) {
    setCaseState(write, row, 'queued', now);
    state = 'queued';
  }
  setCaseState(write, { id: row.id, state }, to, now);
  releaseClaims(write, row.id, now, 'ended-elsewhere');
  recordOutsideEvent(context, to === 'decided' ? 'case.decided-elsewhere' : 'case.void', {
    communityId: row.community_id,
    caseId: row.id,
  });
}
