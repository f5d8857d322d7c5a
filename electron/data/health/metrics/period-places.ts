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

const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 60 * MS_PER_MINUTE;
export const MS_PER_DAY = 24 * MS_PER_HOUR;

/** Hours from one instant to another in whole minutes, rounded up: what comes a second after an hour is not within it. */
export function hoursBetween(from: number, to: number): number {
  return Math.ceil((to - from) / MS_PER_MINUTE) / 60;
}
