import type { WriteDb } from './db.ts';

/** Memory for pages while millions of rows come in, in KiB: indexes in no order are written far less often. */
const ROOMY_CACHE = 384 * 1024;

/**
 * Runs long writing with much memory for pages, and gives it back afterwards. For the command line and practice alone: beside
 * a person's work the usual memory is enough.
 */
export async function withRoomyWrites<T>(db: WriteDb, work: () => Promise<T>): Promise<T> {
  const usual = Number(db.pragma('cache_size', { simple: true }));
  db.pragma(`cache_size = -${ROOMY_CACHE}`);
  try {
    return await work();
  } finally {
    db.pragma(`cache_size = ${usual}`);
    db.pragma('shrink_memory');
  }
}
