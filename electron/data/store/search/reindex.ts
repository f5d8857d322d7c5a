import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseId, CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';
import { forgetRemovedText } from './forget-removed-text.ts';
import { indexText, removeText, type SearchKind, searchKinds } from './index-text.ts';
import { readSearchableText } from './searchable-text.ts';

export interface ReindexOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneRows: number, totalRows: number) => void;
  readonly batchSize?: number;
}

interface Place {
  rowId: number;
  communityId: CommunityId;
  caseId: CaseId | null;
  at: Instant;
}

// Oldest row first: the index gives what was added last as the newest.
const places: Readonly<Record<SearchKind, string>> = {
  report: `SELECT id AS rowId, community_id AS communityId, case_id AS caseId, created_at AS at
    FROM reports WHERE id > ? ORDER BY id LIMIT ?`,
  snapshot: `SELECT s.id AS rowId, u.community_id AS communityId,
      (SELECT r.case_id FROM report_subjects rs JOIN reports r ON r.id = rs.report_id
       WHERE rs.subject_id = u.id AND r.case_id IS NOT NULL ORDER BY r.id DESC LIMIT 1) AS caseId,
      coalesce(s.published_at, s.captured_at) AS at
    FROM snapshots s JOIN subjects u ON u.id = s.subject_id WHERE s.id > ? ORDER BY s.id LIMIT ?`,
  note: `SELECT n.id AS rowId, coalesce(c.community_id, m.community_id) AS communityId, n.case_id AS caseId,
      n.created_at AS at
    FROM notes n LEFT JOIN cases c ON c.id = n.case_id LEFT JOIN members m ON m.id = n.member_id
    WHERE n.id > ? ORDER BY n.id LIMIT ?`,
  member: `SELECT id AS rowId, community_id AS communityId, NULL AS caseId, first_seen_at AS at
    FROM members WHERE id > ? ORDER BY id LIMIT ?`,
};

const tables: Readonly<Record<SearchKind, string>> = {
  report: 'reports',
  snapshot: 'snapshots',
  note: 'notes',
  member: 'members',
};

/**
 * Builds the search index anew from the rows themselves, a batch a transaction, letting other work in between. Search
 * works all the while. When it is stopped, what was done stays and nothing is lost. Answers the number of rows.
 */
export async function reindex(db: WriteDb, options: ReindexOptions = {}): Promise<number> {
  const batchSize = options.batchSize ?? 500;
  const total = searchKinds.reduce((sum, kind) => sum + countRows(db, kind), 0);
  let done = 0;
  for (const kind of searchKinds) {
    let after = 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const batch = inTransaction(db, () => indexBatch(db, kind, after, batchSize));
      if (batch.rows === 0) break;
      after = batch.last;
      done += batch.rows;
      options.onProgress?.(done, total);
      await nextTurn();
    }
  }
  removeOrphans(db, batchSize);
  await forgetRemovedText(db, options.signal);
  return done;
}

function countRows(db: WriteDb, kind: SearchKind): number {
  return statement<{ n: number }>(db, `SELECT count(*) AS n FROM ${tables[kind]}`).get()?.n ?? 0;
}

function indexBatch(db: WriteDb, kind: SearchKind, after: number, size: number): { rows: number; last: number } {
  const batch = statement<Place>(db, places[kind]).all(after, size);
  for (const place of batch) indexText(db, { kind, ...place, text: readSearchableText(db, kind, place.rowId) ?? '' });
  return { rows: batch.length, last: batch.at(-1)?.rowId ?? after };
}

/** Takes out entries whose row is gone. */
function removeOrphans(db: WriteDb, batchSize: number): void {
  for (const kind of searchKinds) {
    const sql = `SELECT row_id AS rowId FROM search_entries e
      WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM ${tables[kind]} t WHERE t.id = e.row_id) LIMIT ?`;
    for (;;) {
      const gone = statement<{ rowId: number }>(db, sql).all(kind, batchSize);
      if (gone.length === 0) break;
      inTransaction(db, () => {
        for (const { rowId } of gone) removeText(db, kind, rowId);
      });
    }
  }
}
