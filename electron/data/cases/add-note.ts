import type { ReportId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { findCommunity } from '../store/communities/queries.ts';
import { insertNoteSending } from '../store/note-sendings/commands.ts';
import { insertNote } from '../store/notes/commands.ts';
import type { NoteRow } from '../store/notes/row.ts';
import { findReport } from '../store/reports/queries.ts';
import { inTransaction } from '../store/transaction.ts';
import { type CaseContext, recordOwnEvent } from './case-event.ts';
import { undoWindowMs } from './undo-window.ts';

export type NewNote = Pick<NoteRow, 'audience' | 'kind' | 'body'> & {
  readonly about: 'case' | 'member';
  /** The report of this case on whose platform the note is left for colleagues, too; null: only here. */
  readonly onReport: ReportId | null;
};

/**
 * Adds a note to a case or to the member it is about. Notes are never changed; a correction is another note. Throws
 * `not-supported` and `invalid-input` for one that the platform would not take.
 */
export function addNote(context: CaseContext, row: CaseRow, note: NewNote): NoteRow {
  return inTransaction(context.write, () => {
    const { about, audience, kind, body } = note;
    if (note.onReport !== null) checkSendable(context, row, note, note.onReport);
    const whole = {
      case_id: about === 'case' ? row.id : null,
      member_id: about === 'member' ? row.author_member_id : null,
      audience,
      kind,
      body,
      author: context.actor().alias,
      created_at: context.clock.now(),
    };
    const id = insertNote(context.write, { ...whole, communityId: row.community_id, aboutCase: row.id });
    if (note.onReport !== null) {
      insertNoteSending(context.write, {
        note_id: id,
        report_id: note.onReport,
        community_id: row.community_id,
        idempotency_key: context.newKey(),
        not_before: whole.created_at + undoWindowMs(context),
      });
    }
    if (audience === 'team') {
      const detail = { note: id, kind, ...(note.onReport !== null && { report: note.onReport }) };
      recordOwnEvent(context, 'case.note', { communityId: row.community_id, caseId: row.id }, detail);
    }
    return { ...whole, id };
  });
}

/** A note about a person as such belongs to no report, and one that only its author reads goes nowhere. */
function checkSendable(context: CaseContext, row: CaseRow, note: NewNote, reportId: ReportId): void {
  const can = findCommunity(context.write, row.community_id)?.capabilities;
  if (can?.notes !== true) throw new HearthError('not-supported');
  if (note.about !== 'case' || note.audience !== 'team') throw new HearthError('invalid-input', { field: 'audience' });
  const report = findReport(context.write, reportId);
  if (report?.case_id !== row.id || report.remote_state === 'gone') throw new HearthError('not-found');
  if (can.longestNote !== undefined && note.body.length > can.longestNote) {
    throw new HearthError('invalid-input', { field: 'body', most: can.longestNote });
  }
}
