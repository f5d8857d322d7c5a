import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { GoalMetricsView } from '../../../../shared/ipc/topics/goals.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import type { ToldNumber } from './told-number.ts';

/** Metrics that have no number for a goal just now, and why, in the order of the catalogue. */
export function metricsWithoutGoal(
  views: readonly DashboardView[],
  numbers: readonly ToldNumber[],
): GoalMetricsView['without'] {
  const told = new Set(numbers.map(({ metricId }) => metricId));
  const lacking = new Set(
    views.flatMap(({ charts }) =>
      charts.filter(({ shape }) => shape.kind === 'missing').map(({ metricId }) => metricId),
    ),
  );
  const shown = new Set(views.flatMap(({ charts }) => charts.map(({ metricId }) => metricId)));
  return [
    ...catalogue
      .filter(({ id }) => !id.includes('_') && !told.has(id))
      .map(({ id, dashboard }) => ({
        metricId: id,
        dashboard,
        // What is told by a view of its own is not among the charts, and lacks data where it tells nothing.
        why: lacking.has(id) || !shown.has(id) ? ('no-data' as const) : ('no-number' as const),
      })),
    ...groupMetrics
      .filter(({ id }) => !told.has(id))
      .map(({ id, dashboard, measure }) => ({
        metricId: id,
        dashboard,
        why: measure === 'inequality' ? ('over-groups' as const) : ('split-not-told' as const),
      })),
  ];
}
