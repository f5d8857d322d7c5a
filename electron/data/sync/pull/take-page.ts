import type { RejectedItem, RemoteReport } from '../../platforms/platform.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { countRun } from '../../store/sync-state/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import { forgetUnread } from '../../store/unread/commands.ts';
import { countUnread } from '../../store/unread/queries.ts';
import { absorbReport } from '../absorb-report.ts';
import { isSoundReport } from '../sound-report.ts';
import { communityOf, type PullRun } from './pull-run.ts';
import { type PagePlace, setAside } from './set-aside.ts';

export interface PageTaken {
  readonly news: number;
}

/**
 * Takes a page of reports and whatever `alongside` writes (its cursor) in one transaction. A report that can't be taken is
 * counted, undone by itself and kept as it came; the rest of the page is taken.
 */
export function takePage(
  run: PullRun,
  page: { items: readonly RemoteReport[]; rejected: readonly RejectedItem[]; place: PagePlace },
  alongside: () => void,
): PageTaken {
  const { context } = run.tools;
  const community = communityOf(run);
  const caseIds = new Set<number>();
  const rejected = [...page.rejected];
  const counts = { pages: 1, reportsNew: 0, reportsChanged: 0, reportsGone: 0, rejected: 0 };
  inTransaction(context.write, () => {
    const before = countUnread(context.write, run.communityId);
    for (const [position, report] of page.items.entries()) {
      const taken = isSoundReport(report) ? takeOne() : null;
      if (!taken) {
        rejected.push({ position, problem: 'report: not fit to be kept', raw: report, remoteId: idOf(report) });
        continue;
      }
      if (before > 0) forgetUnread(context.write, run.communityId, 'reports', report.remoteId);
      if (taken.outcome === 'same') continue;
      if (taken.outcome === 'new') counts.reportsNew += 1;
      else counts.reportsChanged += 1;
      if (taken.caseId !== null) caseIds.add(taken.caseId);

      function takeOne(): ReturnType<typeof absorbReport> | null {
        try {
          return context.write.transaction(() => absorbReport(context, community, report, page.place.generation))();
        } catch (error) {
          // The disk or the file itself: that is no fault of the report.
          const trouble = storeErrorFrom(error);
          if (trouble) throw trouble;
          return null;
        }
      }
    }
    setAside(run.tools, run.communityId, page.place, rejected);
    alongside();
    countRun(context.write, run.runId, { ...counts, rejected: rejected.length });
  });
  if (caseIds.size > 0) context.changed(['queue', 'case'], [...caseIds]);
  return { news: counts.reportsNew + counts.reportsChanged };
}

function idOf(report: RemoteReport): string | null {
  return typeof report.remoteId === 'string' && report.remoteId !== '' ? report.remoteId : null;
}
