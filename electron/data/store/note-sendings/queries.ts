import type { CaseId, CommunityId, Instant, NoteId, NoteSendingId, ReportId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { NoteSendingRow } from './row.ts';

/** One sending, or null. */
export function findNoteSending(db: ReadDb, id: NoteSendingId): NoteSendingRow | null {
  return statement<NoteSendingRow>(db, 'SELECT * FROM note_sendings WHERE id = ?').get(id) ?? null;
}

/** How a note is sent, or null where it stays here. */
export function findSendingOfNote(db: ReadDb, noteId: NoteId): NoteSendingRow | null {
  return statement<NoteSendingRow>(db, 'SELECT * FROM note_sendings WHERE note_id = ?').get(noteId) ?? null;
}

/** How the notes on a case are sent, those that are. */
export function listSendingsOfCase(db: ReadDb, caseId: CaseId): readonly NoteSendingRow[] {
  const sql = 'SELECT s.* FROM notes n JOIN note_sendings s ON s.note_id = n.id WHERE n.case_id = ?';
  return statement<NoteSendingRow>(db, sql).all(caseId);
}

/** Notes that are neither on the platform nor kept here for good, in the order they were written. */
export function listOpenSendings(db: ReadDb, communityId: CommunityId): readonly NoteSendingRow[] {
  const sql = `SELECT * FROM note_sendings INDEXED BY note_sendings_open WHERE community_id = ?
    AND state IN ('confirmed', 'sending', 'failed', 'conflict') ORDER BY id`;
  return statement<NoteSendingRow>(db, sql).all(communityId);
}

/** The same over all communities, with the case each note is about. */
export function listAllOpenSendings(
  db: ReadDb,
): readonly (NoteSendingRow & { readonly case_id: CaseId; readonly created_at: Instant })[] {
  const sql = `SELECT s.*, n.case_id, n.created_at FROM note_sendings s INDEXED BY note_sendings_open
    JOIN notes n ON n.id = s.note_id WHERE s.state IN ('confirmed', 'sending', 'failed', 'conflict') ORDER BY s.id`;
  return statement<NoteSendingRow & { case_id: CaseId; created_at: Instant }>(db, sql).all();
}

/** Notes on a report of which nobody knows whether they arrived. */
export function listDoubtfulSendings(db: ReadDb, reportId: ReportId): readonly NoteSendingRow[] {
  const sql = `SELECT * FROM note_sendings WHERE report_id = ? AND state IN ('failed', 'conflict') AND before IS NOT NULL`;
  return statement<NoteSendingRow>(db, sql).all(reportId);
}
