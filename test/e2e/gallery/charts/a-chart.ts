import type { ChartShape, MetricChart, Sentence } from '../../../../shared/domain/health/chart.ts';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import { shown } from '../made-up-values.ts';

/** A sentence by its key in the catalogue of strings. */
export const said = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params });
export const common = (key: string): Sentence => said(`charts:common.${key}`);

/** A published percentage, six points sure on either side. */
export const share = (value: number): ReturnType<typeof shown> => shown(value, value - 6, value + 6);

/** A chart around a shape, with everything that stands beside it. */
export function aChart(
  dashboard: DashboardId,
  metricId: string,
  shape: ChartShape,
  more: Partial<MetricChart> = {},
): MetricChart {
  return {
    metricId,
    dashboard,
    isCore: true,
    definitionVersion: 1,
    level: 2,
    chart: null,
    shape,
    finding: common('seeTable'),
    caveats: [said(`${dashboard}:${metricId}.caveat`)],
    comparison: null,
    annotations: [],
    ...more,
  };
}
