import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { GoalStep } from '../../../../shared/ipc/topics/goals.ts';
import type { DataContext } from '../../service/context.ts';
import {
  forgetRemovedGoals,
  keepNoticesOf,
  keepToldOfGoal,
  keepWordsOfGoal,
  noticeGoal,
} from '../../store/goals/commands.ts';
import { listGoals } from '../../store/goals/queries.ts';
import type { GoalRow } from '../../store/goals/row.ts';
import { inTransaction } from '../../store/transaction.ts';
import { catalogue } from '../metrics/catalogue.ts';
import { isByGroup, judgedNumber, numberOf } from './goals-view.ts';
import type { Told } from './read-told.ts';
import type { ToldNumber } from './told-number.ts';

/** A removed goal can be put back for this long: longer than the notice with its undo stays. */
const MS_PER_DAY = 86_400_000;

/**
 * Writes down, once per goal and period, that an interval left the goal, and what was told of the goal in its period. True
 * where a notice was written that was not there.
 */
export function noteJudged(context: DataContext, communityId: CommunityId, { numbers }: Told): boolean {
  const at = context.clock.now();
  return inTransaction(context.write, () => {
    forgetRemovedGoals(context.write, at - MS_PER_DAY);
    const noted = listGoals(context.write, communityId).map((goal) => {
      const told = numberOf(goal.metric_id, goal.aim, numbers);
      return told?.judgedIn ? note(context, goal, told, told.judgedIn) : false;
    });
    return noted.includes(true);
  });
}

function note(context: DataContext, goal: GoalRow, told: ToldNumber, judgedIn: GoalStep['period']): boolean {
  if (isByGroup(goal.aim)) keepNoticesOf(context.write, goal.id, judgedIn.start);
  else if (told.steps.length === 0 && judgedIn.complete && !isSensitive(goal.metric_id)) {
    const step: GoalStep = { period: judgedIn, value: told.value };
    keepToldOfGoal(context.write, goal.id, judgedIn.start, JSON.stringify(step));
  }
  keepWordsOfGoal(context.write, goal.id, JSON.stringify(told.words));
  if (judgedNumber(told, goal).state !== 'missed') return false;
  return noticeGoal(context.write, goal.id, judgedIn.start, context.clock.now());
}

/**
 * Of what says something of health, help or sanctions nothing earlier is kept: told again with late data, the two could be set
 * off against each other.
 */
function isSensitive(metricId: string): boolean {
  return catalogue.some(({ id, isSensitive: sensitive }) => id === metricId && sensitive === true);
}
