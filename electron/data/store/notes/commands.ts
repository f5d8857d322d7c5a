import type { CaseId, CommunityId, Instant, NoteId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { indexText } from '../search/index-text.ts';
import { statement } from '../statement.ts';
import type { NoteRow } from './row.ts';

/** Adds a note and makes it findable. */
export function insertNote(
  db: WriteDb,
  note: Omit<NoteRow, 'id'> & { communityId: CommunityId; aboutCase: CaseId | null },
): NoteId {
  const { communityId, aboutCase, ...row } = note;
  const result = statement(
    db,
    `INSERT INTO notes (case_id, member_id, audience, kind, body, author, created_at)
     VALUES (@case_id, @member_id, @audience, @kind, @body, @author, @created_at)`,
  ).run(row);
  const id = Number(result.lastInsertRowid) as NoteId;
  indexText(db, { kind: 'note', rowId: id, communityId, caseId: aboutCase, at: row.created_at, text: row.body });
  return id;
}

/** Keeps an unfinished decision on disk, or drops it when `body` is null. */
export function saveDraft(db: WriteDb, caseId: CaseId, body: string | null, at: Instant): void {
  if (body === null) {
    statement(db, 'DELETE FROM drafts WHERE case_id = ?').run(caseId);
    return;
  }
  statement(db, 'INSERT OR REPLACE INTO drafts (case_id, body, updated_at) VALUES (?, ?, ?)').run(caseId, body, at);
}
