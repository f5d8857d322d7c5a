import { type DashboardId, dashboards } from '../../../../shared/domain/health/pillar.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { ChangeTopic } from '../../../../shared/ipc/events.ts';
import type { DataContext } from '../../service/context.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { listAnnotations } from '../../store/annotations/annotations.ts';
import { isoDateOf } from '../calendar/civil-day.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import type { RawDashboard } from '../disclosure/dashboard-view.ts';
import { catalogue } from '../metrics/catalogue.ts';
import type { MetricModule } from '../metrics/metric-module.ts';
import { type ComputedCommunity, computeCommunity } from './compute-community.ts';
import { remembered } from './remembered.ts';

export interface DashboardQuestion {
  readonly communityId: CommunityId;
  readonly dashboard: DashboardId;
  readonly unit: 'month' | 'quarter';
  /** All metrics of the dashboard, or the core ones alone. */
  readonly all: boolean;
}

const MS_PER_HOUR = 3_600_000;

/** Changes that make the numbers of a dashboard out of date. */
const topicsOf = (dashboard: DashboardId): readonly ChangeTopic[] =>
  dashboard === 'moderation'
    ? ['communities', 'activities', 'records', 'case', 'queue']
    : ['communities', 'activities', 'records'];

/**
 * Metrics that the view of return and stay tells with tables of its own; told twice, with the sums of both, they would
 * give away what each hides.
 */
const TOLD_BY_HEALTH_VIEW = new Set(['Z4', 'Z8', 'Z9']);

/** True counts of one dashboard; they leave through disclosure alone. Throws HearthError `not-found`. */
export async function readDashboard(context: DataContext, question: DashboardQuestion): Promise<RawDashboard> {
  const { communityId, dashboard, unit, all } = question;
  const computed = await computedFor(context, communityId, dashboard, unit);
  return {
    communityId,
    dashboard,
    unit,
    timeZone: computed.timeZone,
    computedAt: context.clock.now(),
    cutOff: computed.cutOff,
    window: computed.window,
    metrics: computed.metrics.filter(({ module }) => all || module.isCore),
    annotations: annotationsOf(context, communityId),
    identityRules: identityRulesOf(context.read, communityId, 'team'),
  };
}

/**
 * The computed metrics of a dashboard, kept until something they were counted from changes, or a day passes. Dashboards
 * that count the same facts are computed together: reading millions of messages is most of the work.
 */
export async function computedFor(
  context: DataContext,
  communityId: CommunityId,
  dashboard: DashboardId,
  unit: 'month' | 'quarter',
): Promise<ComputedCommunity> {
  const community = readCommunityFacts(context.read, communityId);
  if (!community) throw new HearthError('not-found');
  const now = context.clock.now();
  // The last complete day moves on with the clock.
  const hour = Math.floor(now / MS_PER_HOUR);
  const together = togetherWith(dashboard);
  const key = `${communityId} ${together.join()} ${unit}`;
  const revision = `${context.revisionOf(topicsOf(dashboard))} ${hour}`;
  const computed = await remembered(context, key, revision, () =>
    context.readSnapshot((db) =>
      computeCommunity(db, { communityId, timeZone: community.timeZone, unit, now }, modulesOf(together)),
    ),
  );
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
