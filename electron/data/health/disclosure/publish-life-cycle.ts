import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { LifeCycle } from '../../../../shared/ipc/topics/health.ts';
import { isoStartOf, type PeriodUnit } from '../calendar/periods.ts';
import { lifeCycleCaveats, lifeCycleFinding } from '../findings/life-cycle.ts';
import type { LifeCycleRow } from '../metrics/life-cycle.ts';
import { lifeCycleChart } from '../metrics/resilience/life-cycle-chart.ts';
import { asOpen, publishCount } from './counts.ts';
import type { DisclosureRules } from './rules.ts';

/** Life-cycle flow as it may be shown. Totals are rounded on their own, so they need not add up; what they give away is withheld before. */
export function publishLifeCycle(
  rows: readonly LifeCycleRow[],
  unit: PeriodUnit,
  level: ActivityLevel,
  rules: DisclosureRules,
): LifeCycle {
  const chart = {
    metricId: 'Z9',
    definitionVersion: lifeCycleChart.definitionVersion,
    level,
    periods: rows.map((row) => {
      const value = (flow: 'new' | 'returning' | 'resurrected' | 'dormant' | 'active') => {
        const count = publishCount(row[flow], rules);
        return row.complete ? count : asOpen(count);
      };
      return {
        start: isoStartOf(unit, row.period),
        complete: row.complete,
        fresh: value('new'),
        returning: value('returning'),
        resurrected: value('resurrected'),
        dormant: value('dormant'),
        active: value('active'),
      };
    }),
  } as const;
  return { ...chart, finding: lifeCycleFinding(chart), caveats: lifeCycleCaveats(chart, rules.rounding > 1) };
}
