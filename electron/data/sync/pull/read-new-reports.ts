import { saveCursor } from '../../store/sync-state/commands.ts';
import { findCursor } from '../../store/sync-state/queries.ts';
import { forgetReread } from '../../store/unread/commands.ts';
import { createPageGuard } from './page-guard.ts';
import { checkCancelled, type PullRun } from './pull-run.ts';
import { goBackForUnread } from './read-unread.ts';
import { takePage } from './take-page.ts';

/** Reads the reports that are newer than those known, oldest first, each page with where to go on in one transaction. */
export async function readNewReports(run: PullRun): Promise<void> {
  const { context } = run.tools;
  const guard = createPageGuard();
  goBackForUnread(run, run.tools, 'reports', 'new-reports');
  let cursor = findCursor(context.write, run.communityId, 'new-reports');
  let done = 0;
  run.progress('new-reports', done, null);
  for (;;) {
    checkCancelled(run);
    const from = cursor;
    const { page, taken } = await run.lane.run(async () => {
      const page = await run.connector.listNewReports(from, run.signal);
      checkCancelled(run);
      const place = { list: 'reports' as const, cursor: from, generation: 0 };
      const taken = takePage(run, { ...page, place }, () => {
        const { resume } = page;
        if (page.next === null) forgetReread(context.write, run.communityId, 'reports');
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
