import type { CommunityId, SyncRunId } from '../../../../shared/domain/ids.ts';
import type { ErrorCode } from '../../../../shared/ipc/errors.ts';
import { type PlatformConnector, PlatformError } from '../../platforms/platform.ts';
import { recordLastSync, setConnection } from '../../store/communities/commands.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { finishRun, recordTrouble, startRun } from '../../store/sync-state/commands.ts';
import { findSyncState } from '../../store/sync-state/queries.ts';
import { inTransaction } from '../../store/transaction.ts';
import { nextAttemptAt } from '../back-off.ts';
import type { Lane } from '../lane.ts';
import { errorCodeOf, isAbort } from '../platform-trouble.ts';
import type { SyncTools } from '../tools.ts';
import type { PullPhase, PullRun } from './pull-run.ts';
import { readMeasures } from './read-measures.ts';
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
  try {
    await readServer(run);
    await readNewReports(run);
    await readVanished(run, await readOpenList(run));
    await readUnread(run);
    await readThreads(run);
    await readMeasures(run);
  } catch (error) {
    return recordFailure(tools, request.communityId, runId, error);
  }
  inTransaction(write, () => {
    finishRun(write, runId, 'complete', null, clock.now());
    recordTrouble(write, request.communityId, { failures: 0, code: null, retryAt: null });
    recordLastSync(write, request.communityId, clock.now());
  });
  return 'complete';
}

function recordFailure(tools: SyncTools, communityId: CommunityId, runId: SyncRunId, error: unknown): PullOutcome {
  const { write, clock } = tools.context;
  const trouble = storeErrorFrom(error);
  if (trouble) throw trouble;
  if (isAbort(error)) {
    finishRun(write, runId, 'cancelled', null, clock.now());
    return 'cancelled';
  }
  if (!(error instanceof PlatformError)) {
    recordStop(tools, { communityId, runId, outcome: 'failed', code: 'internal', retryAt: null });
    throw error;
  }
  const outcome = error.code === 'offline' ? 'offline' : 'failed';
  recordStop(tools, { communityId, runId, outcome, code: errorCodeOf(error), retryAt: error.retryAt });
  if (error.code === 'unauthorized') setConnection(write, communityId, 'expired');
  if (error.code === 'forbidden') setConnection(write, communityId, 'forbidden');
  if (error.code === 'unauthorized' || error.code === 'forbidden') tools.context.changed(['communities']);
  return outcome;
}

interface Stop {
  readonly communityId: CommunityId;
  readonly runId: SyncRunId;
  readonly outcome: 'offline' | 'failed';
  readonly code: ErrorCode;
  readonly retryAt: number | null;
}

function recordStop(tools: SyncTools, stop: Stop): void {
  const { write, clock } = tools.context;
  const now = clock.now();
  inTransaction(write, () => {
    finishRun(write, stop.runId, stop.outcome, stop.code, now);
    const failures = findSyncState(write, stop.communityId).failures + 1;
    const retryAt = nextAttemptAt(now, failures, stop.retryAt, tools.random);
    recordTrouble(write, stop.communityId, { failures, code: stop.code, retryAt });
  });
}
