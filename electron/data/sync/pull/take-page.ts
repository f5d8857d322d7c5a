import type { RemoteReport } from '../../platforms/platform.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { countRun } from '../../store/sync-state/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import { absorbReport } from '../absorb-report.ts';
import { isSoundReport } from '../sound-report.ts';
import { communityOf, type PullRun } from './pull-run.ts';

export interface PageTaken {
  readonly news: number;
}

/**
 * Takes a page of reports and whatever `alongside` writes (its cursor) in one transaction. A report that can't be taken is
 * counted and undone by itself; the rest of the page is kept.
 */
export function takePage(
  run: PullRun,
  page: { items: readonly RemoteReport[]; rejected: number; generation: number },
  alongside: () => void,
): PageTaken {
  const { context } = run.tools;
  const community = communityOf(run);
  const caseIds = new Set<number>();
  const counts = { pages: 1, reportsNew: 0, reportsChanged: 0, reportsGone: 0, rejected: page.rejected };
  inTransaction(context.write, () => {
    for (const report of page.items) {
      const taken = isSoundReport(report) ? takeOne() : null;
      if (!taken) counts.rejected += 1;
      else if (taken.outcome !== 'same') {
        if (taken.outcome === 'new') counts.reportsNew += 1;
        else counts.reportsChanged += 1;
        if (taken.caseId !== null) caseIds.add(taken.caseId);
      }

      function takeOne(): ReturnType<typeof absorbReport> | null {
        try {
          return context.write.transaction(() => absorbReport(context, community, report, page.generation))();
        } catch (error) {
          // The disk or the file itself: that is no fault of the report.
          const trouble = storeErrorFrom(error);
          if (trouble) throw trouble;
          return null;
        }
      }
    }
    alongside();
    countRun(context.write, run.runId, counts);
  });
  if (caseIds.size > 0) context.changed(['queue', 'case'], [...caseIds]);
  return { news: counts.reportsNew + counts.reportsChanged };
}
