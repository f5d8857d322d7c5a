import type { ChartLabel } from '../../../../shared/domain/health/chart.ts';
import { type GoalSilence, type GoalState, judgeGoal } from '../../../../shared/domain/health/goal.ts';
import type { GoalMetricsView, GoalStep, GoalsView, GoalView } from '../../../../shared/ipc/topics/goals.ts';
import type { GoalRow, NoticeRow, ToldRow } from '../../store/goals/row.ts';
import { isoDateOf } from '../calendar/civil-day.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import type { Told } from './read-told.ts';
import type { ToldNumber } from './told-number.ts';
import { metricsWithoutGoal } from './without-goal.ts';

/** What a community has written down of its goals. */
export interface KeptGoals {
  readonly goals: readonly GoalRow[];
  readonly notices: readonly NoticeRow[];
  readonly told: readonly ToldRow[];
}

/** Goals beside what was released; nothing but published values goes in. */
export function goalsView(communityId: number, { goals, notices, told: earlier }: KeptGoals, told: Told): GoalsView {
  const seen = goals.map((goal) => goalView(goal, told, earlier));
  return {
    communityId,
    goals: seen,
    notices: notices.flatMap(({ goal_id: goalId, period, noticed_at: noticedAt }) => {
      const goal = seen.find((one) => one.goalId === goalId);
      if (!goal || isOfEarlierWeek(goal, period, told.numbers)) return [];
      return [{ goalId, metricId: goal.metricId, dashboard: goal.dashboard, period, noticedAt }];
    }),
  };
}

/** What a goal can be set for, with what it says now, and what has no number for one. */
export function goalMetricsView(communityId: number, told: Told): GoalMetricsView {
  return {
    communityId,
    metrics: told.numbers.map(({ metricId, dashboard, aim, words, unit, value }) => ({
      metricId,
      dashboard,
      aim,
      words,
      unit,
      value,
    })),
    without: metricsWithoutGoal(told.views, told.numbers),
  };
}

/** A number told by group: of the week alone. */
export function isByGroup(aim: string): boolean {
  return aim.startsWith('group/') || aim.startsWith('coverage/');
}

/** What a split told in an earlier week is destroyed, and so is what was said of it. */
function isOfEarlierWeek(goal: GoalView, period: string, numbers: readonly ToldNumber[]): boolean {
  return isByGroup(goal.aim) && numberOf(goal.metricId, goal.aim, numbers)?.judgedIn?.start !== period;
}

/** The number a goal is set for, or undefined where it is not told just now. */
export function numberOf(metricId: string, aim: string, numbers: readonly ToldNumber[]): ToldNumber | undefined {
  return numbers.find((one) => one.metricId === metricId && one.aim === aim);
}

/** Dashboard of a metric whose number is not told just now. */
function dashboardOf(metricId: string): GoalView['dashboard'] {
  return [...catalogue, ...groupMetrics].find(({ id }) => id === metricId)?.dashboard ?? 'connection';
}

function goalView(goal: GoalRow, { numbers, timeZone }: Told, earlier: readonly ToldRow[]): GoalView {
  const told = numberOf(goal.metric_id, goal.aim, numbers);
  const setOn = isoDateOf(localDaysIn(timeZone).dayOf(goal.created_at));
  const judged = told ? judgedNumber(told, goal) : ({ state: 'unknown', silence: 'not-told' } as const);
  return {
    goalId: goal.id,
    metricId: goal.metric_id,
    dashboard: told?.dashboard ?? dashboardOf(goal.metric_id),
    aim: goal.aim,
    words: told?.words ?? (JSON.parse(goal.words) as readonly ChartLabel[]),
    direction: goal.direction,
    target: goal.target,
    unit: told?.unit ?? 'index',
    value: told?.value ?? { mark: 'unavailable' },
    period: told?.period ?? null,
    ...judged,
    setOn,
    steps: stepsSince(
      setOn,
      allSteps(
        told,
        earlier.filter(({ goal_id: id }) => id === goal.id),
      ),
    ),
  };
}

/** Where a told number stands against its goal, and why nothing may be said where nothing may. */
export function judgedNumber(
  { value, period, isOpenEnded }: ToldNumber,
  { direction, target }: Pick<GoalRow, 'direction' | 'target'>,
): { readonly state: GoalState; readonly silence: GoalSilence | null } {
  // An open period may still change: no verdict on it.
  if (period?.complete === false || value.mark === 'open') return { state: 'unknown', silence: 'still-running' };
  if (value.mark !== 'shown' && value.mark !== 'uncertain') return { state: 'unknown', silence: 'too-few' };
  const unknown = isOpenEnded === true;
  const interval = {
    lower: value.lower ?? (unknown ? Number.NEGATIVE_INFINITY : value.value),
    upper: value.upper ?? (unknown ? Number.POSITIVE_INFINITY : value.value),
  };
  return { state: judgeGoal(interval, direction, target), silence: null };
}

/** What is told of the periods now, or, where a number is told of one period at a time, what was told of them then. */
function allSteps(told: ToldNumber | undefined, earlier: readonly ToldRow[]): readonly GoalStep[] {
  if (told && told.steps.length > 0) return told.steps;
  return earlier.map((row) => JSON.parse(row.told) as GoalStep);
}

/** From the last period that was over when the goal was set; where there was none, from the first. */
function stepsSince(setOn: string, steps: readonly GoalStep[]): readonly GoalStep[] {
  const from = steps.findLastIndex(({ period }) => period.end < setOn);
  return steps.slice(Math.max(0, from));
}
