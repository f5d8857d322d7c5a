import type { Community } from '../../../../shared/domain/community.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { PlatformConnector } from '../../platforms/platform.ts';
import type { Lane } from '../lane.ts';
import type { SyncTools } from '../tools.ts';

/** One pass over the outbox of a community. */
export interface SendRun {
  readonly tools: SyncTools;
  readonly communityId: CommunityId;
  readonly community: () => Community;
  readonly connector: PlatformConnector;
  readonly lane: Lane;
  readonly signal: AbortSignal;
  /** Since when this process has known each action to be `sending`, by the clock that can't be set. */
  readonly sendingSeen: Map<number, number>;
}

/** `go-on` when the next action of the decision may follow, `stop` when the decision has to wait. */
export type Step = 'go-on' | 'stop';
