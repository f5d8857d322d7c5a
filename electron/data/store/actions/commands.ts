import { type ActionState, actionTransitions } from '../../../../shared/domain/action.ts';
import type { ActionId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReportFacts } from '../../../../shared/domain/report-facts.ts';
import { move } from '../../../../shared/domain/state-machine.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ActionRow } from './row.ts';

export type NewAction = Pick<
  ActionRow,
  | 'decision_id'
  | 'case_id'
  | 'community_id'
  | 'position'
  | 'kind'
  | 'target_kind'
  | 'target_remote_id'
  | 'report_id'
  | 'report_remote_id'
  | 'parameters'
  | 'idempotency_key'
  | 'base_version'
  | 'base'
  | 'not_before'
  | 'reversal_of'
>;

/** Adds a confirmed action: the person has seen what it does and wants it. */
export function insertAction(db: WriteDb, action: NewAction): ActionId {
  const result = statement(
    db,
    `INSERT INTO actions (decision_id, case_id, community_id, position, kind, target_kind, target_remote_id, report_id,
       report_remote_id, parameters, idempotency_key, base_version, base, state, not_before, reversal_of)
     VALUES (@decision_id, @case_id, @community_id, @position, @kind, @target_kind, @target_remote_id, @report_id,
       @report_remote_id, @parameters, @idempotency_key, @base_version, @base, 'confirmed', @not_before, @reversal_of)`,
  ).run(action);
  return Number(result.lastInsertRowid) as ActionId;
}

/** Moves an action to another state; throws ForbiddenTransition where the machine forbids it. */
function setState(db: WriteDb, action: Pick<ActionRow, 'id' | 'state'>, to: ActionState): void {
  const state = move('action', actionTransitions, action.state, to);
  statement(db, 'UPDATE actions SET state = ? WHERE id = ?').run(state, action.id);
}

/** Says that the request is about to leave, and what was read right before. */
export function markSending(db: WriteDb, action: ActionRow, before: ReportFacts, at: Instant): void {
  setState(db, action, 'sending');
  statement(
    db,
    `UPDATE actions SET before = ?, sending_since = ?, attempts = attempts + 1, next_attempt_at = NULL,
       result = nullif(result, 'answered') WHERE id = ?`,
  ).run(JSON.stringify(before), at, action.id);
}

/** Says that the platform answered yes. Only a reading may make it `applied`, but nothing may repeat it any more. */
export function markAnswered(db: WriteDb, id: ActionId): void {
  statement(db, "UPDATE actions SET result = 'answered' WHERE id = ?").run(id);
}

/** Says that a reading showed the action done. */
export function markApplied(db: WriteDb, action: Pick<ActionRow, 'id' | 'state'>, at: Instant): void {
  setState(db, action, 'applied');
  statement(db, 'UPDATE actions SET applied_at = ?, error_code = NULL, next_attempt_at = NULL WHERE id = ?').run(
    at,
    action.id,
  );
}

/** Sends a `sending` action back to wait: it is known not to have arrived. */
export function markNotArrived(db: WriteDb, action: ActionRow, errorCode: string | null, nextAt: Instant | null): void {
  setState(db, action, 'confirmed');
  statement(db, 'UPDATE actions SET error_code = ?, next_attempt_at = ?, sending_since = NULL WHERE id = ?').run(
    errorCode,
    nextAt,
    action.id,
  );
}

/** Leaves an action in its state and has it looked at again later. */
export function postpone(db: WriteDb, id: ActionId, nextAt: Instant, errorCode: string | null): void {
  statement(db, 'UPDATE actions SET next_attempt_at = ?, error_code = ? WHERE id = ?').run(nextAt, errorCode, id);
}

/** Gives up until a person says otherwise. */
export function markFailed(db: WriteDb, action: Pick<ActionRow, 'id' | 'state'>, errorCode: string): void {
  // A confirmed action fails by way of `sending`: the machine knows no other.
  if (action.state === 'confirmed') setState(db, action, 'sending');
  setState(db, { id: action.id, state: 'sending' }, 'failed');
  statement(db, 'UPDATE actions SET error_code = ?, next_attempt_at = NULL WHERE id = ?').run(errorCode, action.id);
}

/** Hands an action to a person: the platform moved on. */
export function markConflict(db: WriteDb, action: Pick<ActionRow, 'id' | 'state'>): void {
  setState(db, action, 'conflict');
  statement(db, 'UPDATE actions SET next_attempt_at = NULL WHERE id = ?').run(action.id);
}

/** Takes an action back. */
export function markReversed(db: WriteDb, action: Pick<ActionRow, 'id' | 'state'>): void {
  setState(db, action, 'reversed');
  statement(db, 'UPDATE actions SET next_attempt_at = NULL WHERE id = ?').run(action.id);
}

/**
 * Confirms an action again, as it was, after a failure or a conflict. That a request of it was answered, or that nobody
 * knows what became of one, is kept: it can't be taken back as if nothing had left.
 */
export function confirmAgain(
  db: WriteDb,
  action: Pick<ActionRow, 'id' | 'state' | 'result' | 'sending_since'>,
  at: Instant,
): void {
  setState(db, action, 'confirmed');
  const mayHaveArrived = action.result !== null || (action.state === 'conflict' && action.sending_since !== null);
  statement(
    db,
    `UPDATE actions SET attempts = 0, next_attempt_at = NULL, error_code = NULL, sending_since = NULL, result = ?,
       not_before = min(not_before, ?) WHERE id = ?`,
  ).run(mayHaveArrived ? 'unknown' : null, at, action.id);
}

/** Confirms an action on top of what stands there now. */
export function rebase(db: WriteDb, id: ActionId, base: ReportFacts): void {
  const sql = 'UPDATE actions SET base = ?, base_version = ? WHERE id = ?';
  statement(db, sql).run(JSON.stringify(base), base.version, id);
}

/** Ends the undo window of everything that waits. */
export function endUndoWindows(db: WriteDb, at: Instant): void {
  statement(
    db,
    "UPDATE actions SET not_before = ?, next_attempt_at = NULL WHERE state = 'confirmed' AND (not_before > ? OR next_attempt_at > ?)",
  ).run(at, at, at);
}

/** Moves every running time of the outbox, so that a clock that was set back does not hold decisions for hours. */
export function shiftActionTimes(db: WriteDb, byMs: number): void {
  statement(
    db,
    `UPDATE actions SET not_before = not_before + @by, next_attempt_at = next_attempt_at + @by,
       sending_since = sending_since + @by WHERE state IN ('confirmed', 'sending', 'failed')`,
  ).run({ by: byMs });
}

/** Notes that how things stand could not be read before a call: nothing left, and it is tried again later. */
export function postponeReading(db: WriteDb, id: ActionId, nextAt: Instant, errorCode: string): void {
  const sql = 'UPDATE actions SET attempts = attempts + 1, next_attempt_at = ?, error_code = ? WHERE id = ?';
  statement(db, sql).run(nextAt, errorCode, id);
}
