import type { Community } from '../../../../shared/domain/community.ts';
import type { Instant, ReportId } from '../../../../shared/domain/ids.ts';
import type { RemoteReport } from '../../platforms/platform.ts';
import type { WriteDb } from '../../store/db.ts';
import { markNoteSent } from '../../store/note-sendings/commands.ts';
import { listDoubtfulSendings } from '../../store/note-sendings/queries.ts';
import { noteBeforeOf } from '../../store/note-sendings/row.ts';
import { findNote } from '../../store/notes/queries.ts';
import { judgeNote } from './judge-note.ts';

/** A note that nobody could say had arrived may turn up with a later reading of its report: then nobody need be asked. */
export function noteSendingsSeen(
  db: WriteDb,
  community: Pick<Community, 'accountHandle'>,
  reportId: ReportId,
  remote: RemoteReport,
  at: Instant,
): boolean {
  let found = false;
  for (const sending of listDoubtfulSendings(db, reportId)) {
    const before = noteBeforeOf(sending);
    const note = findNote(db, sending.note_id);
    if (!before || !note || judgeNote(note.body, community.accountHandle, before, remote) !== 'arrived') continue;
    markNoteSent(db, sending, at);
    found = true;
  }
  return found;
}
