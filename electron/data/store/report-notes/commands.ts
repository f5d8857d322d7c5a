import type { Instant, ReportId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { listReportNotes } from './queries.ts';
import type { NoteSeen, ReportNoteRow } from './row.ts';

export interface NotesChange {
  readonly added: readonly NoteSeen[];
  readonly removed: number;
}

/** Brings the notes on a report in line with what its platform shows now, and answers what is different. */
export function replaceReportNotes(
  db: WriteDb,
  reportId: ReportId,
  seen: readonly NoteSeen[],
  at: Instant,
): NotesChange {
  const left = new Set(listReportNotes(db, reportId));
  const added: NoteSeen[] = [];
  for (const note of seen) {
    const known = [...left].find((row) => isSame(row, note));
    if (known) left.delete(known);
    else added.push(note);
  }
  for (const row of left) statement(db, 'DELETE FROM report_notes WHERE id = ?').run(row.id);
  for (const note of added) insert(db, reportId, note, at);
  return { added, removed: left.size };
}

/** A note with other words is another note, whatever its identity. */
function isSame(row: ReportNoteRow, note: NoteSeen): boolean {
  return (
    row.remote_id === note.remoteId &&
    row.author === note.author &&
    row.body === note.text &&
    row.written_at === note.writtenAt
  );
}

function insert(db: WriteDb, reportId: ReportId, note: NoteSeen, at: Instant): void {
  const sql = `INSERT INTO report_notes (report_id, remote_id, author, body, written_at, first_seen_at)
    VALUES (?, ?, ?, ?, ?, ?)`;
  statement(db, sql).run(reportId, note.remoteId, note.author, note.text, note.writtenAt, at);
}
