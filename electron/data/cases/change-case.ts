import { waitingActionStates } from '../../../shared/domain/action.ts';
import type { CaseId, Instant } from '../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { listActionsOfDecision } from '../store/actions/queries.ts';
import { setCaseState, setLegalHold } from '../store/cases/commands.ts';
import { findCase } from '../store/cases/queries.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { releaseClaims } from '../store/claims/commands.ts';
import { findActiveClaim } from '../store/claims/queries.ts';
import { findStandingDecision } from '../store/decisions/queries.ts';
import { insertNote } from '../store/notes/commands.ts';
import { correctCategories, linkReportToCase } from '../store/reports/commands.ts';
import { listReportsOfCase } from '../store/reports/queries.ts';
import { inTransaction } from '../store/transaction.ts';
import { bringBack } from './bring-back.ts';
import { type CaseContext, type CaseEventKind, type EventDetail, recordOwnEvent } from './case-event.ts';
import { refreshCase } from './refresh-case.ts';
import { giveReportsBack } from './undo-decision.ts';

/** Finds the case and makes sure that nobody else holds it. Throws `not-found` or `claim-held`. */
export function caseToChange(context: CaseContext, id: CaseId): CaseRow {
  const row = findCase(context.write, id);
  if (!row) throw new HearthError('not-found');
  const held = findActiveClaim(context.write, id, context.clock.now());
  if (held && held.device !== context.actor().device) throw new HearthError('claim-held', { until: held.lease_until });
  return row;
}

function record(context: CaseContext, row: CaseRow, kind: CaseEventKind, detail: EventDetail = {}): void {
  recordOwnEvent(context, kind, { communityId: row.community_id, caseId: row.id }, detail);
}

function addNote(context: CaseContext, row: CaseRow, body: string): void {
  if (body.trim() === '') return;
  insertNote(context.write, {
    case_id: row.id,
    member_id: null,
    audience: 'team',
    kind: 'handover',
    body,
    author: context.actor().alias,
    created_at: context.clock.now(),
    communityId: row.community_id,
    aboutCase: row.id,
  });
}

/** Sets a case aside until a time. The claim is let go: waiting is not holding. */
export function waitWithCase(context: CaseContext, id: CaseId, until: Instant, note: string): void {
  inTransaction(context.write, () => {
    const row = caseToChange(context, id);
    const now = context.clock.now();
    if (until <= now) throw new HearthError('invalid-input', { field: 'until' });
    setCaseState(context.write, row, 'waiting', now, until);
    releaseClaims(context.write, id, now, 'waiting');
    addNote(context, row, note);
    record(context, row, 'case.waiting', { until });
  });
}

/** Hands a case to the second line. It stays escalated until it is closed or put back. */
export function escalateCase(context: CaseContext, id: CaseId, note: string): void {
  inTransaction(context.write, () => {
    const row = caseToChange(context, id);
    const now = context.clock.now();
    setCaseState(context.write, row, 'escalated', now);
    releaseClaims(context.write, id, now, 'escalated');
    addNote(context, row, note);
    refreshCase(context.write, id, { movedOn: false });
    record(context, row, 'case.escalated');
  });
}

/**
 * Opens a closed case again with the reports that its last decision answered. Nothing that was done is undone by this:
 * that takes a new decision. Throws `busy` while the last decision still has something to send.
 */
export function reopenCase(context: CaseContext, id: CaseId, note: string): void {
  const { write } = context;
  inTransaction(write, () => {
    const row = caseToChange(context, id);
    const decision = findStandingDecision(write, id);
    const waiting: readonly string[] = [...waitingActionStates, 'conflict'];
    if (decision && listActionsOfDecision(write, decision.id).some((one) => waiting.includes(one.state))) {
      throw new HearthError('busy');
    }
    bringBack(context, row, 'reopened');
    if (decision) giveReportsBack(write, decision);
    else for (const report of listReportsOfCase(write, id)) linkReportToCase(write, report, id);
    addNote(context, row, note);
    refreshCase(write, id, { movedOn: true });
    record(context, row, 'case.reopened');
  });
}

/** Files a case under the category that fits. What the reporter chose stays readable. */
export function correctCategory(context: CaseContext, id: CaseId, category: ReportCategory): void {
  inTransaction(context.write, () => {
    const row = caseToChange(context, id);
    correctCategories(context.write, id, category);
    refreshCase(context.write, id, { movedOn: true });
    record(context, row, 'case.category-corrected', { from: row.category, to: category });
  });
}

/** Stops or resumes retention for a case. Whoever may see a case may hold it: a hold that waits for a claim comes too late. */
export function holdCase(context: CaseContext, id: CaseId, hold: boolean): void {
  inTransaction(context.write, () => {
    const row = findCase(context.write, id);
    if (!row) throw new HearthError('not-found');
    setLegalHold(context.write, id, hold);
    record(context, row, 'case.legal-hold', { hold });
  });
}
