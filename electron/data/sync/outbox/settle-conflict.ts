import type { CaseId, ConflictId } from '../../../../shared/domain/ids.ts';
import type { ReportFacts } from '../../../../shared/domain/report-facts.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { Settlement } from '../../../../shared/ipc/topics/conflicts.ts';
import { bringBack } from '../../cases/bring-back.ts';
import { type CaseContext, recordOwnEvent } from '../../cases/case-event.ts';
import { claimCase } from '../../cases/claim-case.ts';
import { refreshCase } from '../../cases/refresh-case.ts';
import { giveReportsBack } from '../../cases/undo-decision.ts';
import { confirmAgain, markReversed, rebase } from '../../store/actions/commands.ts';
import { listActionsOfDecision } from '../../store/actions/queries.ts';
import type { ActionRow } from '../../store/actions/row.ts';
import { setHasConflict } from '../../store/cases/commands.ts';
import { findCase } from '../../store/cases/queries.ts';
import { markSettled } from '../../store/conflicts/commands.ts';
import { findConflict } from '../../store/conflicts/queries.ts';
import type { ConflictRow } from '../../store/conflicts/row.ts';
import { markSuperseded } from '../../store/decisions/commands.ts';
import { findDecision } from '../../store/decisions/queries.ts';
import { insertNote } from '../../store/notes/commands.ts';
import { findReport } from '../../store/reports/queries.ts';
import { factsOf } from '../../store/reports/row.ts';
import { inDurableTransaction } from '../../store/transaction.ts';

/** The ways out of a conflict. Sending on top of a report that is gone is none. */
export function settlementsFor(remote: Pick<ReportFacts, 'state'>): readonly Settlement[] {
  return remote.state === 'gone' ? ['keep-theirs', 'decide-again'] : ['keep-theirs', 'send-mine', 'decide-again'];
}

/**
 * A person has read both sides and chosen. keep-theirs: nothing more is sent. send-mine: what was not sent goes out on top
 * of what is there now, and is compared with that. decide-again: the case comes back, held by this person. Throws
 * `not-found`, `stale` when it is settled already, `not-supported` for a way out that does not exist here.
 */
export function settleConflict(
  context: CaseContext,
  choice: { conflictId: ConflictId; settlement: Settlement; note: string },
): CaseId {
  const { write, clock } = context;
  return inDurableTransaction(write, () => {
    const conflict = findConflict(write, choice.conflictId);
    if (!conflict) throw new HearthError('not-found');
    if (conflict.settled_at !== null) throw new HearthError('stale');
    const remote = JSON.parse(conflict.remote) as ReportFacts;
    if (!settlementsFor(remote).includes(choice.settlement)) throw new HearthError('not-supported');
    markSettled(write, conflict.id, choice.settlement, context.actor().alias, clock.now());
    setHasConflict(write, conflict.case_id, false);
    carryOut(context, conflict, choice.settlement);
    addNote(context, conflict, choice.note);
    recordOwnEvent(
      context,
      'conflict.settled',
      { communityId: conflict.community_id, caseId: conflict.case_id },
      { decision: conflict.decision_id, settlement: choice.settlement },
    );
    return conflict.case_id;
  });
}

function carryOut(context: CaseContext, conflict: ConflictRow, settlement: Settlement): void {
  const { write, clock } = context;
  const unsent = listActionsOfDecision(write, conflict.decision_id).filter((one) => one.state === 'conflict');
  if (settlement === 'send-mine') {
    for (const action of unsent) sendOnTop(context, action, conflict);
    return;
  }
  for (const action of unsent) markReversed(write, action);
  if (settlement === 'keep-theirs') return;
  const decision = findDecision(write, conflict.decision_id);
  const row = findCase(write, conflict.case_id);
  if (!decision || !row) throw new HearthError('not-found');
  markSuperseded(write, decision.id, clock.now());
  if (row.is_open === 0) bringBack(context, row, 'reopened');
  giveReportsBack(write, decision);
  claimCase(context, findCase(write, row.id) ?? row);
  refreshCase(write, row.id, { movedOn: true });
}

function sendOnTop(context: CaseContext, action: ActionRow, conflict: ConflictRow): void {
  const { write, clock } = context;
  const report = action.report_id === null ? null : findReport(write, action.report_id);
  // What the person saw of the report in conflict is what they agreed to; the others stand as last read.
  const seen = action.id === conflict.action_id ? (JSON.parse(conflict.remote) as ReportFacts) : null;
  const base = seen ?? (report ? factsOf(report) : null);
  if (base) rebase(write, action.id, base);
  confirmAgain(write, action, clock.now());
}

function addNote(context: CaseContext, conflict: ConflictRow, note: string): void {
  if (note.trim() === '') return;
  insertNote(context.write, {
    case_id: conflict.case_id,
    member_id: null,
    audience: 'team',
    kind: 'note',
    body: note,
    author: context.actor().alias,
    created_at: context.clock.now(),
    communityId: conflict.community_id,
    aboutCase: conflict.case_id,
  });
}
