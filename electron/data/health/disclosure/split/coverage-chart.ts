import type { BarsShape, MetricChart } from '../../../../../shared/domain/health/chart.ts';
import { coverageSentences } from '../../../../../shared/domain/health/coverage-sentences.ts';
import { coverage } from '../../metrics/group/coverage.ts';
import { metricChart } from '../metric-chart.ts';
import type { DisclosureRules } from '../rules.ts';

/** Coverage of a question as a chart like any other (health.md E, chart 28), from its published shape. */
export function coverageChart(shape: BarsShape, rules: DisclosureRules): MetricChart {
  const chart = { ...metricChart(coverage, shape, rules), annotations: [] };
  const [first] = coverageSentences(shape);
  // Of those with a line nearly all answered: said as a share of those asked it would promise too much.
  return first?.key === 'outreach:coverage.askedNotNoted' ? { ...chart, finding: first } : chart;
}
