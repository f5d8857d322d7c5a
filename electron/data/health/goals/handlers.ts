import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import { answerAsJob } from '../../service/answer-as-job.ts';
import type { DataContext } from '../../service/context.ts';
import type { Handlers } from '../../service/handlers.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { addAnnotation, listAnnotations, removeAnnotation } from '../../store/annotations/annotations.ts';
import { dismissNotice, readNotices, removeGoal, restoreGoal, saveGoal } from '../../store/goals/commands.ts';
import {
  communitiesWithUnread,
  findGoal,
  listGoals,
  listOpenNotices,
  listToldOfGoals,
} from '../../store/goals/queries.ts';
import type { GoalRow } from '../../store/goals/row.ts';
import { inTransaction } from '../../store/transaction.ts';
import { dayNumberOfIsoDate, isoDateOf } from '../calendar/civil-day.ts';
import { releaseGoalMetrics, releaseGoals } from '../disclosure/release-goals.ts';
import { mayAim, mayBeNegative } from './aims.ts';
import { goalMetricsView, goalsView, isByGroup, numberOf } from './goals-view.ts';
import { noteJudged } from './note-judged.ts';
import { readTold } from './read-told.ts';
import { splitsOfWeek } from './splits-of-week.ts';

type GoalChannel =
  | 'goals.list'
  | 'goals.metrics'
  | 'goals.save'
  | 'goals.remove'
  | 'goals.restore'
  | 'goals.unread'
  | 'goals.read'
  | 'goals.dismiss'
  | 'annotations.list'
  | 'annotations.add'
  | 'annotations.remove';

/** The calls of goals and annotations. */
export const goalHandlers: Handlers<GoalChannel> = {
  'goals.list': (context, { communityId: id, jobId }) =>
    answerAsJob(context, jobId, async (job) => {
      const communityId = id as CommunityId;
      const told = await readTold(context, { communityId, wanted: 'goals', job });
      if (noteJudged(context, communityId, told)) context.changed(['notices']);
      const kept = {
        goals: listGoals(context.write, communityId),
        notices: listOpenNotices(context.write, communityId),
        told: listToldOfGoals(context.write, communityId),
      };
      return releaseGoals(goalsView(id, kept, told));
    }),

  'goals.metrics': (context, { communityId: id, jobId }) =>
    answerAsJob(context, jobId, async (job) => {
      const told = await readTold(context, { communityId: id as CommunityId, wanted: 'all', job });
      return releaseGoalMetrics(goalMetricsView(id, told));
    }),

  'goals.save': (context, { communityId: id, metricId, aim, direction, target }) => {
    const communityId = id as CommunityId;
    if (!mayAim(metricId, aim)) throw new HearthError('not-found');
    if (target < 0 && !mayBeNegative(metricId)) throw new HearthError('invalid-input', { field: 'target' });
    requireCommunity(context, communityId);
    const words = isByGroup(aim) ? wordsOfGroup(context, communityId, metricId, aim) : '[]';
    const at = context.clock.now();
    inTransaction(context.write, () =>
      saveGoal(context.write, { communityId, metricId, aim, words, direction, target, at }),
    );
    context.changed(['goals']);
    return null;
  },

  'goals.remove': (context, { communityId, goalId }) => {
    requireGoal(context, communityId, goalId);
    inTransaction(context.write, () => removeGoal(context.write, goalId, context.clock.now()));
    context.changed(['goals']);
    return null;
  },

  'goals.restore': (context, { communityId, goalId }) => {
    requireGoal(context, communityId, goalId);
    inTransaction(context.write, () => restoreGoal(context.write, goalId));
    context.changed(['goals']);
    return null;
  },

  'goals.unread': (context) => ({ communityIds: communitiesWithUnread(context.write) }),

  'goals.read': (context, { communityId }) => {
    const at = context.clock.now();
    const isNew = inTransaction(context.write, () => readNotices(context.write, communityId as CommunityId, at));
    if (isNew) context.changed(['notices']);
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

/**
 * What the number of a goal by group is called, to be said also in weeks in which nobody looks at its split. Throws HearthError
 * `not-found` for a group that is not told: a goal is set on what is seen.
 */
function wordsOfGroup(context: DataContext, communityId: CommunityId, metricId: string, aim: string): string {
  const timeZone = requireCommunity(context, communityId);
  const told = numberOf(metricId, aim, splitsOfWeek(context, communityId, timeZone));
  if (!told) throw new HearthError('not-found');
  return JSON.stringify(told.words);
}

/** The time zone of a community that there is. */
function requireCommunity(context: DataContext, communityId: number): string {
  const community = readCommunityFacts(context.read, communityId as CommunityId);
  if (!community) throw new HearthError('not-found');
  return community.timeZone;
}

function requireGoal(context: DataContext, communityId: number, goalId: number): GoalRow {
  const goal = findGoal(context.write, goalId);
  if (goal?.community_id !== communityId) throw new HearthError('not-found');
  return goal;
}
