import type { CaseId, NoteId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { markNoteKept, sendNoteOnceMore } from '../store/note-sendings/commands.ts';
import { findSendingOfNote } from '../store/note-sendings/queries.ts';
import { canKeepHere, type NoteSendingRow } from '../store/note-sendings/row.ts';
import { statement } from '../store/statement.ts';
import { inTransaction } from '../store/transaction.ts';
import type { CaseContext } from './case-event.ts';

/**
 * Nothing more is sent of a note; it stays here. Possible as long as it has not left, and where nobody can say whether it
 * arrived. Answers the case. Throws `already-sent`, or `not-found` for a note that never was to be sent.
 */
export function keepNoteHere(context: Pick<CaseContext, 'write'>, noteId: NoteId): CaseId {
  return inTransaction(context.write, () => {
    const sending = found(context, noteId);
    if (!canKeepHere(sending) && !isUpToPerson(sending)) throw new HearthError('already-sent');
    markNoteKept(context.write, sending);
    return caseOf(context, noteId);
  });
}

/** Sends a note once more that was refused, or of which nobody can say whether it arrived. Throws `already-sent` otherwise. */
export function sendNoteAgain(context: Pick<CaseContext, 'write' | 'clock'>, noteId: NoteId): CaseId {
  return inTransaction(context.write, () => {
    const sending = found(context, noteId);
    if (!isUpToPerson(sending)) throw new HearthError('already-sent');
    sendNoteOnceMore(context.write, sending, context.clock.now());
    return caseOf(context, noteId);
  });
}

function isUpToPerson({ state }: NoteSendingRow): boolean {
  return state === 'conflict' || state === 'failed';
}

function found(context: Pick<CaseContext, 'write'>, noteId: NoteId): NoteSendingRow {
  const sending = findSendingOfNote(context.write, noteId);
  if (!sending) throw new HearthError('not-found');
  return sending;
}

function caseOf(context: Pick<CaseContext, 'write'>, noteId: NoteId): CaseId {
  const row = statement<{ case_id: CaseId | null }>(context.write, 'SELECT case_id FROM notes WHERE id = ?').get(
    noteId,
  );
  if (!row || row.case_id === null) throw new HearthError('not-found');
  return row.case_id;
}
