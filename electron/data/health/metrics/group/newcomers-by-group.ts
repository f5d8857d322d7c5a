import type { HealthFacts } from '../../facts/health-facts.ts';
import { firstReplyInTime } from '../connection/first-reply-in-time.ts';
import { firstMessages, firstMessagesInSteps } from '../connection/newcomers.ts';
import { firstRepliesInSteps, knowsReplies } from '../connection/reply-finder.ts';
import type { GroupMetricModule, PersonStatus } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { lastDayIn } from '../period-series.ts';
import { activationOf } from '../resilience/activation-of.ts';
import { POOLED_DAYS } from '../stayed-at-ninety.ts';
import type { MetricWindow } from '../window.ts';
import { gapsOf } from './gaps-of.ts';
import { crossRows } from './group-rows.ts';

/** What both measures of newcomers have in common. */
const ofNewcomers = {
  dashboard: 'outreach',
  isCore: false,
  definitionVersion: 3,
  level: 2,
  chart: 7,
  place: 'any',
  team: 'groups',
  held: 'once-counted',
  crossings: ['quarter', 'route'],
} as const;

/** Z3 by group: sign-ups of the year up to the end of the current period who spoke within 7 days. */
export const activationByGroup: GroupMetricModule = {
  ...ofNewcomers,
  id: 'Z3_group',
  needs: ['identity-answers', 'join-dates', 'messages'],
  countsPeopleAlone: true,
  source: 'Wikimedia Growth team, activation; Newcombe 1998',
  measure: 'activation',
  statusOf: activationStatus,
  computeByGroup: (facts, groups, window, crossing = 'none') => {
    if (groups.answered.length === 0) return missing('identity-answers');
    return gapsOf(crossRows(facts, groups, window, crossing), activationStatus(facts, window));
  },
};

/** R1 by group: newcomers of the year up to the end of the current period who got a reply within 7 days. */
export const firstReplyByGroup: GroupMetricModule = {
  ...ofNewcomers,
  id: 'R1_group',
  needs: ['identity-answers', 'messages', 'reply-links'],
  source: 'Joyce and Kraut 2006; Newcombe 1998',
  measure: 'first-reply',
  *prepare(facts) {
    yield* firstMessagesInSteps(facts);
    yield* firstRepliesInSteps(facts.messages);
  },
  statusOf: firstReplyStatus,
  computeByGroup: (facts, groups, window, crossing = 'none') => {
    if (groups.answered.length === 0) return missing('identity-answers');
    if (!knowsReplies(facts.messages)) return missing('reply-links');
    return gapsOf(crossRows(facts, groups, window, crossing), firstReplyStatus(facts, window));
  },
};

function activationStatus(facts: HealthFacts, window: MetricWindow): PersonStatus {
  const { from, to } = pooledYear(facts, window);
  return (person) => {
    const at = facts.people.joinedAt[person] ?? Number.NaN;
    return at >= from && at < to ? activationOf(facts, person) : -1;
  };
}

function firstReplyStatus(facts: HealthFacts, window: MetricWindow): PersonStatus {
  const { from, to } = pooledYear(facts, window);
  const first = firstMessages(facts);
  const replied = firstReplyInTime(facts);
  return (person) => {
    const row = first[person] ?? -1;
    const at = facts.messages.at[row] ?? Number.NaN;
    return at >= from && at < to ? replied(row) : -1;
  };
}

function pooledYear(facts: HealthFacts, { current }: MetricWindow): { from: number; to: number } {
  const end = lastDayIn(current, facts.lastDay) + 1;
  return { from: facts.calendar.startOf(end - POOLED_DAYS), to: facts.calendar.startOf(end) };
}
