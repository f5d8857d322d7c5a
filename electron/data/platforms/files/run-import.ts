import type { ImportId } from '../../../../shared/domain/ids.ts';
import type { JobHandle, JobResult } from '../../service/jobs.ts';
import type { WriteDb } from '../../store/db.ts';
import { finishImport } from '../../store/imports/commands.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { inTransaction } from '../../store/transaction.ts';

export type ImportEnd = 'finished' | 'cancelled' | 'failed';

/** Lines of a file so far. */
export interface ImportTotals {
  readonly linesRead: number;
  readonly added: number;
  readonly alreadyKnown: number;
  readonly rejected: number;
}

/** An import that was begun, and who hears of its end. */
export interface BegunImport<Totals> {
  readonly importId: ImportId;
  readonly clock: { readonly now: () => number };
  /** Called inside the transaction that writes down how the import ended. */
  readonly onEnded?: (state: ImportEnd, totals: Totals) => void;
}

/**
 * Reads a whole file through `read`, which counts in `totals` and answers with the hash of the file where it has one. The
 * import's row says how it ended, whatever happens; only a store that can't be written can't note it.
 */
export async function runImport<Totals extends ImportTotals & JobResult>(
  db: WriteDb,
  { importId, clock, onEnded }: BegunImport<Totals>,
  job: JobHandle,
  totals: Totals,
  read: () => Promise<string | null>,
): Promise<JobResult> {
  const end = (state: ImportEnd, contentHash: string | null) =>
    inTransaction(db, () => {
      finishImport(db, importId, { state, at: clock.now(), contentHash });
      onEnded?.(state, totals);
    });
  try {
    const contentHash = await read();
    job.signal.throwIfAborted();
    end('finished', contentHash);
    return { importId, ...totals };
  } catch (error) {
    const known = storeErrorFrom(error);
    // The next start marks as failed what could not be ended here.
    if (known?.code !== 'disk-full') end(job.signal.aborted ? 'cancelled' : 'failed', null);
    throw known ?? error;
  }
}
