import { type ReportRequest, reportModel } from '../../electron/data/reports/report-model.ts';
import type { ChartShape, MetricChart, Sentence } from '../../shared/domain/health/chart.ts';
import { type DashboardId, dashboards as everyDashboard } from '../../shared/domain/health/pillar.ts';
import { aChart } from '../e2e/gallery/charts/a-chart.ts';
import { row, shown } from '../e2e/gallery/made-up-values.ts';

/** A made-up chart of a starred metric whose sentence says an interval, unless told otherwise. */
export function aToldChart(dashboard: DashboardId, metricId: string, more: Partial<MetricChart> = {}): MetricChart {
  const shape: ChartShape = {
    kind: 'bars',
    unit: 'percent',
    facets: [{ id: 'all', label: null, rows: [row('Everybody', shown(62, 55, 69), { n: shown(200) })] }],
  };
  return aChart(dashboard, metricId, shape, { finding: aFinding(dashboard, metricId, 0.62, 0.55, 0.69), ...more });
}

/** A sentence of a metric with a share and its interval, as fractions. */
export function aFinding(
  dashboard: DashboardId,
  metricId: string,
  share: number,
  lower: number,
  upper: number,
): Sentence {
  return { key: `${dashboard}:${metricId}.finding`, params: { share, lower, upper } };
}

/** Dashboards of a made-up quarter with these charts on them. */
export function toldDashboards(charts: readonly MetricChart[]): ReportRequest['dashboards'] {
  return everyDashboard.map((dashboard) => ({
    communityId: 1,
    dashboard,
    unit: 'quarter',
    timeZone: 'UTC',
    weekStart: 'monday',
    computedAt: 0,
    cutOff: 0,
    place: 'export',
    threshold: 7,
    rounding: 5,
    period: null,
    charts: charts.filter((chart) => chart.dashboard === dashboard),
  })) as unknown as ReportRequest['dashboards'];
}

/** A report of made-up charts, without return, stay and groups unless given. */
export function aReport(charts: readonly MetricChart[], more: Partial<ReportRequest> = {}) {
  const view = {
    communityId: 1,
    spaceId: null,
    timeZone: 'UTC',
    weekStart: 'monday',
    computedAt: Date.UTC(2026, 9, 15),
    cutOff: Date.UTC(2026, 9, 14),
    place: 'export',
    threshold: 7,
    rounding: 5,
    members: shown(640),
    activities: shown(12_340),
    retention: null,
    stay: null,
    lifeCycle: null,
    reciprocity: null,
  } as unknown as ReportRequest['view'];
  return reportModel({
    view,
    dashboards: toldDashboards(charts),
    splits: [],
    quarter: { from: '2026-07-01', to: '2026-09-30' },
    language: 'en',
    title: '',
    version: '1.0.0',
    gapDays: 90,
    ...more,
  });
}
