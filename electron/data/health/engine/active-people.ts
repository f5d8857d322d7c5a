import { bitsIn, lowestBit } from '../../store/activities/member-set.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { daysInSpan, type PeopleWeeks } from '../facts/people-weeks.ts';

/** Stands for "no day" in a column of days: earlier than any calendar day. */
export const NO_DAY: DayNumber = -(2 ** 31);

/** 1 for everybody, by position, who was active on any day of a span, both days included. */
export function activeBetween(weeks: PeopleWeeks, people: number, from: DayNumber, to: DayNumber): Uint8Array {
  const active = new Uint8Array(people);
  for (const { count, people: met } of weeks.between(from, to)) {
    for (let at = 0; at < count; at += 1) active[met[at] ?? 0] = 1;
  }
  return active;
}

/** Distinct people active on any day of a span, both days included. */
export function countActive(weeks: PeopleWeeks, people: number, from: DayNumber, to: DayNumber): number {
  return activeBetween(weeks, people, from, to).reduce((sum, isActive) => sum + isActive, 0);
}

/** On how many distinct days of a span, both days included, each person was active. */
export function activeDayCounts(weeks: PeopleWeeks, people: number, from: DayNumber, to: DayNumber): Int32Array {
  const counts = new Int32Array(people);
  for (const { count, people: met, masks } of weeks.between(from, to)) {
    for (let at = 0; at < count; at += 1) {
      const person = met[at] ?? 0;
      counts[person] = (counts[person] ?? 0) + bitsIn(masks[at] ?? 0);
    }
  }
  return counts;
}

/** First and last day of activity of each person in a span, both days included; `NO_DAY` where there is none. */
export function sightsBetween(
  weeks: PeopleWeeks,
  people: number,
  from: DayNumber,
  to: DayNumber,
): { readonly first: Int32Array; readonly last: Int32Array } {
  const first = new Int32Array(people).fill(NO_DAY);
  const last = new Int32Array(people).fill(NO_DAY);
  for (const { week, count, people: met, masks } of weeks.between(from, to)) {
    for (let at = 0; at < count; at += 1) {
      const person = met[at] ?? 0;
      const mask = masks[at] ?? 0;
      if (first[person] === NO_DAY) first[person] = week + lowestBit(mask);
      last[person] = week + 31 - Math.clz32(mask);
    }
  }
  return { first, last };
}

/** 1 for everybody who was active on any day of a span of their own, both days included. `from` NO_DAY: nobody asks. */
export function activeInOwnSpan(weeks: PeopleWeeks, from: Int32Array, to: Int32Array): Uint8Array {
  const active = new Uint8Array(from.length);
  const { earliest, latest } = spanOfAll(from, to);
  for (const { week, count, people, masks } of weeks.between(earliest, latest)) {
    for (let at = 0; at < count; at += 1) {
      const person = people[at] ?? 0;
      const start = from[person] ?? NO_DAY;
      const end = to[person] ?? NO_DAY;
      // Of all weeks only a few touch somebody's span.
      if (start > week + 6 || end < week || start === NO_DAY) continue;
      if (((masks[at] ?? 0) & daysInSpan(week, start, end)) !== 0) active[person] = 1;
    }
  }
  return active;
}

function spanOfAll(from: Int32Array, to: Int32Array): { earliest: DayNumber; latest: DayNumber } {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (let person = 0; person < from.length; person += 1) {
    if (from[person] === NO_DAY) continue;
    earliest = Math.min(earliest, from[person] ?? 0);
    latest = Math.max(latest, to[person] ?? 0);
  }
  return { earliest, latest };
}
