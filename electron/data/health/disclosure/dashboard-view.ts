import type { ChartShape, MetricChart, PooledChart } from '../../../../shared/domain/health/chart.ts';
import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { ComputedMetric } from '../dashboard/compute-metrics.ts';
import type { TeamRuleDays } from '../facts/team-rule-days.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { type KnownFrom, knownZero } from './known-zero.ts';
import { metricChart } from './metric-chart.ts';
import { mint } from './mint.ts';
import { noteCarried } from './note-carried.ts';
import { pointsOf } from './points-of.ts';
import { chartPeriod } from './publish/period-of-row.ts';
import { publishMetric } from './publish/publish-metric.ts';
import { type DisclosureRules, rulesFor } from './rules.ts';
import { offersPooling } from './small-n.ts';
import { dayOfInstant } from './told-day.ts';

/** A dashboard before disclosure, and what stands around its charts. */
export interface RawDashboard
  extends Pick<DashboardView, 'communityId' | 'dashboard' | 'unit' | 'timeZone' | 'computedAt' | 'cutOff'> {
  readonly window: MetricWindow | null;
  readonly teamRule: TeamRuleDays;
  readonly metrics: readonly ComputedMetric[];
  readonly annotations: MetricChart['annotations'];
  /** Since when reports and decisions come in; left out where none is never told to be none. */
  readonly knownFrom?: KnownFrom | null;
  /** For metrics about health or sanctions. */
  readonly identityRules: DisclosureRules;
}

/** A metric after the audit of the release it is in, with the rows that stand as they were told before. */
export interface AuditedMetric extends ComputedMetric {
  readonly carried: ReadonlySet<string>;
}

/** A dashboard of metrics that were audited, as it may be shown. */
export function dashboardView(
  raw: RawDashboard,
  metrics: readonly AuditedMetric[],
  place: DisclosurePlace,
): Published<DashboardView> {
  const rules = rulesFor(place);
  const {
    communityId,
    dashboard,
    unit,
    timeZone,
    computedAt,
    cutOff,
    window,
    annotations,
    teamRule,
    knownFrom = null,
  } = raw;
  return mint({
    ...{ communityId, dashboard, unit, timeZone, computedAt },
    cutOff: dayOfInstant(cutOff, timeZone),
    weekStart: 'monday',
    place,
    threshold: rules.threshold || null,
    rounding: rules.rounding > 1 ? rules.rounding : null,
    period: window ? chartPeriod(window.current) : null,
    charts: metrics.map((metric): MetricChart => {
      const { module, raw: counts, carried } = metric;
      const own = rulesOfMetric({ module }, raw.identityRules, place);
      const shape = noteCarried(publishMetric(counts, own), carried);
      const none = knownZero(module.knownZero, counts, { window, knownFrom, rules: own });
      const pooled = pooledChart(metric, shape, own, teamRule);
      return {
        ...metricChart(module, shape, own, { window, teamRule, none }),
        annotations: shape.kind === 'series' ? annotations : [],
        ...(pooled && { pooled }),
      };
    }),
  });
}

/** The chart in the coarser step, where it is offered and has more to say. */
function pooledChart(
  { module, pooled }: AuditedMetric,
  shape: ChartShape,
  rules: DisclosureRules,
  teamRule: TeamRuleDays,
): PooledChart | null {
  if (!pooled || !offersPooling(pointsOf(shape))) return null;
  const coarser = publishMetric(pooled.raw, rules);
  if (!pointsOf(coarser).some(({ value }) => 'value' in value)) return null;
  const { finding, caveats, comparison } = metricChart(module, coarser, rules, { window: pooled.window, teamRule });
  const { unit, current } = pooled.window;
  return { unit, period: chartPeriod(current), shape: coarser, finding, caveats, comparison };
}

/** Whether the chart of a metric, as it may be told, offers to pool. */
export function offersPooled(metric: AuditedMetric, identityRules: DisclosureRules, place: DisclosurePlace): boolean {
  return offersPooling(pointsOf(publishMetric(metric.raw, rulesOfMetric(metric, identityRules, place))));
}

/** The rules a metric falls under: those of identity for what it says of health, help or sanctions. */
export function rulesOfMetric(
  { module }: Pick<ComputedMetric, 'module'>,
  identityRules: DisclosureRules,
  place: DisclosurePlace,
): DisclosureRules {
  return isSensitiveAt(module, place) ? identityRules : rulesFor(place);
}

/** Whether the counts of a metric are hidden and rounded like identity at a place. */
export function isSensitiveAt({ isSensitive }: ComputedMetric['module'], place: DisclosurePlace): boolean {
  return isSensitive === true || (isSensitive === 'exported' && place === 'export');
}
