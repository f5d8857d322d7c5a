import type { DayNumber } from '../calendar/civil-day.ts';
import { NO_DAY } from '../engine/active-people.ts';
import { lapsesOf } from '../engine/stay-sweep.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import { isSpamAccount } from '../facts/people-table.ts';
import { type EventTime, eventTimes, type FollowUp } from '../statistics/event-times.ts';
import { accountEndOf } from './account-end-of.ts';
import { DEFAULT_GAP_DAYS } from './stay-curve.ts';
import { outcomeOfLapse, type StayOutcome } from './stay-follow-up.ts';
import type { MetricWindow } from './window.ts';

const STAY_DAYS = 90;
const LEVEL = 2;
/** Joiners of a year stand together: a quarter's are too few for a comparison of groups (health.md B.6). */
export const POOLED_DAYS = 365;

/** Who of one year of newcomers was still there after 90 days. */
export interface StayedAtNinety {
  /** Day of joining by position; NO_DAY for who is not of the year or could not be followed to the end. */
  readonly joined: Int32Array;
  /** How each follow-up ended, up to the last day on which a lapse would have been seen; undefined where `joined` has no day. */
  readonly outcomes: readonly (StayOutcome | undefined)[];
}

/**
 * S(90) as a plain share: with everybody followed to the end nothing is censored, and the share is what the stay curve
 * would show. Followed to the end: 90 days, and 90 more in which a lapse would have been seen. The year is the newest one
 * whose joiners all were, by the end of the current period.
 */
export function stayedAtNinety(facts: HealthFacts, window: MetricWindow): StayedAtNinety {
  const weeks = facts.weeks(LEVEL);
  const { people, first, gone } = lapsesOf(weeks.active, { within: weeks.within, gap: DEFAULT_GAP_DAYS });
  const knownTo = Math.min(window.current.lastDay, facts.lastDay) - DEFAULT_GAP_DAYS;
  const newest: DayNumber = knownTo - STAY_DAYS;
  const joined = new Int32Array(facts.people.count).fill(NO_DAY);
  const outcomes = new Array<StayOutcome | undefined>(facts.people.count).fill(undefined);
  for (let at = 0; at < people.length; at += 1) {
    const person = weeks.personOf(people[at] ?? 0);
    const origin = first[at] ?? NO_DAY;
    if (origin > newest || origin <= newest - POOLED_DAYS) continue;
    if (facts.people.joinedEarlier[person] === 1 || isSpamAccount(facts.people, person)) continue;
    joined[person] = origin;
    const end = accountEndOf(facts.people, person);
    outcomes[person] = outcomeOfLapse(gone[at] ?? 0, end, DEFAULT_GAP_DAYS, knownTo);
  }
  return { joined, outcomes };
}

/** The stay curve of some of the people of the year: the same people as those of the share at 90 days, and no others. */
export function stayTableOf({ joined, outcomes }: StayedAtNinety, people: Iterable<number>): EventTime[] {
  const followUps: FollowUp[] = [];
  for (const person of people) {
    const outcome = outcomes[person];
    if (outcome) followUps.push({ time: outcome.day - (joined[person] ?? 0), ending: outcome.ending });
  }
  return eventTimes(followUps);
}

/** Whether a person was still there after 90 days: 1 yes, 0 no, −1 not of the year or not followed to the end. */
export function stayStatus({ joined, outcomes }: StayedAtNinety, person: number): -1 | 0 | 1 {
  const outcome = outcomes[person];
  if (outcome === undefined) return -1;
  return outcome.ending === 'censored' || outcome.day - (joined[person] ?? 0) > STAY_DAYS ? 1 : 0;
}
