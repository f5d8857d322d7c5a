import type { WriteDb } from './db.ts';
import { withStoreErrors } from './store-error.ts';

/** Runs `work` in one transaction; inside another one it joins that, so that commands can be put together. */
export function inTransaction<T>(db: WriteDb, work: () => T): T {
  if (db.inTransaction) return work();
  return withStoreErrors(() => db.transaction(work).immediate());
}

/**
 * Runs `work` in one transaction that is on the disk when this returns, also if the power fails the moment after. For
 * what must be known before a request leaves; everything else is content with surviving a crash of the program.
 */
export function inDurableTransaction<T>(db: WriteDb, work: () => T): T {
  if (db.inTransaction) throw new Error('a durable transaction stands on its own');
  db.pragma('synchronous = FULL');
  try {
    return inTransaction(db, work);
  } finally {
    db.pragma('synchronous = NORMAL');
  }
}
