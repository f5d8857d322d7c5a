import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { ComputedMetric } from '../dashboard/compute-metrics.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { metricChart } from './metric-chart.ts';
import { mint } from './mint.ts';
import { chartPeriod } from './publish/period-of-row.ts';
import { publishMetric } from './publish/publish-metric.ts';
import { type DisclosureRules, rulesFor } from './rules.ts';

/** A dashboard before disclosure, and what stands around its charts. */
export interface RawDashboard
  extends Pick<DashboardView, 'communityId' | 'dashboard' | 'unit' | 'timeZone' | 'computedAt' | 'cutOff'> {
  readonly window: MetricWindow | null;
  readonly metrics: readonly ComputedMetric[];
  readonly annotations: MetricChart['annotations'];
  /** For metrics about health or sanctions. */
  readonly identityRules: DisclosureRules;
}

/** The gate of the dashboards: what may be shown at a place. A metric of the team alone never goes to an export. */
export function releaseDashboard(raw: RawDashboard, place: DisclosurePlace): Published<DashboardView> {
  const rules = rulesFor(place);
  const { window, metrics, annotations, identityRules, ...around } = raw;
  return mint({
    ...around,
    weekStart: 'monday',
    place,
    threshold: rules.threshold || null,
    rounding: rules.rounding > 1 ? rules.rounding : null,
    period: window ? chartPeriod(window.current) : null,
    charts: metrics
      .filter(({ module }) => place === 'team' || module.place === 'any')
      .map((metric) => releaseMetric(metric, window, annotations, metric.module.isSensitive ? identityRules : rules)),
  });
}

/** One metric as it may be shown, with its sentences. */
function releaseMetric(
  { module, raw }: ComputedMetric,
  window: MetricWindow | null,
  annotations: MetricChart['annotations'],
  rules: DisclosureRules,
): MetricChart {
  const shape = publishMetric(raw, rules);
  return {
    ...metricChart(module, shape, rules, window),
    annotations: shape.kind === 'series' ? annotations : [],
  };
}
