import { type RefreshCase, refreshingOnce } from '../../cases/refresh-case.ts';
import type { RejectedItem, RemoteReport } from '../../platforms/platform.ts';
import { inIndexingTransaction } from '../../store/search/write-index.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { countRun } from '../../store/sync-state/commands.ts';
import type { RunCounts } from '../../store/sync-state/row.ts';
import { inTransaction } from '../../store/transaction.ts';
import { forgetUnread } from '../../store/unread/commands.ts';
import { countUnread } from '../../store/unread/queries.ts';
import { type Absorbed, absorbReport } from '../absorb-report.ts';
import { isSoundReport } from '../sound-report.ts';
import { communityOf, type PullRun } from './pull-run.ts';
import { type PagePlace, setAside } from './set-aside.ts';

export interface PageTaken {
  readonly news: number;
}

interface ReportsOfPage {
  readonly items: readonly RemoteReport[];
  readonly rejected: readonly RejectedItem[];
  readonly place: PagePlace;
}

/**
 * Takes a page of reports and whatever `alongside` writes (its cursor) in one transaction. A report that can't be taken is
 * counted, undone by itself and kept as it came; the rest of the page is taken.
 */
export function takePage(run: PullRun, page: ReportsOfPage, alongside: () => void): PageTaken {
  const { counts, caseIds } = writeTogether(run, page, alongside) ?? writeEach(run, page, alongside);
  if (caseIds.size > 0) run.tools.context.changed(['queue', 'case'], [...caseIds]);
  return { news: counts.reportsNew + counts.reportsChanged };
}

/**
 * Writes the page without savepoints: each of them would make the search index write out what it has gathered. Answers null
 * when something can't be taken, with the whole transaction undone, and inside another transaction, which can't be undone.
 */
function writeTogether(run: PullRun, page: ReportsOfPage, alongside: () => void): WrittenPage | null {
  const { write } = run.tools.context;
  if (write.inTransaction) return null;
  return orNull(() =>
    inIndexingTransaction(write, () =>
      refreshingOnce(write, (refresh) => writePage(run, page, alongside, (absorb) => absorb(refresh))),
    ),
  );
}

/** Writes the page with a savepoint for each report, so that the unfit ones alone are undone. */
function writeEach(run: PullRun, page: ReportsOfPage, alongside: () => void): WrittenPage {
  const { write } = run.tools.context;
  return inTransaction(write, () =>
    writePage(run, page, alongside, (absorb) => orNull(() => write.transaction(() => absorb())())),
  );
}

function orNull<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    // The disk or the file itself: that is no fault of a report.
    const trouble = storeErrorFrom(error);
    if (trouble) throw trouble;
    return null;
  }
}

interface WrittenPage {
  readonly counts: RunCounts;
  readonly caseIds: ReadonlySet<number>;
}

function writePage(
  run: PullRun,
  page: ReportsOfPage,
  alongside: () => void,
  take: (absorb: (refresh?: RefreshCase) => Absorbed) => Absorbed | null,
): WrittenPage {
  const { context } = run.tools;
  const community = communityOf(run);
  const caseIds = new Set<number>();
  const rejected = [...page.rejected];
  const counts = { pages: 1, reportsNew: 0, reportsChanged: 0, reportsGone: 0, rejected: 0 };
  const before = countUnread(context.write, run.communityId);
  for (const [position, report] of page.items.entries()) {
    const absorb = (refresh?: RefreshCase) => absorbReport(context, community, report, page.place.generation, refresh);
    const taken = isSoundReport(report) ? take(absorb) : null;
    if (!taken) {
      rejected.push({ position, problem: 'report: not fit to be kept', raw: report, remoteId: idOf(report) });
      continue;
    }
    if (before > 0) forgetUnread(context.write, run.communityId, 'reports', report.remoteId);
    if (taken.outcome === 'same') continue;
    if (taken.outcome === 'new') counts.reportsNew += 1;
    else counts.reportsChanged += 1;
    if (taken.caseId !== null) caseIds.add(taken.caseId);
  }
  setAside(run.tools, run.communityId, page.place, rejected);
  alongside();
  counts.rejected = rejected.length;
  countRun(context.write, run.runId, counts);
  return { counts, caseIds };
}

function idOf(report: RemoteReport): string | null {
  return typeof report.remoteId === 'string' && report.remoteId !== '' ? report.remoteId : null;
}
