import type { CaseId } from '../../../shared/domain/ids.ts';
import type { CaseDecision, CaseEvent } from '../../../shared/ipc/topics/case.ts';
import { isUndoable } from '../cases/undo-decision.ts';
import { listActionsOfCase } from '../store/actions/queries.ts';
import type { ActionRow } from '../store/actions/row.ts';
import type { CaseRow } from '../store/cases/row.ts';
import type { ReadDb } from '../store/db.ts';
import { listDecisionsOfCase } from '../store/decisions/queries.ts';
import type { DecisionRow } from '../store/decisions/row.ts';
import { statement } from '../store/statement.ts';

/** The decisions on a case, newest first, with how far each of their actions has come. */
export function readCaseDecisions(db: ReadDb, row: CaseRow): readonly CaseDecision[] {
  const actions = listActionsOfCase(db, row.id);
  return listDecisionsOfCase(db, row.id).map((decision) => {
    const own = actions.filter((one) => one.decision_id === decision.id);
    return toDecision(decision, own, row.state === 'decided');
  });
}

function toDecision(
  decision: DecisionRow & { policy_title: string | null },
  actions: readonly ActionRow[],
  isDecided: boolean,
): CaseDecision {
  const stands = decision.undone_at === null && decision.superseded_at === null;
  const canUndo = isDecided && stands && isUndoable(actions);
  return {
    decisionId: decision.id,
    finding: decision.finding,
    personEffect: decision.person_effect,
    removePosts: decision.content_effect === 'remove-posts',
    policyTitle: decision.policy_title,
    policyVersion: decision.policy_version,
    severity: decision.severity,
    reasonInternal: decision.reason_internal,
    reasonPerson: decision.reason_person,
    decidedBy: decision.decided_by,
    decidedAt: decision.decided_at,
    undoneAt: decision.undone_at,
    canUndo,
    undoUntil: canUndo && actions.length > 0 ? Math.max(...actions.map((one) => one.not_before)) : null,
    actions: actions.map((one) => ({
      actionId: one.id,
      kind: one.kind,
      state: one.state,
      errorCode: one.error_code,
      appliedAt: one.applied_at,
    })),
  };
}

const mostEvents = 500;

/** What happened to a case, newest first. */
export function readCaseEvents(db: ReadDb, caseId: CaseId): readonly CaseEvent[] {
  const sql = 'SELECT at, actor, kind, payload FROM audit_events WHERE case_id = ? ORDER BY sequence DESC LIMIT ?';
  return statement<{ at: number; actor: string; kind: string; payload: string }>(db, sql)
    .all(caseId, mostEvents)
    .map((row) => ({
      at: row.at,
      actor: row.actor,
      kind: row.kind,
      detail: (JSON.parse(row.payload) as CaseEvent['detail'] | null) ?? {},
    }));
}
