import type { LocalDays } from '../calendar/local-days.ts';
import { MS_PER_HOUR } from './period-places.ts';

const SMALL_HOURS = 4;
export const HOURS_PER_DAY = 24;
export const DAYS_PER_WEEK = 7;

/** Weekday (0 Monday to 6 Sunday) and hour on the clock (0 to 23) of an instant. */
export function hourOfWeek(calendar: LocalDays, instant: number): { readonly weekday: number; readonly hour: number } {
  const day = calendar.dayOf(instant);
  const sinceMidnight = (instant - calendar.startOf(day)) / MS_PER_HOUR;
  const untilMidnight = (calendar.startOf(day + 1) - instant) / MS_PER_HOUR;
  // Clocks change in the small hours: after those, what is left of a day of 23 or 25 hours tells the hour.
  const hour = Math.floor(sinceMidnight < SMALL_HOURS ? sinceMidnight : HOURS_PER_DAY - untilMidnight);
  // Day 0 was a Thursday.
  const weekday = (((day + 3) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  return { weekday, hour: Math.min(HOURS_PER_DAY - 1, Math.max(0, hour)) };
}

/** Night begins at this hour on the clock of the community and ends before the other one. Fixed: nobody fits it to a curve. */
const NIGHT = { from: 22, to: 6 } as const;

/** Whether an hour on the clock (0 to 23) belongs to the night. */
export function isNightHour(hour: number): boolean {
  return hour >= NIGHT.from || hour < NIGHT.to;
}
