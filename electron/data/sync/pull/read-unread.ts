import type { RemoteReport } from '../../platforms/platform.ts';
import { findReportByRemoteId } from '../../store/reports/queries.ts';
import { clearCursor, saveCursor } from '../../store/sync-state/commands.ts';
import type { SyncStream } from '../../store/sync-state/row.ts';
import { inTransaction } from '../../store/transaction.ts';
import { forgetUnread, markBeingReread, markUnreadGone, noteUnreadTried } from '../../store/unread/commands.ts';
import { findUnreadToReread, listUnreadDue } from '../../store/unread/queries.ts';
import type { UnreadList, UnreadRow } from '../../store/unread/row.ts';
import { stopsEverything } from '../platform-trouble.ts';
import type { SyncTools } from '../tools.ts';
import { checkCancelled, type PullRun } from './pull-run.ts';
import { takeGone } from './take-gone.ts';
import { takePage } from './take-page.ts';

/** At most so many in one run, so that a server that changed its ways costs few requests. */
const mostPerRun = 25;
const firstWaitMs = 60 * 60_000;
const longestWaitMs = 24 * 60 * 60_000;

/**
 * Asks again for reports that could not be read, one by one: soon after it happened, seldomer later, and anew whenever
 * another build of Hearth is at work. They are asked for rather than read from what was kept, because what was kept is as old
 * as the trouble and may be cut off.
 */
export async function readUnread(run: PullRun): Promise<void> {
  const { context } = run.tools;
  const due = { list: 'reports' as const, appVersion: context.appVersion, now: context.clock.now(), limit: mostPerRun };
  const rows = listUnreadDue(context.write, run.communityId, due);
  const missing: UnreadRow[] = [];
  for (const row of rows) {
    checkCancelled(run);
    if ((await readAgain(run, row)) === 'missing') missing.push(row);
  }
  if (missing.length === 0) return;
  // Whoever answers in the server's place finds nothing; the server itself makes sense.
  await run.connector.readFacts(run.signal);
  for (const row of missing) takeUnreadGone(run, row, row.remote_id ?? '');
}

async function readAgain(run: PullRun, row: UnreadRow): Promise<'tried' | 'missing'> {
  const { context } = run.tools;
  const id = row.remote_id ?? '';
  return run.lane.run(async () => {
    let remote: RemoteReport | null;
    try {
      remote = await run.connector.readReport(id, run.signal);
    } catch (error) {
      if (stopsEverything(error)) throw error;
      noteTried(run, row);
      return 'tried';
    }
    checkCancelled(run);
    if (remote === null) return 'missing';
    // Another report than the one asked for says nothing about it.
    if (remote.remoteId !== id) noteTried(run, row);
    else {
      const place = { list: 'reports' as const, cursor: null, generation: 0 };
      inTransaction(context.write, () => {
        noteTried(run, row);
        takePage(run, { items: [remote], rejected: [], place }, () => undefined);
      });
    }
    return 'tried';
  });
}

/** What is known of it from an earlier reading is kept as of any report that is gone; else what was received of it. */
function takeUnreadGone(run: PullRun, row: UnreadRow, id: string): void {
  const { clock, write } = run.tools.context;
  const known = findReportByRemoteId(write, run.communityId, id);
  if (!known) {
    markUnreadGone(write, row.id, clock.now());
    return;
  }
  inTransaction(write, () => {
    takeGone(run, known.id);
    forgetUnread(write, run.communityId, 'reports', id);
  });
}

function noteTried(run: PullRun, row: UnreadRow): void {
  const { appVersion, clock, write } = run.tools.context;
  const attempts = row.tried_by === appVersion ? row.attempts + 1 : 1;
  const nextTryAt = clock.now() + Math.min(longestWaitMs, firstWaitMs * 4 ** Math.min(attempts, 5));
  noteUnreadTried(write, row.id, { appVersion, attempts, nextTryAt });
}

/**
 * Sends a list back to before the first item without an id that another build could not read: such an item can be met again
 * in its list alone. What comes again changes nothing.
 */
export function goBackForUnread(
  { communityId }: Pick<PullRun, 'communityId'>,
  { context }: Pick<SyncTools, 'context'>,
  list: UnreadList,
  stream: SyncStream,
): void {
  const { appVersion, clock, write } = context;
  const first = findUnreadToReread(write, communityId, list, appVersion);
  if (!first) return;
  inTransaction(write, () => {
    markBeingReread(write, communityId, list, appVersion);
    if (first.cursor === null) clearCursor(write, communityId, stream);
    else saveCursor(write, communityId, stream, first.cursor, clock.now());
  });
}
