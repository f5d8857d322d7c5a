import type { CaseId, MemberId, NoteId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { NoteRow } from './row.ts';

/** Notes on a case and on the member it is about, oldest first. */
export function listNotes(db: ReadDb, caseId: CaseId, memberId: MemberId): readonly NoteRow[] {
  const sql = `SELECT * FROM notes WHERE case_id = ?
    UNION SELECT * FROM notes WHERE member_id = ? ORDER BY created_at, id`;
  return statement<NoteRow>(db, sql).all(caseId, memberId);
}

/** One note, or null. */
export function findNote(db: ReadDb, id: NoteId): NoteRow | null {
  return statement<NoteRow>(db, 'SELECT * FROM notes WHERE id = ?').get(id) ?? null;
}

/** The unfinished decision kept for a case, as JSON, or null. */
export function findDraft(db: ReadDb, caseId: CaseId): string | null {
  return statement<{ body: string }>(db, 'SELECT body FROM drafts WHERE case_id = ?').get(caseId)?.body ?? null;
}
