import type { PooledMetric } from '../dashboard/compute-metrics.ts';
import type { RawResult } from '../metrics/raw-result.ts';
import { type AuditedMetric, isSensitiveAt, offersPooled, type RawDashboard } from './dashboard-view.ts';
import {
  type AuditedTogether,
  auditTogether,
  type ChartsTogether,
  type ChartToAudit,
} from './together/audit-together.ts';

/** A dashboard whose charts were audited with all others. */
interface AuditedDashboard {
  readonly raw: RawDashboard;
  readonly metrics: readonly AuditedMetric[];
}

/** The years of a release: what may be told of them beside its quarters. */
interface PooledTogether {
  /** A metric with its years as they may be told, or without any. */
  readonly of: (metric: AuditedMetric) => AuditedMetric;
  readonly withheld: readonly string[];
}

/**
 * Audits the years that charts of a release offer beside everything else of it, once that was decided: a quarter stands as it is,
 * told or hidden, and the year gives way where a reader of both would learn too much. So a file can hold a hidden quarter
 * and its year, and no year ever changes what is told of a quarter. Only charts over periods pool where they leave: of the
 * others a reader keeps the earlier quarters, which no audit sees, and could take them from the year.
 */
export function poolTogether(
  dashboards: readonly AuditedDashboard[],
  together: ChartsTogether,
  first: AuditedTogether,
): PooledTogether {
  const place = new Map(
    dashboards.flatMap(({ raw, metrics }) => (raw.window ? metrics : [])).map((one, at) => [one, at]),
  );
  const offered = dashboards.flatMap(({ raw, metrics }) =>
    metrics.flatMap((metric) =>
      metric.pooled && isOverPeriods(metric.pooled.raw) && offersPooled(metric, raw.identityRules, 'export')
        ? [{ metric, pooled: metric.pooled }]
        : [],
    ),
  );
  const charts = offered.map(({ metric, pooled: { raw, window } }): ChartToAudit => {
    const { module } = metric;
    const pools = place.get(metric);
    if (pools === undefined) throw new Error('a chart that pools is not in its release');
    return { metricId: module.id, raw, window, isSensitive: isSensitiveAt(module, 'export'), pools };
  });
  if (charts.length === 0) return { of: withoutPooled, withheld: first.withheld };
  const second = auditTogether({
    ...together,
    charts: [...together.charts, ...charts],
    standing: first.decided,
  });
  const told = new Map(
    offered.map(({ metric, pooled }, at): [AuditedMetric, PooledMetric] => [
      metric,
      { ...pooled, raw: second.charts[together.charts.length + at] ?? pooled.raw },
    ]),
  );
  return {
    of: (metric) => {
      const pooled = told.get(metric);
      return pooled ? { ...metric, pooled } : withoutPooled(metric);
    },
    withheld: second.withheld,
  };
}

function withoutPooled({ pooled: _, ...metric }: AuditedMetric): AuditedMetric {
  return metric;
}

/** Whether every number of a chart is of a period it names. Counts inside a formula are none that the audit sees. */
function isOverPeriods(raw: RawResult): boolean {
  switch (raw.kind) {
    case 'shares':
    case 'counts':
    case 'rates':
    case 'parts':
      return raw.rows.every(({ period }) => period !== undefined);
    default:
      return false;
  }
}
