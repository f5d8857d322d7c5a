import type { DayNumber } from '../calendar/civil-day.ts';
import type { ActiveDays } from './active-days.ts';

/** Whether a person was active on any day of a span, both ends included. */
export function activeIn(active: ActiveDays, person: number, firstDay: DayNumber, lastDay: DayNumber): boolean {
  let low = active.offsets[person] ?? 0;
  const end = active.offsets[person + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((active.days[middle] ?? 0) < firstDay) low = middle + 1;
    else high = middle;
  }
  return low < end && (active.days[low] ?? 0) <= lastDay;
}
