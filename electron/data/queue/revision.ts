import type { ReadDb } from '../store/db.ts';
import { statement } from '../store/statement.ts';

/** Another start of the process never gives a number that an earlier one gave. */
const startedAt = (Date.now() % 2 ** 31) * 2 ** 21;

/**
 * A number that is another one after every commit, by this connection or by others. Equal numbers mean that nothing in the
 * store changed in between.
 */
export function storeRevision(db: ReadDb): number {
  const others = statement<{ data_version: number }>(db, 'PRAGMA data_version').get()?.data_version ?? 0;
  const own = statement<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  return startedAt + ((others + own) % 2 ** 21);
}
