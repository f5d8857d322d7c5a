import type { DayNumber } from '../calendar/civil-day.ts';
import { isComplete, type PeriodIndex, type PeriodUnit, periodOf } from '../calendar/periods.ts';
import { type ActiveDays, dayRange } from './active-days.ts';
import { type ActivePeriods, activePeriods } from './active-periods.ts';

/**
 * One period i for people with active periods A: new = i is the first of A; returning = i−1 and i in A, not new;
 * resurrected = i in A, i−1 not, not new; dormant = i−1 in A, i not. So active = new + returning + resurrected, and
 * active(i) − active(i−1) = new + resurrected − dormant (health.md B.3).
 */
export interface LifeCycleRow {
  readonly period: PeriodIndex;
  readonly active: number;
  readonly new: number;
  readonly returning: number;
  readonly resurrected: number;
  readonly dormant: number;
  readonly complete: boolean;
}

/** What to count over. */
export interface LifeCycleOptions {
  readonly unit: PeriodUnit;
  /** Last complete day of data, inclusive. */
  readonly lastDay: DayNumber;
  /** People who joined before the data starts, by position: their first stored period counts as resurrected, not new. */
  readonly joinedEarlier?: ReadonlySet<number>;
}

/** Life-cycle flow per period, from the first one with activity to the one `lastDay` falls in. Pass all stored history. */
export function lifeCycle(active: ActiveDays, options: LifeCycleOptions): LifeCycleRow[] {
  const { unit, lastDay } = options;
  const range = dayRange(active);
  if (!range || range.first > lastDay) return [];
  const first = periodOf(unit, range.first);
  const width = periodOf(unit, lastDay) - first + 1;
  const counts = countFlows(activePeriods(active, unit), first, width, options.joinedEarlier ?? new Set());
  return Array.from({ length: width }, (_, at) => {
    const flows = {
      new: counts.new[at] ?? 0,
      returning: counts.returning[at] ?? 0,
      resurrected: counts.resurrected[at] ?? 0,
      dormant: counts.dormant[at] ?? 0,
    };
    return {
      period: first + at,
      active: flows.new + flows.returning + flows.resurrected,
      ...flows,
      complete: isComplete(unit, first + at, lastDay),
    };
  });
}

function countFlows(active: ActivePeriods, first: PeriodIndex, width: number, joinedEarlier: ReadonlySet<number>) {
  const counts = {
    new: new Int32Array(width),
    returning: new Int32Array(width),
    resurrected: new Int32Array(width),
    dormant: new Int32Array(width),
  };
  const add = (flow: keyof typeof counts, at: number) => {
    if (at < width) counts[flow][at] = (counts[flow][at] ?? 0) + 1;
  };
  for (let person = 0; person < active.people; person += 1) {
    const periods = active.periods.subarray(active.offsets[person], active.offsets[person + 1]);
    let previous: PeriodIndex | undefined;
    for (const period of periods) {
      if (previous === undefined) add(joinedEarlier.has(person) ? 'resurrected' : 'new', period - first);
      else if (previous === period - 1) add('returning', period - first);
      else {
        add('dormant', previous + 1 - first);
        add('resurrected', period - first);
      }
      previous = period;
    }
    if (previous !== undefined) add('dormant', previous + 1 - first);
  }
  return counts;
}
