import type { DayNumber } from './civil-day.ts';
import { type PeriodIndex, type PeriodUnit, periodOf } from './periods.ts';

/**
 * `periodOf` as a table over a range of days, for passes over millions of days.
 * Days outside `firstDay`..`lastDay` are worked out one by one.
 */
export function periodLookup(
  unit: PeriodUnit,
  firstDay: DayNumber,
  lastDay: DayNumber,
): (day: DayNumber) => PeriodIndex {
  if (unit === 'day' || unit === 'week') return (day) => periodOf(unit, day);
  const table = new Int32Array(Math.max(0, lastDay - firstDay + 1));
  for (let at = 0; at < table.length; at += 1) table[at] = periodOf(unit, firstDay + at);
  return (day) => table[day - firstDay] ?? periodOf(unit, day);
}
