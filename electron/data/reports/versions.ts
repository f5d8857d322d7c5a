import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import type { ReportVersion } from '../../../shared/domain/health/report.ts';
import type { Published } from '../../../shared/domain/published.ts';
import type { DashboardView, SplitView } from '../../../shared/ipc/topics/dashboards.ts';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import { derive } from '../health/disclosure/derive.ts';
import { isMainChart } from './first-page/headlines.ts';

/** What a funder is told of pillars 2 and 3 (health.md G.5). */
const OF_FUNDERS: ReadonlySet<string> = new Set(['A1', 'A6', 'Z8', 'Z17', 'Z20', 'Z25']);

type Named = Pick<MetricChart, 'metricId' | 'dashboard' | 'isCore'>;

/** Whether a version has a metric at all: on its page or in the files beside it. */
function holds(version: ReportVersion, { metricId, dashboard }: Pick<Named, 'metricId' | 'dashboard'>): boolean {
  switch (version) {
    case 'public':
      return true;
    case 'funder':
      return OF_FUNDERS.has(metricId);
    case 'moderation':
      return dashboard === 'moderation';
  }
}

/** Whether a metric of a version stands on its page: for members the starred ones, elsewhere all that the version has. */
export function isOnPage(version: ReportVersion, chart: Named): boolean {
  return holds(version, chart) && (version !== 'public' || isMainChart(chart));
}

/** A quarter as it was told, in parts. */
export interface ToldQuarter {
  readonly view: Published<HealthView>;
  readonly dashboards: readonly Published<DashboardView>[];
  readonly splits: readonly Published<SplitView>[];
}

/** What a version has of a told quarter. It only leaves out: nothing is told in another way than in the others. */
export function partOf(version: ReportVersion, { view, dashboards, splits }: ToldQuarter): ToldQuarter {
  const own = (metricId: string, dashboard: Named['dashboard']) => holds(version, { metricId, dashboard });
  return {
    view: derive(view, (whole) => ({
      ...whole,
      retention: own('Z4', 'resilience') ? whole.retention : null,
      stay: own('Z8', 'resilience') ? whole.stay : null,
      lifeCycle: own('Z9', 'resilience') ? whole.lifeCycle : null,
      reciprocity: own('R8', 'connection') ? whole.reciprocity : null,
    })),
    dashboards: dashboards
      .map((one) => derive(one, (told) => ({ ...told, charts: told.charts.filter((chart) => holds(version, chart)) })))
      .filter(({ charts }) => charts.length > 0),
    splits: splits.filter(({ chart }) => chart !== null && own(chart.metricId, chart.dashboard)),
  };
}
