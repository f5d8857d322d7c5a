import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { type GoalState, judgeGoal } from '../../../../shared/domain/health/goal.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { GoalsView, GoalView } from '../../../../shared/ipc/topics/goals.ts';
import type { GoalRow, NoticeRow } from '../../store/goals/row.ts';
import { saidRow } from '../findings/said-row.ts';

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
    metrics: numbers.map(({ metricId, dashboard, unit, value }) => ({ metricId, dashboard, unit, value })),
  };
}

/** Dashboard of a metric whose number is not told just now, by the letter of its id. */
const DASHBOARD_OF = { R: 'connection', A: 'advocacy', Z: 'resilience', M: 'moderation' } as const;

function goalView(goal: GoalRow, numbers: readonly ToldNumber[]): GoalView {
  const told = numbers.find(({ metricId }) => metricId === goal.metric_id);
  const letter = goal.metric_id[0] as keyof typeof DASHBOARD_OF;
  return {
    goalId: goal.id,
    metricId: goal.metric_id,
    dashboard: told?.dashboard ?? DASHBOARD_OF[letter] ?? 'connection',
    direction: goal.direction,
    target: goal.target,
    unit: told?.unit ?? 'index',
    value: told?.value ?? { mark: 'unavailable' },
    period: told?.period ?? null,
    state: told ? stateOf(told.value, goal) : 'unknown',
  };
}

function stateOf(value: PublishedValue, { direction, target }: GoalRow): GoalState {
  // An open period may still change: no verdict on it.
  if (value.mark !== 'shown' && value.mark !== 'uncertain') return 'unknown';
  const interval = { lower: value.lower ?? value.value, upper: value.upper ?? value.value };
  return judgeGoal(interval, direction, target);
}
