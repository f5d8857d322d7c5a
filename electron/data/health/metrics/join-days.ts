import type { DayNumber } from '../calendar/civil-day.ts';
import { NO_DAY } from '../engine/active-people.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import { newcomerDay } from '../facts/people-table.ts';

/** Day of each person's first message ever, by position; NO_DAY for who never spoke, came before the data, or was spam. */
export function newcomerDays({ people, calendar }: HealthFacts): Int32Array {
  return Int32Array.from(
    { length: people.count },
    (_, person) => newcomerDay(people, person, calendar.dayOf) ?? NO_DAY,
  );
}

/** Day each account was made, spam included; NO_DAY where nobody knows. */
export function signUpDays({ people, calendar }: HealthFacts): Int32Array {
  return Int32Array.from(people.joinedAt, (at) => (Number.isNaN(at) ? NO_DAY : calendar.dayOf(at)));
}

/** Whether any account tells when it was made. */
export function knowsSignUps({ people }: HealthFacts): boolean {
  return people.joinedAt.some((at) => !Number.isNaN(at));
}

/** Whether anybody ever spoke. */
export function knowsNewcomers({ people }: HealthFacts): boolean {
  return people.firstSpokeAt.some((at) => !Number.isNaN(at));
}

/** People who belong to no cohort: they joined before the data starts. Spam has no active day, so none of it is left. */
export function withoutCohort(facts: HealthFacts): Set<number> {
  const left = new Set<number>();
  for (let person = 0; person < facts.people.count; person += 1) {
    if (facts.people.joinedEarlier[person] === 1) left.add(person);
  }
  return left;
}

/** How many days of a column fall into a span, both days included; `counts` picks people. */
export function countDays(
  days: Int32Array,
  from: DayNumber,
  to: DayNumber,
  counts: (person: number) => boolean = () => true,
): number {
  let count = 0;
  for (let person = 0; person < days.length; person += 1) {
    const day = days[person] ?? NO_DAY;
    if (day >= from && day <= to && counts(person)) count += 1;
  }
  return count;
}
