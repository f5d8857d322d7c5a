import type { Community } from '../../../../shared/domain/community.ts';
import type { CommunityId, SyncRunId } from '../../../../shared/domain/ids.ts';
import type { SyncState } from '../../../../shared/ipc/topics/sync.ts';
import type { PlatformConnector } from '../../platforms/platform.ts';
import { findCommunity } from '../../store/communities/queries.ts';
import type { Lane } from '../lane.ts';
import type { SyncTools } from '../tools.ts';

export type PullPhase = Exclude<SyncState['phase'], 'idle'>;

/** One reading of a community, from the first request to the last. */
export interface PullRun {
  readonly tools: SyncTools;
  readonly communityId: CommunityId;
  readonly runId: SyncRunId;
  readonly connector: PlatformConnector;
  readonly lane: Lane;
  readonly signal: AbortSignal;
  readonly progress: (phase: PullPhase, done: number, total: number | null) => void;
}

/** The community as stored now: who we are there may have been learned a moment ago. */
export function communityOf(run: Pick<PullRun, 'tools' | 'communityId'>): Community {
  const community = findCommunity(run.tools.context.write, run.communityId);
  // Erased meanwhile: whatever comes of this run is wanted by nobody.
  if (!community) throw new DOMException('The community is gone', 'AbortError');
  return community;
}

/** Throws AbortError when the run was cancelled; between requests as inside them. */
export function checkCancelled(run: Pick<PullRun, 'signal'>): void {
  if (run.signal.aborted) throw new DOMException('Cancelled', 'AbortError');
}
