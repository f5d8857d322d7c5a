import type { ReportId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { listReportNotes } from '../report-notes/queries.ts';
import { statement } from '../statement.ts';
import type { SearchKind } from './index-text.ts';

/** What of a snapshot can be found: its warning, its text and the descriptions of its pictures. */
export function snapshotText(row: { readonly spoiler: string; readonly text: string; readonly media: string }): string {
  const media = JSON.parse(row.media) as readonly { readonly description?: string | null }[];
  return [row.spoiler, row.text, ...media.map(({ description }) => description ?? '')].join('\n');
}

/** What of a report can be found: what the reporter wrote, and what colleagues noted on the platform. */
function reportText(comment: string, notes: readonly { readonly body: string }[]): string {
  return [comment, ...notes.map(({ body }) => body)].join('\n');
}

/** What of a member can be found. */
export function memberText(row: { readonly displayName: string; readonly handle: string }): string {
  return `${row.displayName}\n${row.handle}`;
}

const readers: Readonly<Record<SearchKind, (db: ReadDb, rowId: number) => string | undefined>> = {
  report: (db, rowId) => {
    const sql = 'SELECT comment FROM reports WHERE id = ?';
    const row = statement<{ comment: string }>(db, sql).get(rowId);
    return row && reportText(row.comment, listReportNotes(db, rowId as ReportId));
  },
  snapshot: (db, rowId) => {
    const sql = 'SELECT spoiler, text, media FROM snapshots WHERE id = ?';
    const row = statement<{ spoiler: string; text: string; media: string }>(db, sql).get(rowId);
    return row && snapshotText(row);
  },
  note: (db, rowId) => statement<{ body: string }>(db, 'SELECT body FROM notes WHERE id = ?').get(rowId)?.body,
  member: (db, rowId) => {
    const sql = 'SELECT display_name AS displayName, handle FROM members WHERE id = ?';
    const row = statement<{ displayName: string; handle: string }>(db, sql).get(rowId);
    return row && memberText(row);
  },
};

/** The text of a row, from the row itself: the index keeps none. Undefined when the row is gone. */
export function readSearchableText(db: ReadDb, kind: SearchKind, rowId: number): string | undefined {
  return readers[kind](db, rowId);
}
