import type { HealthFacts } from '../../facts/health-facts.ts';
import { isSpamAccount } from '../../facts/people-table.ts';
import { MS_PER_DAY } from '../period-places.ts';

/** A first message counts as prompt within this many days of 24 hours after signing up. */
export const PROMPT_DAYS = 7;

/**
 * Whether a person spoke within 7 days of signing up: 1 yes, 0 no, −1 nobody can say yet or ever (no sign-up time, account
 * younger than 7 days, made before the data starts, or spam).
 */
export function activationOf(facts: HealthFacts, person: number): -1 | 0 | 1 {
  const { people, cutOff, calendar, firstDay } = facts;
  const joinedAt = people.joinedAt[person] ?? Number.NaN;
  const end = joinedAt + PROMPT_DAYS * MS_PER_DAY;
  // Written so that an unknown time is turned away too.
  if (!(end <= cutOff) || people.joinedEarlier[person] === 1 || isSpamAccount(facts.people, person)) return -1;
  if (joinedAt < calendar.startOf(firstDay)) return -1;
  return (people.firstSpokeAt[person] ?? Number.NaN) <= end ? 1 : 0;
}
