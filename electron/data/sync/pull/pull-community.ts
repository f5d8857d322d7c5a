import type { SourceId } from '../../../../shared/domain/freshness.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ErrorCode } from '../../../../shared/ipc/errors.ts';
import { type PlatformConnector, PlatformError } from '../../platforms/platform.ts';
import { recordLastSync, setConnection } from '../../store/communities/commands.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { finishRun, recordTrouble, startRun } from '../../store/sync-state/commands.ts';
import { findSyncState } from '../../store/sync-state/queries.ts';
import { noteSourceMissed, noteSourceRead } from '../../store/sync-state/sources.ts';
import { inTransaction } from '../../store/transaction.ts';
import { nextAttemptAt } from '../back-off.ts';
import type { Lane } from '../lane.ts';
import { errorCodeOf, isAbort } from '../platform-trouble.ts';
import type { SyncTools } from '../tools.ts';
import type { PullPhase, PullRun } from './pull-run.ts';
import { areMeasuresDue, readMeasures } from './read-measures.ts';
import { readNewReports } from './read-new-reports.ts';
import { readOpenList } from './read-open-list.ts';
import { readServer } from './read-server.ts';
import { readThreads } from './read-threads.ts';
import { readUnread } from './read-unread.ts';
import { readVanished } from './read-vanished.ts';

export interface PullRequest {
  readonly communityId: CommunityId;
  readonly connector: PlatformConnector;
  readonly lane: Lane;
  readonly signal: AbortSignal;
  readonly progress: (phase: PullPhase, done: number, total: number | null) => void;
}

export type PullOutcome = 'complete' | 'cancelled' | 'offline' | 'failed';

/**
 * Reads everything that is new or changed in a community. Stops cleanly wherever it is stopped: every page is in, with where
 * to go on. Never throws for trouble with the platform; that is written down and answered.
 */
export async function pullCommunity(tools: SyncTools, request: PullRequest): Promise<PullOutcome> {
  const { write, clock } = tools.context;
  const runId = inTransaction(write, () => startRun(write, request.communityId, clock.now()));
  const run: PullRun = { ...request, tools, runId };
  const owed = new Set<SourceId>(['reports', 'open-list']);
  if (areMeasuresDue(run)) owed.add('measures');
  try {
    await readServer(run);
    await readNewReports(run);
    noteRead(run, owed, 'reports');
    await readVanished(run, await readOpenList(run));
    noteRead(run, owed, 'open-list');
    await readUnread(run);
    await readThreads(run);
    if (await readMeasures(run)) noteRead(run, owed, 'measures');
  } catch (error) {
    return recordFailure(run, owed, error);
  }
  inTransaction(write, () => {
    finishRun(write, runId, 'complete', null, clock.now());
    recordTrouble(write, request.communityId, { failures: 0, code: null, retryAt: null });
    recordLastSync(write, request.communityId, clock.now());
  });
  return 'complete';
}

function noteRead(run: PullRun, owed: Set<SourceId>, source: SourceId): void {
  const { write, clock } = run.tools.context;
  owed.delete(source);
  noteSourceRead(write, run.communityId, source, clock.now());
}

function recordFailure(run: PullRun, owed: ReadonlySet<SourceId>, error: unknown): PullOutcome {
  const { tools, communityId, runId } = run;
  const { write, clock } = tools.context;
  const trouble = storeErrorFrom(error);
  if (trouble) throw trouble;
  if (isAbort(error)) {
    finishRun(write, runId, 'cancelled', null, clock.now());
    return 'cancelled';
  }
  if (!(error instanceof PlatformError)) {
    recordStop(run, owed, { outcome: 'failed', code: 'internal', retryAt: null });
    throw error;
  }
  const outcome = error.code === 'offline' ? 'offline' : 'failed';
  recordStop(run, owed, { outcome, code: errorCodeOf(error), retryAt: error.retryAt });
  if (error.code === 'unauthorized') setConnection(write, communityId, 'expired');
  if (error.code === 'forbidden') setConnection(write, communityId, 'forbidden');
  if (error.code === 'unauthorized' || error.code === 'forbidden') tools.context.changed(['communities']);
  return outcome;
}

interface Stop {
  readonly outcome: 'offline' | 'failed';
  readonly code: ErrorCode;
  readonly retryAt: number | null;
}

/** One failure, however many requests met it. */
function recordStop(run: PullRun, owed: ReadonlySet<SourceId>, stop: Stop): void {
  const { communityId, runId, tools } = run;
  const { write, clock } = tools.context;
  const at = clock.now();
  inTransaction(write, () => {
    finishRun(write, runId, stop.outcome, stop.code, at);
    const failures = findSyncState(write, communityId).failures + 1;
    const retryAt = nextAttemptAt(at, failures, stop.retryAt, tools.random);
    recordTrouble(write, communityId, { failures, code: stop.code, retryAt });
    for (const source of owed) noteSourceMissed(write, communityId, source, { at, code: stop.code });
  });
}
