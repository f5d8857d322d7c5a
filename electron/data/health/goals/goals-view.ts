import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { type GoalState, judgeGoal } from '../../../../shared/domain/health/goal.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { GoalMetricsView, GoalsView, GoalView } from '../../../../shared/ipc/topics/goals.ts';
import type { GoalRow, NoticeRow } from '../../store/goals/row.ts';
import { saidRow } from '../findings/said-row.ts';
import { catalogue } from '../metrics/catalogue.ts';

/** The one number a metric tells of the newest complete period, or undefined where it tells none. */
export interface ToldNumber extends Pick<GoalView, 'metricId' | 'dashboard' | 'unit' | 'value' | 'period'> {}

/** Numbers of released dashboards that a goal can be set for. */
export function toldNumbers(views: readonly DashboardView[]): ToldNumber[] {
  return views.flatMap((view) => view.charts.flatMap((chart) => toldNumber(chart, view) ?? []));
}

function toldNumber({ shape, metricId, dashboard }: MetricChart, view: DashboardView): ToldNumber | undefined {
  if (shape.kind !== 'series' && shape.kind !== 'numbers' && shape.kind !== 'bars') return undefined;
  // The extra pictures of a metric have an underscore in their id; the goal belongs to the metric itself.
  if (metricId.includes('_')) return undefined;
  const row = saidRow(shape, view.period?.start ?? null);
  if (!row) return undefined;
  // A line without the newest complete period says its oldest one: no ground for judging a goal now.
  if (shape.kind === 'series' && row.period && row.period.start !== view.period?.start) return undefined;
  const unit = shape.kind === 'numbers' ? (shape.rows.find(({ id }) => id === row.id)?.unit ?? 'index') : shape.unit;
  return { metricId, dashboard, unit, value: row.value, period: row.period };
}

/** Goals beside what was released; nothing but published values goes in. */
export function goalsView(
  communityId: number,
  goals: readonly GoalRow[],
  notices: readonly NoticeRow[],
  numbers: readonly ToldNumber[],
): GoalsView {
  const seen = goals.map((goal) => goalView(goal, numbers));
  return {
    communityId,
    goals: seen,
    notices: notices.flatMap(({ goal_id: goalId, period, noticed_at: noticedAt }) => {
      const goal = seen.find((one) => one.goalId === goalId);
      return goal ? [{ goalId, metricId: goal.metricId, dashboard: goal.dashboard, period, noticedAt }] : [];
    }),
  };
}

/** What a goal can be set for, with what it says now. */
export function goalMetricsView(communityId: number, numbers: readonly ToldNumber[]): GoalMetricsView {
  return {
    communityId,
    metrics: numbers.map(({ metricId, dashboard, unit, value }) => ({ metricId, dashboard, unit, value })),
  };
}

/** Dashboard of a metric whose number is not told just now. */
function dashboardOf(metricId: string): GoalView['dashboard'] {
  return catalogue.find(({ id }) => id === metricId)?.dashboard ?? 'connection';
}

function goalView(goal: GoalRow, numbers: readonly ToldNumber[]): GoalView {
  const told = numbers.find(({ metricId }) => metricId === goal.metric_id);
  return {
    goalId: goal.id,
    metricId: goal.metric_id,
    dashboard: told?.dashboard ?? dashboardOf(goal.metric_id),
    direction: goal.direction,
    target: goal.target,
    unit: told?.unit ?? 'index',
    value: told?.value ?? { mark: 'unavailable' },
    period: told?.period ?? null,
    state: told ? stateOf(told, goal) : 'unknown',
  };
}

function stateOf({ value, period }: ToldNumber, { direction, target }: GoalRow): GoalState {
  // An open period may still change: no verdict on it.
  if (period?.complete === false) return 'unknown';
  if (value.mark !== 'shown' && value.mark !== 'uncertain') return 'unknown';
  const interval = { lower: value.lower ?? value.value, upper: value.upper ?? value.value };
  return judgeGoal(interval, direction, target);
}
