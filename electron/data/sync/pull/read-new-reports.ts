import { saveCursor } from '../../store/sync-state/commands.ts';
import { findCursor } from '../../store/sync-state/queries.ts';
import { createPageGuard } from './page-guard.ts';
import { checkCancelled, type PullRun } from './pull-run.ts';
import { takePage } from './take-page.ts';

/** Reads the reports that are newer than those known, oldest first, each page with where to go on in one transaction. */
export async function readNewReports(run: PullRun): Promise<void> {
  const { context } = run.tools;
  const guard = createPageGuard();
  let cursor = findCursor(context.write, run.communityId, 'new-reports');
  let done = 0;
  run.progress('new-reports', done, null);
  for (;;) {
    checkCancelled(run);
    const from = cursor;
    const { page, taken } = await run.lane.run(async () => {
      const page = await run.connector.listNewReports(from, run.signal);
      checkCancelled(run);
      const taken = takePage(run, { items: page.items, rejected: page.rejected.length, generation: 0 }, () => {
        const { resume } = page;
        if (resume !== null) {
          saveCursor(context.write, run.communityId, 'new-reports', resume, context.clock.now());
        }
      });
      return { page, taken };
    });
    done += page.items.length;
    run.progress('new-reports', done, null);
    if (page.next === null) return;
    guard.check(page.next, taken.news);
    cursor = page.next;
  }
}
