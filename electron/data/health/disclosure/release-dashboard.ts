import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { ComputedMetric } from '../dashboard/compute-metrics.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { limitSeries } from './limit-series.ts';
import { metricChart } from './metric-chart.ts';
import { mint } from './mint.ts';
import { noteCarried } from './note-carried.ts';
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
  /** Of the snapshot it leaves with; undefined on the team's own screens, where nothing small is audited. */
  readonly secret?: string;
}

/** The gate of the dashboards: what may be shown at a place. A metric of the team alone never goes to an export. */
export function releaseDashboard(raw: RawDashboard, place: DisclosurePlace): Published<DashboardView> {
  const rules = rulesFor(place);
  const { window, metrics, annotations, identityRules, secret, ...around } = raw;
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
        releaseMetric(metric, metric.module.isSensitive ? identityRules : rules, { window, annotations, secret }),
      ),
  });
}

/** One metric as it may be shown, with its sentences. */
function releaseMetric(
  { module, raw }: ComputedMetric,
  rules: DisclosureRules,
  {
    window,
    annotations,
    secret,
  }: Pick<RawDashboard, 'window' | 'annotations'> & { readonly secret: string | undefined },
): MetricChart {
  const limited = module.isSensitive ? limitSeries(raw, rules) : { raw, carried: new Set<string>() };
  const shape = noteCarried(publishMetric(limited.raw, rules, secret), limited.carried);
  return {
    ...metricChart(module, shape, rules, window),
    annotations: shape.kind === 'series' ? annotations : [],
  };
}
