import { waitingActionStates } from '../../../shared/domain/action.ts';
import { isOpenCase } from '../../../shared/domain/case.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { listActionsOfCase } from '../store/actions/queries.ts';
import { findCase, findOpenCase } from '../store/cases/queries.ts';
import { linkReportToCase } from '../store/reports/commands.ts';
import type { ReportRow } from '../store/reports/row.ts';
import { bringBack } from './bring-back.ts';
import { type CaseContext, recordOutsideEvent } from './case-event.ts';
import { findOrOpenCase } from './find-or-open-case.ts';

/**
 * The platform has a report open again that was resolved or gone: somebody reopened it, or a new complaint revived it under
 * the same id. It goes to the open case about its author, or brings its own case back. What of ours still waits to be sent
 * about this very report is left to the outbox, which sees for itself that the platform moved on; what waits about others
 * of its case would never look at it. Answers the case it is in now.
 */
export function reviveReport(context: CaseContext, report: ReportRow): CaseId | null {
  const { write } = context;
  const row = report.case_id === null ? null : findCase(write, report.case_id);
  if (row && (isOpenCase(row.state) || hasUnsentActions(context, row.id, report))) {
    if (isOpenCase(row.state)) linkReportToCase(write, report, row.id);
    return row.id;
  }
  const open = findOpenCase(write, report.community_id, report.target_member_id);
  const target = open?.id ?? row?.id ?? openFor(context, report);
  if (row && !open) bringBack(context, row, 'reopened');
  linkReportToCase(write, report, target);
  const detail = { report: report.id };
  recordOutsideEvent(context, 'report.revived', { communityId: report.community_id, caseId: target }, detail);
  return target;
}

function hasUnsentActions(context: CaseContext, caseId: CaseId, report: ReportRow): boolean {
  const unsent: readonly string[] = [...waitingActionStates, 'conflict'];
  return listActionsOfCase(context.write, caseId).some(
    (one) => one.report_id === report.id && unsent.includes(one.state),
  );
}

function openFor(context: CaseContext, report: ReportRow): CaseId {
  return findOrOpenCase(context, {
    communityId: report.community_id,
    authorMemberId: report.target_member_id,
    category: report.category_received,
    language: report.language,
    openedAt: report.created_at,
  }).id;
}
