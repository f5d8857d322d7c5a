import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { DataContext } from '../../service/context.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { releaseDashboard } from '../disclosure/release-dashboard.ts';
import { computeCommunity } from './compute-community.ts';
import { type FrozenQuarter, frozenRelease } from './frozen-quarter.ts';
import { annotationsOf, modulesOf } from './read-dashboard.ts';

/** All metrics of a dashboard as they leave for one frozen quarter: by the rules of an export, the same every time. */
export function frozenDashboard(
  context: DataContext,
  quarter: FrozenQuarter,
  dashboard: DashboardId,
): Promise<Published<DashboardView>> {
  const { communityId, lastDay } = quarter;
  return frozenRelease<DashboardView>(context, quarter, `dashboard ${dashboard}`, async () => {
    const community = readCommunityFacts(context.read, communityId);
    if (!community) throw new HearthError('not-found');
    const now = context.clock.now();
    const question = { communityId, timeZone: community.timeZone, unit: 'quarter', now, asOf: lastDay } as const;
    const computed = await context.readSnapshot((db) => computeCommunity(db, question, modulesOf(dashboard)));
    return releaseDashboard(
      {
        communityId,
        dashboard,
        unit: 'quarter',
        timeZone: computed.timeZone,
        computedAt: now,
        cutOff: computed.cutOff,
        window: computed.window,
        metrics: computed.metrics,
        annotations: annotationsOf(context, communityId),
      },
      'export',
    );
  });
}
