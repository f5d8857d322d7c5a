import { periodLookup } from '../calendar/period-lookup.ts';
import type { PeriodIndex, PeriodUnit } from '../calendar/periods.ts';
import { type ActiveDays, dayRange } from './active-days.ts';

/** As `ActiveDays`, with the distinct periods of one unit in place of days. */
export interface ActivePeriods {
  readonly people: number;
  readonly offsets: Int32Array;
  readonly periods: Int32Array;
}

/** The distinct periods in which each person was active, ascending. */
export function activePeriods(active: ActiveDays, unit: PeriodUnit): ActivePeriods {
  const range = dayRange(active);
  const lookup = range ? periodLookup(unit, range.first, range.last) : (day: number) => day;
  const periods = new Int32Array(active.days.length);
  const offsets = new Int32Array(active.people + 1);
  let filled = 0;
  for (let person = 0; person < active.people; person += 1) {
    offsets[person] = filled;
    let previous: PeriodIndex = Number.NEGATIVE_INFINITY;
    const end = active.offsets[person + 1] ?? 0;
    for (let at = active.offsets[person] ?? 0; at < end; at += 1) {
      const period = lookup(active.days[at] ?? 0);
      if (period === previous) continue;
      periods[filled] = period;
      filled += 1;
      previous = period;
    }
  }
  offsets[active.people] = filled;
  return { people: active.people, offsets, periods: periods.slice(0, filled) };
}
