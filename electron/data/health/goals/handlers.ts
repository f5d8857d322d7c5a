import { dashboards } from '../../../../shared/domain/health/pillar.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import { answerAsJob } from '../../service/answer-as-job.ts';
import type { DataContext } from '../../service/context.ts';
import type { Handlers } from '../../service/handlers.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { addAnnotation, listAnnotations, removeAnnotation } from '../../store/annotations/annotations.ts';
import { dismissNotice, noticeGoal, removeGoal, saveGoal } from '../../store/goals/commands.ts';
import { findGoal, listGoals, listOpenNotices } from '../../store/goals/queries.ts';
import type { GoalRow } from '../../store/goals/row.ts';
import { inTransaction } from '../../store/transaction.ts';
import { dayNumberOfIsoDate, isoDateOf } from '../calendar/civil-day.ts';
import { countedMetrics } from '../dashboard/counted-metrics.ts';
import { dashboardAround, modulesOf } from '../dashboard/read-dashboard.ts';
import { releaseDashboard } from '../disclosure/release-dashboard.ts';
import { releaseGoalMetrics, releaseGoals } from '../disclosure/release-goals.ts';
import { catalogue } from '../metrics/catalogue.ts';
import type { MetricModule } from '../metrics/metric-module.ts';
import { goalMetricsView, goalsView, type ToldNumber, toldNumbers } from './goals-view.ts';

type GoalChannel =
  | 'goals.list'
  | 'goals.metrics'
  | 'goals.save'
  | 'goals.remove'
  | 'goals.dismiss'
  | 'annotations.list'
  | 'annotations.add'
  | 'annotations.remove';

/** The calls of goals and annotations. */
export const goalHandlers: Handlers<GoalChannel> = {
  'goals.list': (context, { communityId: id, jobId }) =>
    answerAsJob(context, jobId, async (job) => {
      const communityId = id as CommunityId;
      requireCommunity(context, communityId);
      const wanted = new Set(listGoals(context.write, communityId).map(({ metric_id }) => metric_id));
      const numbers = await numbersOf(context, communityId, (module) => wanted.has(module.id), job);
      noteMissed(context, communityId, numbers);
      const goals = listGoals(context.write, communityId);
      return releaseGoals(goalsView(id, goals, listOpenNotices(context.write, communityId), numbers));
    }),

  'goals.metrics': (context, { communityId, jobId }) =>
    answerAsJob(context, jobId, async (job) => {
      requireCommunity(context, communityId);
      const numbers = await numbersOf(context, communityId as CommunityId, canHaveGoal, job);
      return releaseGoalMetrics(goalMetricsView(communityId, numbers));
    }),

  'goals.save': (context, { communityId, metricId, direction, target }) => {
    if (!catalogue.some((module) => module.id === metricId)) throw new HearthError('not-found');
    requireCommunity(context, communityId);
    const at = context.clock.now();
    inTransaction(context.write, () =>
      saveGoal(context.write, { communityId: communityId as CommunityId, metricId, direction, target, at }),
    );
    context.changed(['goals']);
    return null;
  },

  'goals.remove': (context, { communityId, goalId }) => {
    requireGoal(context, communityId, goalId);
    inTransaction(context.write, () => removeGoal(context.write, goalId));
    context.changed(['goals']);
    return null;
  },

  'goals.dismiss': (context, { communityId, goalId, period }) => {
    requireGoal(context, communityId, goalId);
    inTransaction(context.write, () => dismissNotice(context.write, goalId, period, context.clock.now()));
    context.changed(['goals']);
    return null;
  },

  'annotations.list': (context, { communityId }) =>
    listAnnotations(context.read, communityId as CommunityId).map(({ id, day, text }) => ({
      id,
      day: isoDateOf(day),
      text,
    })),

  'annotations.add': (context, { communityId, day, text }) => {
    requireCommunity(context, communityId);
    const number = dayNumberOfIsoDate(day);
    if (number === undefined) throw new HearthError('invalid-input', { field: 'day' });
    const at = context.clock.now();
    const id = inTransaction(context.write, () =>
      addAnnotation(context.write, { communityId: communityId as CommunityId, day: number, text, at }),
    );
    context.changed(['goals']);
    return { id };
  },

  'annotations.remove': (context, { communityId, annotationId }) => {
    inTransaction(context.write, () => removeAnnotation(context.write, communityId as CommunityId, annotationId));
    context.changed(['goals']);
    return null;
  },
};

/** The extra pictures of a metric have an underscore in their id; a goal belongs to the metric itself. */
const canHaveGoal = ({ id }: MetricModule): boolean => !id.includes('_');

/**
 * What the team's dashboards tell of some metrics, by quarter: goals are never judged by a number that nobody may see.
 * Counts those metrics and no other, all but those of moderation from one state of the store.
 */
async function numbersOf(
  context: DataContext,
  communityId: CommunityId,
  isWanted: (module: MetricModule) => boolean,
  job: JobHandle | null,
): Promise<ToldNumber[]> {
  const around = { communityId, unit: 'quarter' } as const;
  const views: DashboardView[] = [];
  for (const together of [dashboards.filter((one) => one !== 'moderation'), ['moderation'] as const]) {
    const modules = modulesOf(together).filter(isWanted);
    if (modules.length === 0) continue;
    const computed = await countedMetrics(context, { ...around, modules }, job);
    for (const dashboard of together) {
      views.push(releaseDashboard(dashboardAround(context, { ...around, dashboard }, computed), 'team'));
    }
  }
  return toldNumbers(views);
}

/** Writes down once per goal and period that an interval left the goal. */
function noteMissed(context: DataContext, communityId: CommunityId, numbers: readonly ToldNumber[]): void {
  const goals = listGoals(context.write, communityId);
  const missed = goalsView(communityId, goals, [], numbers).goals.filter(({ state }) => state === 'missed');
  if (missed.length === 0) return;
  inTransaction(context.write, () => {
    for (const { goalId, period } of missed) {
      noticeGoal(context.write, goalId, period?.start ?? NO_PERIOD, context.clock.now());
    }
  });
}

/** Stands for a number that belongs to no period. */
const NO_PERIOD = '1970-01-01';

function requireCommunity(context: DataContext, communityId: number): void {
  if (!readCommunityFacts(context.read, communityId as CommunityId)) throw new HearthError('not-found');
}

function requireGoal(context: DataContext, communityId: number, goalId: number): GoalRow {
  const goal = findGoal(context.write, goalId);
  if (goal?.community_id !== communityId) throw new HearthError('not-found');
  return goal;
}
