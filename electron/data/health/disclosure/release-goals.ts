import type { Published } from '../../../../shared/domain/published.ts';
import type { GoalMetricsView, GoalsView } from '../../../../shared/ipc/topics/goals.ts';
import { mint } from './mint.ts';

/** Goals are the coordinators' own; the numbers beside them come from released dashboards alone. */
export function releaseGoals(view: GoalsView): Published<GoalsView> {
  return mint(view);
}

/** What a goal can be set for: told by released dashboards too. */
export function releaseGoalMetrics(view: GoalMetricsView): Published<GoalMetricsView> {
  return mint(view);
}
