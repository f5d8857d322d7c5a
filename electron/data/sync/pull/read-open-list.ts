import type { RemoteReport } from '../../platforms/platform.ts';
import { countOpenRemotely } from '../../store/reports/queries.ts';
import { nextGeneration, saveCursor } from '../../store/sync-state/commands.ts';
import { findCursor } from '../../store/sync-state/queries.ts';
import { inTransaction } from '../../store/transaction.ts';
import { forgetReread, markBeingReread } from '../../store/unread/commands.ts';
import { createPageGuard } from './page-guard.ts';
import { checkCancelled, type PullRun } from './pull-run.ts';
import { takePage } from './take-page.ts';

/** Where one reading of the open list stands. Kept on disk: a long list is gone through also over several runs. */
interface Reading {
  readonly generation: number;
  readonly next: string | null;
  readonly complete: boolean;
}

/**
 * Reads the whole list of open reports again: no platform tells what a colleague changed. Answers the number of this
 * reading; a report that is believed open and does not carry it has vanished from the list.
 */
export async function readOpenList(run: PullRun): Promise<number> {
  const { context } = run.tools;
  const stored = findCursor(context.write, run.communityId, 'open-list');
  let reading = stored === null ? startReading(run) : (JSON.parse(stored) as Reading);
  const guard = createPageGuard();
  const total = countOpenRemotely(context.write, run.communityId);
  const seen = new Set<string>();
  run.progress('open-list', 0, total);
  while (!reading.complete) {
    checkCancelled(run);
    const { generation, next } = reading;
    const { page, after } = await run.lane.run(async () => {
      const page = await run.connector.listOpenReports(next, run.signal);
      checkCancelled(run);
      const after: Reading = { generation, next: page.next, complete: page.next === null };
      const place = { list: 'open-reports' as const, cursor: next, generation };
      takePage(run, { ...page, place }, () => {
        if (after.complete) forgetReread(context.write, run.communityId, 'open-reports');
        store(run, after);
      });
      return { page, after };
    });
    const news = countNew(seen, page.items);
    run.progress('open-list', seen.size, Math.max(total, seen.size));
    try {
      guard.check(page.next, news);
    } catch (error) {
      // Starting over is the only way out of a circle.
      startReading(run);
      throw error;
    }
    reading = after;
  }
  return reading.generation;
}

function startReading(run: PullRun): Reading {
  const { write } = run.tools.context;
  return inTransaction(write, () => {
    const reading: Reading = { generation: nextGeneration(write, run.communityId), next: null, complete: false };
    // Each reading meets those without an id anew; whoever is not met again was read, or is open no more.
    markBeingReread(write, run.communityId, 'open-reports', run.tools.context.appVersion);
    store(run, reading);
    return reading;
  });
}

function store(run: PullRun, reading: Reading): void {
  const { write, clock } = run.tools.context;
  saveCursor(write, run.communityId, 'open-list', JSON.stringify(reading), clock.now());
}

function countNew(seen: Set<string>, items: readonly RemoteReport[]): number {
  const before = seen.size;
  for (const item of items) seen.add(item.remoteId);
  return seen.size - before;
}
