import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';

const pagesPerStep = 500;

/**
 * Rewrites the index without what was taken out of it, letting other work in between. Until then the folded words of
 * removed rows stay in the encrypted file, though no search finds them. For the end of an erasure, not for each row.
 */
export async function forgetRemovedText(db: WriteDb, signal?: AbortSignal): Promise<void> {
  // A negative number tells FTS5 to begin with all parts of the index, a positive one to go on where it stopped.
  for (let pages = -pagesPerStep; mergeSome(db, pages); pages = pagesPerStep) {
    signal?.throwIfAborted();
    await nextTurn();
  }
}

/**
 * Merges about so many pages of the index in a transaction of its own; a negative number begins anew. False where nothing
 * was left to merge: then FTS5 changes fewer than two rows (https://sqlite.org/fts5.html#the_merge_command).
 */
function mergeSome(db: WriteDb, pages: number): boolean {
  const changes = () => statement<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  const before = changes();
  const sql = `INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)`;
  inTransaction(db, () => statement(db, sql).run(pages));
  return changes() - before >= 2;
}
