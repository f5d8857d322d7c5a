import type { CaseState } from '../../../shared/domain/case.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { setCaseState } from '../store/cases/commands.ts';
import { findOpenCase } from '../store/cases/queries.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { releaseClaims } from '../store/claims/commands.ts';
import { linkReportToCase } from '../store/reports/commands.ts';
import { listLinkedReports } from '../store/reports/queries.ts';
import { statement } from '../store/statement.ts';
import { type CaseContext, recordOutsideEvent } from './case-event.ts';

/**
 * Opens a closed case again. There is one open case per author: what opened in the meantime is taken in, and ends as void
 * with a pointer here. The reports of the case itself are the caller's to link.
 */
export function bringBack(context: CaseContext, row: CaseRow, to: Extract<CaseState, 'reopened' | 'claimed'>): void {
  const { write } = context;
  const now = context.clock.now();
  const newer = findOpenCase(write, row.community_id, row.author_member_id);
  const taken = newer && newer.id !== row.id ? listLinkedReports(write, newer.id) : [];
  if (newer && newer.id !== row.id) closeMerged(context, newer, row.id);
  setCaseState(write, row, to, now);
  for (const report of taken) linkReportToCase(write, report, row.id);
}

function closeMerged(context: CaseContext, newer: CaseRow, into: CaseId): void {
  const { write } = context;
  const now = context.clock.now();
  statement(write, 'UPDATE notes SET case_id = ? WHERE case_id = ?').run(into, newer.id);
  statement(write, 'UPDATE OR IGNORE drafts SET case_id = ? WHERE case_id = ?').run(into, newer.id);
  releaseClaims(write, newer.id, now, 'merged');
  setCaseState(write, newer, 'void', now);
  recordOutsideEvent(context, 'case.merged', { communityId: newer.community_id, caseId: newer.id }, { into });
}
