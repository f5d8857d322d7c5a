import { type DashboardId, dashboards } from '../../../../shared/domain/health/pillar.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { listAnnotations } from '../../store/annotations/annotations.ts';
import { readKnownFrom } from '../../store/cases/moderation-queries.ts';
import { isoDateOf } from '../calendar/civil-day.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import type { RawDashboard } from '../disclosure/dashboard-view.ts';
import type { KnownFrom } from '../disclosure/known-zero.ts';
import { catalogue } from '../metrics/catalogue.ts';
import type { MetricModule } from '../metrics/metric-module.ts';
import type { ComputedCommunity } from './compute-community.ts';
import { countedMetrics } from './counted-metrics.ts';

export interface DashboardQuestion {
  readonly communityId: CommunityId;
  readonly dashboard: DashboardId;
  readonly unit: 'month' | 'quarter';
  /** All metrics of the dashboard, or the core ones alone. */
  readonly all: boolean;
}

/**
 * Metrics that the view of return and stay tells with tables of its own; told twice, with the sums of both, they would
 * give away what each hides.
 */
const TOLD_BY_HEALTH_VIEW = new Set(['Z4', 'Z8', 'Z9']);

/** True counts of one dashboard; they leave through disclosure alone. Rejects with HearthError `not-found`, `cancelled`. */
export async function readDashboard(
  context: DataContext,
  question: DashboardQuestion,
  job: JobHandle | null,
): Promise<RawDashboard> {
  const { all, ...asked } = question;
  const computed = await computedFor(context, asked, job);
  return dashboardAround(context, asked, {
    ...computed,
    metrics: computed.metrics.filter(({ module }) => all || module.isCore),
  });
}

/** Computed metrics with what stands around them on their dashboard. */
export function dashboardAround(
  context: DataContext,
  { communityId, dashboard, unit }: Omit<DashboardQuestion, 'all'>,
  computed: ComputedCommunity,
): RawDashboard {
  return {
    communityId,
    dashboard,
    unit,
    timeZone: computed.timeZone,
    computedAt: context.clock.now(),
    cutOff: computed.cutOff,
    window: computed.window,
    teamRule: computed.teamRule,
    metrics: computed.metrics.filter(({ module }) => module.dashboard === dashboard),
    annotations: annotationsOf(context, communityId),
    knownFrom: knownFromOf(context, communityId, computed.timeZone),
    identityRules: identityRulesOf(context.read, communityId, 'team'),
  };
}

/**
 * The computed metrics of a dashboard. Dashboards that count the same facts are computed together: reading millions of
 * messages is most of the work.
 */
export async function computedFor(
  context: DataContext,
  { communityId, dashboard, unit }: Omit<DashboardQuestion, 'all'>,
  job: JobHandle | null,
): Promise<ComputedCommunity> {
  const together = modulesOf(togetherWith(dashboard));
  const computed = await countedMetrics(context, { communityId, unit, modules: together }, job);
  return { ...computed, metrics: computed.metrics.filter(({ module }) => module.dashboard === dashboard) };
}

/** Dashboards counted from the same facts. Moderation changes with every case and needs no message: it stands alone. */
function togetherWith(dashboard: DashboardId): readonly DashboardId[] {
  return dashboard === 'moderation' ? ['moderation'] : dashboards.filter((one) => one !== 'moderation');
}

/** The metrics of some dashboards. */
export function modulesOf(of: readonly DashboardId[]): readonly MetricModule[] {
  return catalogue.filter((module) => of.includes(module.dashboard) && !TOLD_BY_HEALTH_VIEW.has(module.id));
}

/** What the community did, by local date. */
export function annotationsOf(context: DataContext, communityId: CommunityId): RawDashboard['annotations'] {
  return listAnnotations(context.read, communityId).map(({ day, text }) => ({ day: isoDateOf(day), text }));
}

function knownFromOf(context: DataContext, communityId: CommunityId, timeZone: string): KnownFrom | null {
  const from = readKnownFrom(context.read, communityId);
  const { dayOf } = localDaysIn(timeZone);
  return from && { reports: dayOf(from.reports), decisions: dayOf(from.decisions) };
}
