import type { DayNumber } from '../calendar/civil-day.ts';
import { isComplete, lastCompletePeriod, type PeriodIndex, type PeriodUnit, periodOf } from '../calendar/periods.ts';
import { type ActiveDays, dayRange } from './active-days.ts';
import { type ActivePeriods, activePeriods } from './active-periods.ts';

/** Steps that cohorts come in. */
export type CohortUnit = Exclude<PeriodUnit, 'year'>;

/** How to count a cohort table. */
export interface ReturnOptions {
  readonly unit: CohortUnit;
  /** Last complete day of data, inclusive. */
  readonly lastDay: DayNumber;
  /** `on`: active in the period itself. `on-or-after`: active in it or any later one. Default `on`. */
  readonly counting?: 'on' | 'on-or-after';
  /** `first-ever`: a person joins one cohort, once. `recurring`: every period of activity starts one. Default `first-ever`. */
  readonly joining?: 'first-ever' | 'recurring';
  /** People whose joining period is unknown, by position; they belong to no cohort (B.1, rule 6). */
  readonly joinedEarlier?: ReadonlySet<number>;
  /** Highest interval counted; keeps a table over decades of days from filling the memory. Default 156. */
  readonly maxIntervals?: number;
}

/** One cell: how many came back, and whether its period has ended for all of the cohort. */
export interface ReturnCell {
  readonly returned: number;
  readonly complete: boolean;
}

/** The people who joined in one period. `cells[0]` is the joining period itself. */
export interface ReturnRow {
  readonly cohort: PeriodIndex;
  readonly size: number;
  readonly cells: readonly ReturnCell[];
}

/** The weighted average over cohorts, complete cells only: `returned` of all who have reached interval k. */
export interface ReturnAverage {
  readonly interval: number;
  readonly returned: number;
  readonly reached: number;
}

export interface ReturnTable {
  readonly unit: CohortUnit;
  readonly rows: readonly ReturnRow[];
  /** Intervals 1 and on: interval 0 is the joining period and never part of an average of returns (B.1, rule 3). */
  readonly average: readonly ReturnAverage[];
  /** People left out because they joined before the data starts. */
  readonly joinedEarlier: number;
}

/**
 * Cohort table of Z4 or Z5. "First" is over everything in `active`, so pass all stored history, not a window.
 * Cells run up to the period of `lastDay`; those not complete by then are marked and kept out of the average (B.1, rules 4, 5).
 */
export function returnTable(active: ActiveDays, options: ReturnOptions): ReturnTable {
  const { unit, lastDay } = options;
  const range = dayRange(active);
  const known = options.joinedEarlier ?? new Set<number>();
  if (!range || range.first > lastDay) return { unit, rows: [], average: [], joinedEarlier: known.size };
  const first = periodOf(unit, range.first);
  const last = periodOf(unit, lastDay);
  const width = last - first + 1;
  const intervals = Math.min(width, (options.maxIntervals ?? DEFAULT_MAX_INTERVALS) + 1);
  const grid = countReturns(
    activePeriods(active, unit),
    { ...options, joinedEarlier: known },
    { first, width, intervals },
  );
  return tableOf(grid, { unit, lastDay, joinedEarlier: known.size });
}

/** Counts by joining period, from `first` on; `returned[row * intervals + k]` came back in interval k. */
export interface ReturnGrid {
  readonly first: PeriodIndex;
  readonly intervals: number;
  readonly sizes: Int32Array;
  readonly returned: Int32Array;
}

/** The table that a grid of counts stands for, the last row's period being that of `lastDay`. */
export function tableOf(
  { first, intervals, sizes, returned }: ReturnGrid,
  { unit, lastDay, joinedEarlier }: { unit: CohortUnit; lastDay: DayNumber; joinedEarlier: number },
): ReturnTable {
  const completeTo = lastCompletePeriod(unit, lastDay);
  const width = sizes.length;
  const rows: ReturnRow[] = [];
  for (let at = 0; at < width; at += 1) {
    const cells: ReturnCell[] = [];
    for (let k = 0; k < intervals && at + k < width; k += 1) {
      cells.push({ returned: returned[at * intervals + k] ?? 0, complete: first + at + k <= completeTo });
    }
    rows.push({ cohort: first + at, size: sizes[at] ?? 0, cells });
  }
  return { unit, rows, average: averageOf(rows, unit, lastDay), joinedEarlier };
}

/** Intervals counted unless told otherwise: three years of weeks. */
export const DEFAULT_MAX_INTERVALS = 156;

type CountOptions = ReturnOptions & { readonly joinedEarlier: ReadonlySet<number> };

/** Rows are the periods from `first`, `width` of them; columns are intervals 0 up to `intervals` − 1. */
interface Grid {
  readonly first: PeriodIndex;
  readonly width: number;
  readonly intervals: number;
}

function countReturns(active: ActivePeriods, options: CountOptions, { first, width, intervals }: Grid): ReturnGrid {
  const returned = new Int32Array(width * intervals);
  const sizes = new Int32Array(width);
  for (let person = 0; person < active.people; person += 1) {
    if (options.joinedEarlier.has(person)) continue;
    const periods = active.periods.subarray(active.offsets[person], active.offsets[person + 1]);
    const joins = options.joining === 'recurring' ? periods.length : Math.min(1, periods.length);
    for (let join = 0; join < joins; join += 1) {
      const row = (periods[join] ?? 0) - first;
      if (row >= width) break;
      sizes[row] = (sizes[row] ?? 0) + 1;
      const cells = returned.subarray(row * intervals, row * intervals + Math.min(intervals, width - row));
      if (options.counting === 'on-or-after') markUpToLast(periods, join, cells);
      else markEach(periods, join, cells);
    }
  }
  return { first, intervals, returned, sizes };
}

function markEach(periods: Int32Array, join: number, cells: Int32Array): void {
  const start = periods[join] ?? 0;
  for (let at = join; at < periods.length; at += 1) {
    const interval = (periods[at] ?? 0) - start;
    if (interval >= cells.length) return;
    cells[interval] = (cells[interval] ?? 0) + 1;
  }
}

function markUpToLast(periods: Int32Array, join: number, cells: Int32Array): void {
  const last = Math.min((periods[periods.length - 1] ?? 0) - (periods[join] ?? 0), cells.length - 1);
  for (let interval = 0; interval <= last; interval += 1) cells[interval] = (cells[interval] ?? 0) + 1;
}

function averageOf(rows: readonly ReturnRow[], unit: CohortUnit, lastDay: DayNumber): ReturnAverage[] {
  const average: ReturnAverage[] = [];
  const intervals = rows[0]?.cells.length ?? 0;
  for (let interval = 1; interval < intervals; interval += 1) {
    let returned = 0;
    let reached = 0;
    for (const row of rows) {
      if (!isComplete(unit, row.cohort + interval, lastDay)) break;
      returned += row.cells[interval]?.returned ?? 0;
      reached += row.size;
    }
    if (reached === 0) break;
    average.push({ interval, returned, reached });
  }
  return average;
}
