import type { DayNumber } from '../calendar/civil-day.ts';
import type { MetricWindow } from './window.ts';

/**
 * Place in `window.periods` of the period a day belongs to, −1 for days outside: a table, for passes over millions of days.
 */
export function periodPlaces(window: MetricWindow): (day: DayNumber) => number {
  const first = window.periods[0]?.firstDay ?? 0;
  const places: number[] = [];
  for (const [place, period] of window.periods.entries()) {
    for (let day = period.firstDay; day <= period.lastDay; day += 1) places[day - first] = place;
  }
  const table = Int16Array.from(places);
  return (day) => table[day - first] ?? -1;
}

export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 24 * MS_PER_HOUR;
