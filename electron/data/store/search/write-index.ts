import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';

/** The words of one row as the index takes them; null takes out what it holds for the row. */
interface IndexLine {
  readonly rowId: number;
  readonly words: { readonly text: string; readonly facets: string } | null;
}

/** What a transaction has gathered for the index so far, by connection. */
const gathering = new WeakMap<WriteDb, IndexLine[]>();

/** Puts the words of a new row into the index. */
export function addToIndex(db: WriteDb, rowId: number, words: NonNullable<IndexLine['words']>): void {
  write(db, { rowId, words });
}

/** Takes out what the index holds for a row. */
export function takeFromIndex(db: WriteDb, rowId: number): void {
  write(db, { rowId, words: null });
}

/**
 * Runs `work` in one transaction and writes what it has for the index at its end. FTS5 holds new words in memory until a
 * savepoint begins, or any statement that has to be able to undo itself, such as an UPDATE with triggers: then it writes a
 * piece of index for the few words so far and has to merge it with the others later. Written last, a page makes one piece.
 * Within `work` the index does not have the words yet. Throws inside another transaction, which could go on after a failure.
 */
export function inIndexingTransaction<T>(db: WriteDb, work: () => T): T {
  if (db.inTransaction) throw new Error('an indexing transaction stands on its own');
  return inTransaction(db, () => {
    const lines: IndexLine[] = [];
    gathering.set(db, lines);
    let result: T;
    try {
      result = work();
    } finally {
      gathering.delete(db);
    }
    for (const line of lines) write(db, line);
    return result;
  });
}

function write(db: WriteDb, line: IndexLine): void {
  const lines = gathering.get(db);
  if (lines) {
    lines.push(line);
    return;
  }
  const { rowId, words } = line;
  if (words === null) statement(db, 'DELETE FROM search_index WHERE rowid = ?').run(rowId);
  else {
    const sql = 'INSERT INTO search_index (rowid, text, facets) VALUES (?, ?, ?)';
    statement(db, sql).run(rowId, words.text, words.facets);
  }
}
