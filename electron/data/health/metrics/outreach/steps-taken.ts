import type { Steps } from '../../../../../shared/domain/steps.ts';
import type { DayNumber } from '../../calendar/civil-day.ts';
import { activeInOwnSpan, NO_DAY } from '../../engine/active-people.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { isSpamAccount } from '../../facts/people-table.ts';
import { mutualTieSoon } from '../connection/mutual-ties.ts';
import { firstMessagesInSteps } from '../connection/newcomers.ts';
import { signUpDays } from '../join-days.ts';
import { MS_PER_DAY } from '../period-places.ts';

const LEVEL = 1;
const TIE_WITHIN_MS = 30 * MS_PER_DAY;
/** A first message later than this could not be followed for the 30 days in which a tie may come. */
const SPOKE_WITHIN_DAYS = 60;
export const FOLLOWED_DAYS = 90;
/** Active at day 90: on any of the 30 days that end with it. */
const STILL_DAYS = 30;

/** Steps after an invitation, in order, as bits. */
export const stepBits = { signedUp: 1, firstMessage: 2, mutualTie: 4, active: 8 } as const;
export type Step = keyof typeof stepBits;

/**
 * Steps each person took, by position, as a sum of `stepBits`; 0 for who did not sign up between these days. Everybody must
 * have been followed for 90 days since. A person may take a step without the one before it.
 */
export function* stepsTaken(facts: HealthFacts, from: DayNumber, to: DayNumber): Steps<Uint8Array> {
  const joined = signUpDays(facts);
  const stillThere = (days: number) => joined.map((day) => (day < from || day > to ? NO_DAY : day + days));
  const stays = activeInOwnSpan(
    facts.weeks(LEVEL),
    stillThere(FOLLOWED_DAYS - STILL_DAYS + 1),
    stillThere(FOLLOWED_DAYS),
  );
  const tied = yield* mutualTieSoon(facts, yield* firstMessagesInSteps(facts), TIE_WITHIN_MS);
  yield;
  const steps = new Uint8Array(joined.length);
  for (let person = 0; person < joined.length; person += 1) {
    const day = joined[person] ?? NO_DAY;
    if (day < from || day > to || isSpamAccount(facts.people, person)) continue;
    const spokeAt = facts.people.firstSpokeAt[person] ?? Number.NaN;
    const spoke = !Number.isNaN(spokeAt) && facts.calendar.dayOf(spokeAt) <= day + SPOKE_WITHIN_DAYS;
    steps[person] =
      stepBits.signedUp +
      (spoke ? stepBits.firstMessage : 0) +
      (spoke && tied[person] === 1 ? stepBits.mutualTie : 0) +
      (stays[person] === 1 ? stepBits.active : 0);
  }
  return steps;
}
