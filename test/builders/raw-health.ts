import type { RawHealth } from '../../electron/data/health/raw-health.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';

/** True counts of a community in which nothing was counted yet. */
export function aRawHealth(over: Partial<RawHealth> = {}): RawHealth {
  return {
    communityId: 1 as CommunityId,
    spaceId: null,
    holdsPersonalData: true,
    mayBeOlder: false,
    teamRule: [],
    lastDay: 0,
    timeZone: 'UTC',
    level: 2,
    computedAt: 0,
    cutOff: null,
    members: 0,
    activities: 0,
    retention: null,
    stay: null,
    lifeCycle: null,
    reciprocity: null,
    ...over,
  };
}
