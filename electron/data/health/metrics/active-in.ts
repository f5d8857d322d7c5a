import type { DayNumber } from '../calendar/civil-day.ts';
import type { ActiveDays } from './active-days.ts';
import { firstPlaceFrom } from './first-place-from.ts';

/** Whether a person was active on any day of a span, both ends included. */
export function activeIn(active: ActiveDays, person: number, firstDay: DayNumber, lastDay: DayNumber): boolean {
  const end = active.offsets[person + 1] ?? 0;
  const place = firstPlaceFrom(active.days, firstDay, active.offsets[person] ?? 0, end);
  return place < end && (active.days[place] ?? 0) <= lastDay;
}
