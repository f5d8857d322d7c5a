import type { Steps } from '../../../../../shared/domain/steps.ts';
import { activeBetween } from '../../engine/active-people.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { periodRow } from '../period-series.ts';
import type { RawShares } from '../raw-result.ts';
import { shareTally } from '../share-tally.ts';
import { rowLabel } from './labels.ts';
import { mutualTieSoon, peopleWithMutualTie } from './mutual-ties.ts';
import { firstMessagesInSteps } from './newcomers.ts';
import { tiePeriods } from './reciprocal-ties.ts';
import { distinctTiesOf, TIE_DAYS, tieDays } from './reply-graph.ts';

const DAYS = 30;
const SOON = DAYS * MS_PER_DAY;

/** R9. Members who spoke and have a mutual tie in 90 days, of all who spoke; and newcomers with one by day 30. */
export const connectedMembers: MetricModule = {
  id: 'R9',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'reply-links', 'activity-days'],
  chart: null,
  source: 'Hanneman and Riddle, Introduction to Social Network Methods (ties); the form is Hearth’s own',
  place: 'any',
  team: 'in-period',
  spanDays: TIE_DAYS,
  ...stepwise(function* (facts, window) {
    const periods = tiePeriods(facts, window);
    if (!Array.isArray(periods)) return periods;
    const members: RawShares['rows'][number][] = [];
    for (const period of periods) {
      const { firstDay, lastDay } = tieDays(facts, period);
      const spoke = activeBetween(facts.weeks(2), facts.people.count, firstDay, lastDay);
      const connected = yield* peopleWithMutualTie(yield* distinctTiesOf(facts, period), facts.people.count);
      members.push({
        ...periodRow(period, rowLabel('connectedMembers'), 'members'),
        ...sharedBy(spoke, connected),
      });
    }
    const tally = shareTally(facts, window);
    yield* tallyNewcomers(facts, tally.add);
    const newcomers = tally.rows('newcomers', rowLabel('connectedNewcomers'), DAYS);
    return { kind: 'shares', draw: 'series', of: 'people', rows: [...members, ...newcomers] };
  }),
};

function sharedBy(spoke: Uint8Array, connected: Uint8Array) {
  let part = 0;
  let whole = 0;
  for (let person = 0; person < spoke.length; person += 1) {
    if (spoke[person] !== 1) continue;
    whole += 1;
    part += connected[person] ?? 0;
  }
  return { part, whole };
}

function* tallyNewcomers(facts: HealthFacts, add: (day: number, isPart: boolean) => void): Steps<void> {
  const first = yield* firstMessagesInSteps(facts);
  const connected = yield* mutualTieSoon(facts, first, SOON);
  for (const [person, row] of first.entries()) {
    const at = facts.messages.at[row];
    if (at === undefined || at + SOON > facts.cutOff) continue;
    add(facts.messages.day[row] ?? 0, connected[person] === 1);
  }
}
