import type { DayNumber } from '../../electron/data/health/calendar/civil-day.ts';
import type { ActiveDays } from '../../electron/data/health/metrics/active-days.ts';
import { firstPlaceFrom } from '../../electron/data/health/metrics/first-place-from.ts';

/** Whether a person was active on any day of a span, both ends included. */
export function activeIn(active: ActiveDays, person: number, firstDay: DayNumber, lastDay: DayNumber): boolean {
  return activeDayCount(active, person, firstDay, lastDay) > 0;
}

/** How many distinct days a person was active on in a span, both days included. */
export function activeDayCount(active: ActiveDays, person: number, from: DayNumber, to: DayNumber): number {
  return firstFrom(active, person, to + 1) - firstFrom(active, person, from);
}

/** Distinct people active on any day of a span, both days included. */
export function countActive(active: ActiveDays, from: DayNumber, to: DayNumber): number {
  let count = 0;
  for (let person = 0; person < active.people; person += 1) if (activeIn(active, person, from, to)) count += 1;
  return count;
}

/** First and last day of activity in a span; undefined where there is none. */
export function sightsIn(
  active: ActiveDays,
  person: number,
  from: DayNumber,
  to: DayNumber,
): { readonly first: DayNumber; readonly last: DayNumber } | undefined {
  const start = firstFrom(active, person, from);
  const end = firstFrom(active, person, to + 1);
  if (start === end) return undefined;
  return { first: active.days[start] ?? 0, last: active.days[end - 1] ?? 0 };
}

/** Place in `days` of the person's first day not before `day`. */
function firstFrom(active: ActiveDays, person: number, day: DayNumber): number {
  const start = active.offsets[person] ?? 0;
  return firstPlaceFrom(active.days, day, start, active.offsets[person + 1] ?? start);
}
