import { type DashboardId, dashboards } from '../../../../shared/domain/health/pillar.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { DataContext } from '../../service/context.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import { releaseDashboard } from '../disclosure/release-dashboard.ts';
import { type ComputedCommunity, computeCommunity } from './compute-community.ts';
import { type FrozenQuarter, frozenRelease } from './frozen-quarter.ts';
import { annotationsOf, modulesOf } from './read-dashboard.ts';

/**
 * Every dashboard as it leaves for one frozen quarter: all metrics, by the rules of an export, the same every time. Counted
 * once for all that were not told before.
 */
export async function frozenDashboards(
  context: DataContext,
  quarter: FrozenQuarter,
  wanted: readonly DashboardId[] = dashboards,
): Promise<Published<DashboardView>[]> {
  let counted: Promise<ComputedCommunity> | undefined;
  const views: Published<DashboardView>[] = [];
  for (const dashboard of wanted) {
    const view = await frozenRelease<DashboardView>(context, quarter, `dashboard ${dashboard}`, async (secret) => {
      counted ??= countQuarter(context, quarter);
      return releaseOne(context, quarter, { dashboard, secret }, await counted);
    });
    views.push(view);
  }
  return views;
}

function countQuarter(
  context: DataContext,
  { communityId, lastDay, knownTo }: FrozenQuarter,
): Promise<ComputedCommunity> {
  const community = readCommunityFacts(context.read, communityId);
  if (!community) throw new HearthError('not-found');
  const now = context.clock.now();
  const span = { unit: 'quarter', asOf: knownTo, viewTo: lastDay } as const;
  const question = { communityId, timeZone: community.timeZone, now, ...span };
  return context.readSnapshot((db) => computeCommunity(db, question, modulesOf(dashboards)));
}

function releaseOne(
  context: DataContext,
  { communityId }: FrozenQuarter,
  { dashboard, secret }: { readonly dashboard: DashboardId; readonly secret: string },
  { timeZone, cutOff, window, metrics }: ComputedCommunity,
): Published<DashboardView> {
  const around = { communityId, dashboard, unit: 'quarter', timeZone, cutOff, window } as const;
  return releaseDashboard(
    {
      ...around,
      computedAt: context.clock.now(),
      metrics: metrics.filter(({ module }) => module.dashboard === dashboard),
      annotations: annotationsOf(context, communityId),
      identityRules: identityRulesOf(context.read, communityId, 'export'),
      secret,
    },
    'export',
  );
}
