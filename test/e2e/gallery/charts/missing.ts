import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { aChart, common } from './a-chart.ts';

/** A chart that has nothing to show yet, and needs everything. */
export const missing: readonly MetricChart[] = [
  aChart(
    'outreach',
    'Z25',
    { kind: 'missing', needs: ['partners', 'events', 'identity-answers', 'activity-days', 'history'] },
    { finding: common('noData') },
  ),
];
