import { periodOf } from '../calendar/periods.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import type { MetricModule } from './metric-module.ts';
import { periodAt } from './metric-window.ts';
import type { Period } from './window.ts';

/** A quarter of weeks. */
const WEEKS = 13;

/**
 * A metric with a row for each period, as the catalogue has it by week. For the team alone: what leaves is told by whole
 * quarters (health.md C.7.3). `metric` is one without `inSteps`.
 */
export function byWeek(metric: MetricModule): MetricModule {
  return {
    ...metric,
    id: `${metric.id}_weeks`,
    isCore: false,
    place: 'team',
    pools: false,
    tellsSettled: true,
    compute: (facts, window) => metric.compute(facts, { ...window, periods: weeksShown(facts) }),
  };
}

/** The newest weeks of the data, oldest first; the last one may still be open. None before the week the data begin in. */
function weeksShown({ firstDay, lastDay }: HealthFacts): Period[] {
  const last = periodOf('week', lastDay);
  const first = Math.max(periodOf('week', firstDay), last - WEEKS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => periodAt('week', first + at, lastDay));
}
