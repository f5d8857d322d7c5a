import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { ComputedMetric } from '../dashboard/compute-metrics.ts';
import { caveatsOf } from '../findings/caveats-of.ts';
import { comparisonOf } from '../findings/comparison.ts';
import { sentenceOf } from '../findings/sentence-of.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { mint } from './mint.ts';
import { chartPeriod } from './publish/period-of-row.ts';
import { publishMetric } from './publish/publish-metric.ts';
import { type DisclosureRules, identityRulesFor, rulesFor } from './rules.ts';

/** A dashboard before disclosure, and what stands around its charts. */
export interface RawDashboard
  extends Pick<DashboardView, 'communityId' | 'dashboard' | 'unit' | 'timeZone' | 'computedAt' | 'cutOff'> {
  readonly window: MetricWindow | null;
  readonly metrics: readonly ComputedMetric[];
  readonly annotations: MetricChart['annotations'];
}

/** The gate of the dashboards: what may be shown at a place. A metric of the team alone never goes to an export. */
export function releaseDashboard(raw: RawDashboard, place: DisclosurePlace): Published<DashboardView> {
  const rules = rulesFor(place);
  const { window, metrics, annotations, ...around } = raw;
  return mint({
    ...around,
    weekStart: 'monday',
    place,
    threshold: rules.threshold || null,
    rounding: rules.rounding > 1 ? rules.rounding : null,
    period: window ? chartPeriod(window.current) : null,
    charts: metrics
      .filter(({ module }) => place === 'team' || module.place === 'any')
      .map((metric) =>
        releaseMetric(metric, window, annotations, metric.module.isSensitive ? identityRulesFor(place) : rules),
      ),
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
  const words = { topic: module.dashboard, id: module.id };
  const start = window ? chartPeriod(window.current).start : null;
  const before = window?.previous ? chartPeriod(window.previous).start : null;
  return {
    metricId: module.id,
    dashboard: module.dashboard,
    isCore: module.isCore,
    definitionVersion: module.definitionVersion,
    level: module.level,
    chart: module.chart,
    shape,
    finding: sentenceOf(shape, words, start),
    caveats: caveatsOf(shape, words, rules),
    comparison: comparisonOf(shape, start, before),
    annotations: shape.kind === 'series' ? annotations : [],
  };
}
