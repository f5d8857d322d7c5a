import { type ActionState, actionTransitions } from '../../../../shared/domain/action.ts';
import type { Instant, NoteSendingId } from '../../../../shared/domain/ids.ts';
import { move } from '../../../../shared/domain/state-machine.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { NoteBefore, NoteSendingRow } from './row.ts';

export type NewNoteSending = Pick<
  NoteSendingRow,
  'note_id' | 'report_id' | 'community_id' | 'idempotency_key' | 'not_before'
>;

/** Has a note sent: the person has seen who will read it and wants it. */
export function insertNoteSending(db: WriteDb, sending: NewNoteSending): NoteSendingId {
  const sql = `INSERT INTO note_sendings (note_id, report_id, community_id, idempotency_key, state, not_before)
    VALUES (@note_id, @report_id, @community_id, @idempotency_key, 'confirmed', @not_before)`;
  return Number(statement(db, sql).run(sending).lastInsertRowid) as NoteSendingId;
}

type Standing = Pick<NoteSendingRow, 'id' | 'state'>;

function setState(db: WriteDb, sending: Standing, to: ActionState): void {
  const state = move('action', actionTransitions, sending.state, to);
  statement(db, 'UPDATE note_sendings SET state = ?, next_attempt_at = NULL WHERE id = ?').run(state, sending.id);
}

/** Says that the request is about to leave, and what was read right before. */
export function markNoteSending(db: WriteDb, sending: Standing, before: NoteBefore, at: Instant): void {
  setState(db, sending, 'sending');
  const sql = `UPDATE note_sendings SET before = ?, sending_since = ?, attempts = attempts + 1,
    result = nullif(result, 'answered') WHERE id = ?`;
  statement(db, sql).run(JSON.stringify(before), at, sending.id);
}

/** Says that the platform answered yes. Only a reading may call the note sent, but nothing may repeat it any more. */
export function markNoteAnswered(db: WriteDb, id: NoteSendingId): void {
  statement(db, "UPDATE note_sendings SET result = 'answered' WHERE id = ?").run(id);
}

/** Says that a reading showed the note there. */
export function markNoteSent(db: WriteDb, sending: Standing, at: Instant): void {
  setState(db, sending, 'applied');
  statement(db, 'UPDATE note_sendings SET sent_at = ?, error_code = NULL WHERE id = ?').run(at, sending.id);
}

/** Sends a note back to wait: its request is known not to have arrived. */
export function markNoteNotArrived(
  db: WriteDb,
  sending: Standing,
  errorCode: string | null,
  nextAt: Instant | null,
): void {
  setState(db, sending, 'confirmed');
  const sql = 'UPDATE note_sendings SET error_code = ?, next_attempt_at = ?, sending_since = NULL WHERE id = ?';
  statement(db, sql).run(errorCode, nextAt, sending.id);
}

/** Leaves a note in its state and has it looked at again later. */
export function postponeNote(db: WriteDb, id: NoteSendingId, nextAt: Instant, errorCode: string | null): void {
  const sql = 'UPDATE note_sendings SET next_attempt_at = ?, error_code = ? WHERE id = ?';
  statement(db, sql).run(nextAt, errorCode, id);
}

/** Notes that the report could not be read before a request: nothing left, and it is tried again later. */
export function postponeNoteReading(db: WriteDb, id: NoteSendingId, nextAt: Instant, errorCode: string): void {
  const sql = 'UPDATE note_sendings SET attempts = attempts + 1, next_attempt_at = ?, error_code = ? WHERE id = ?';
  statement(db, sql).run(nextAt, errorCode, id);
}

/** Gives up until a person says otherwise. */
export function markNoteFailed(db: WriteDb, sending: Standing, errorCode: string): void {
  // A confirmed one fails by way of `sending`: the machine knows no other.
  if (sending.state === 'confirmed') setState(db, sending, 'sending');
  setState(db, { id: sending.id, state: 'sending' }, 'failed');
  statement(db, 'UPDATE note_sendings SET error_code = ? WHERE id = ?').run(errorCode, sending.id);
}

/** Hands a note to a person: nobody can say whether it arrived. */
export function markNoteDoubtful(db: WriteDb, sending: Standing): void {
  setState(db, sending, 'conflict');
  statement(db, 'UPDATE note_sendings SET error_code = NULL WHERE id = ?').run(sending.id);
}

/** Nothing more is sent of the note. */
export function markNoteKept(db: WriteDb, sending: Standing): void {
  setState(db, sending, 'reversed');
}

/** Has a note sent again by a person. That an earlier request may have arrived is kept: it can't be kept here as if none had. */
export function sendNoteOnceMore(
  db: WriteDb,
  sending: Pick<NoteSendingRow, 'id' | 'state' | 'result'>,
  at: Instant,
): void {
  setState(db, sending, 'confirmed');
  const mayHaveArrived = sending.result !== null || sending.state === 'conflict';
  const sql = `UPDATE note_sendings SET attempts = 0, error_code = NULL, sending_since = NULL, result = ?,
    not_before = min(not_before, ?) WHERE id = ?`;
  statement(db, sql).run(mayHaveArrived ? 'unknown' : null, at, sending.id);
}

/** Ends the time in which notes that wait can be kept here for certain. */
export function endNoteUndoWindows(db: WriteDb, at: Instant): void {
  const sql = `UPDATE note_sendings SET not_before = ?, next_attempt_at = NULL
    WHERE state = 'confirmed' AND (not_before > ? OR next_attempt_at > ?)`;
  statement(db, sql).run(at, at, at);
}

/** Moves every running time, so that a clock that was set back does not hold notes for hours. */
export function shiftNoteTimes(db: WriteDb, byMs: number): void {
  const sql = `UPDATE note_sendings SET not_before = not_before + @by, next_attempt_at = next_attempt_at + @by,
    sending_since = sending_since + @by WHERE state IN ('confirmed', 'sending', 'failed')`;
  statement(db, sql).run({ by: byMs });
}
