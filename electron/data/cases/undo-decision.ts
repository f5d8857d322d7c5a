import { claimLeaseMs } from '../../../shared/domain/claim.ts';
import type { CaseId, DecisionId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { markReversed } from '../store/actions/commands.ts';
import { listActionsOfDecision } from '../store/actions/queries.ts';
import type { ActionRow } from '../store/actions/row.ts';
import { findCase } from '../store/cases/queries.ts';
import { insertClaim } from '../store/claims/commands.ts';
import type { WriteDb } from '../store/db.ts';
import { markUndone } from '../store/decisions/commands.ts';
import { findDecision, findStandingDecision } from '../store/decisions/queries.ts';
import type { DecisionRow } from '../store/decisions/row.ts';
import { linkReportToCase } from '../store/reports/commands.ts';
import { findReport } from '../store/reports/queries.ts';
import { inDurableTransaction } from '../store/transaction.ts';
import { bringBack } from './bring-back.ts';
import { type CaseContext, recordOwnEvent } from './case-event.ts';
import { refreshCase } from './refresh-case.ts';

/** True when none of a decision's actions has left or may have left. */
export function isUndoable(actions: readonly Pick<ActionRow, 'state' | 'result'>[]): boolean {
  return actions.every((one) => {
    const neverLeft = one.state === 'drafted' || one.state === 'confirmed';
    // A refusal is a proof: the platform said no.
    return (neverLeft || one.state === 'failed' || one.state === 'reversed') && one.result === null;
  });
}

/** Takes a decision back as long as nothing of it left; the case returns to the person. Throws `already-sent` otherwise. */
export function undoDecision(context: CaseContext, id: DecisionId): CaseId {
  const { write } = context;
  return inDurableTransaction(write, () => {
    const decision = findDecision(write, id);
    const row = decision && findCase(write, decision.case_id);
    if (!decision || !row) throw new HearthError('not-found');
    if (decision.undone_at !== null || decision.superseded_at !== null) throw new HearthError('already-sent');
    if (findStandingDecision(write, row.id)?.id !== id || row.state !== 'decided') throw new HearthError('stale');
    const actions = listActionsOfDecision(write, id);
    if (!isUndoable(actions)) throw new HearthError('already-sent');
    const now = context.clock.now();
    for (const action of actions) if (action.state !== 'reversed') markReversed(write, action);
    markUndone(write, id, now);
    bringBack(context, row, 'claimed');
    giveReportsBack(write, decision);
    const { alias, device } = context.actor();
    const leaseUntil = now + claimLeaseMs;
    insertClaim(write, { caseId: row.id, holder: alias, device, kind: 'holding', since: now, leaseUntil });
    refreshCase(write, row.id, { movedOn: true });
    recordOwnEvent(
      context,
      'case.decision-undone',
      { communityId: row.community_id, caseId: row.id },
      { decision: id },
    );
    return row.id;
  });
}

/** Links the reports that a decision had answered to its case again. */
export function giveReportsBack(write: WriteDb, decision: Pick<DecisionRow, 'report_ids' | 'case_id'>): void {
  for (const reportId of JSON.parse(decision.report_ids) as Parameters<typeof findReport>[1][]) {
    const report = findReport(write, reportId);
    if (report && report.case_id === decision.case_id) linkReportToCase(write, report, decision.case_id);
  }
}
