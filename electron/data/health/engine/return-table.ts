import type { ActiveWeeks } from '../../store/activities/bitmap-queries.ts';
import type { MemberSet } from '../../store/activities/member-set.ts';
import { type PeriodIndex, periodOf } from '../calendar/periods.ts';
import {
  DEFAULT_MAX_INTERVALS,
  type ReturnGrid,
  type ReturnOptions,
  type ReturnTable,
  tableOf,
} from '../metrics/return-on-period.ts';
import { firstActiveDay, periodBatches } from './period-batches.ts';
import { type MemberFilter, WeekPass } from './week-pass.ts';

/** How to count a table: as in `ReturnOptions`, first-ever joining only, people told by member number. */
export interface TableOptions extends Omit<ReturnOptions, 'joining' | 'joinedEarlier'>, MemberFilter {
  readonly joinedEarlier?: MemberSet | undefined;
}

/** A member in no cohort yet, and one who never comes into one. */
const NOT_MET = -1;
const LEFT_OUT = -2;

/**
 * The cohort table of `returnTable` by one pass over sets of members instead of over each member's days. Pass all stored
 * weeks. Units other than weeks need weeks read with days. Z4 and Z5.
 */
export function returnTableOf(active: ActiveWeeks, options: TableOptions): ReturnTable {
  const { unit, lastDay, joinedEarlier, within } = options;
  const left = joinedEarlier ? countWithin(joinedEarlier, within) : 0;
  const pass = new WeekPass(active, options);
  const firstDay = firstActiveDay(pass, active.weeks);
  if (firstDay === undefined || firstDay > lastDay) return { unit, rows: [], average: [], joinedEarlier: left };
  const first = periodOf(unit, firstDay);
  const width = periodOf(unit, lastDay) - first + 1;
  const intervals = Math.min(width, (options.maxIntervals ?? DEFAULT_MAX_INTERVALS) + 1);
  const counter = new ReturnCounter({ first, width, intervals }, pass.room);
  for (const id of joinedEarlier?.ids() ?? []) counter.leaveOut(id - pass.firstMember);
  for (const { period, members, count } of periodBatches(pass, active.weeks, unit)) {
    counter.count(period - first, members, count);
  }
  const grid = options.counting === 'on-or-after' ? counter.upToLast() : counter.each();
  return tableOf(grid, { unit, lastDay, joinedEarlier: left });
}

function countWithin(set: MemberSet, within: MemberSet | undefined): number {
  return within ? set.andSize(within) : set.size;
}

interface Shape {
  readonly first: PeriodIndex;
  readonly width: number;
  readonly intervals: number;
}

/** Counts periods in their order, each member's cohort being the first one met. Periods are counted from 0. */
class ReturnCounter {
  readonly #shape: Shape;
  readonly #sizes: Int32Array;
  readonly #returned: Int32Array;
  /** By position: the period of joining, and the one met last. */
  readonly #cohort: Int32Array;
  readonly #last: Int32Array;

  constructor(shape: Shape, room: number) {
    this.#shape = shape;
    this.#sizes = new Int32Array(shape.width);
    this.#returned = new Int32Array(shape.width * shape.intervals);
    this.#cohort = new Int32Array(room).fill(NOT_MET);
    this.#last = new Int32Array(room).fill(NOT_MET);
  }

  leaveOut(position: number): void {
    // Positions outside the pass are members who were never active; a typed array ignores them.
    this.#cohort[position] = LEFT_OUT;
  }

  count(period: number, members: Int32Array, count: number): void {
    const { width, intervals } = this.#shape;
    const [cohorts, lasts, returned, sizes] = [this.#cohort, this.#last, this.#returned, this.#sizes];
    for (let at = 0; at < count; at += 1) {
      const member = members[at] ?? 0;
      if (lasts[member] === period) continue;
      lasts[member] = period;
      let cohort = cohorts[member] ?? LEFT_OUT;
      if (cohort === NOT_MET) {
        cohort = period;
        cohorts[member] = period;
        if (period < width) sizes[period] = (sizes[period] ?? 0) + 1;
      }
      const interval = period - cohort;
      if (cohort < 0 || period >= width || interval >= intervals) continue;
      const cell = cohort * intervals + interval;
      returned[cell] = (returned[cell] ?? 0) + 1;
    }
  }

  /** Active in the period itself. */
  each(): ReturnGrid {
    return this.#grid(this.#returned);
  }

  /** Active in the period or any later one. */
  upToLast(): ReturnGrid {
    const { width, intervals } = this.#shape;
    const returned = new Int32Array(width * intervals);
    for (let member = 0; member < this.#cohort.length; member += 1) {
      const cohort = this.#cohort[member] ?? LEFT_OUT;
      if (cohort < 0 || cohort >= width) continue;
      const reach = Math.min((this.#last[member] ?? 0) - cohort, intervals - 1, width - cohort - 1);
      const cell = cohort * intervals + reach;
      returned[cell] = (returned[cell] ?? 0) + 1;
    }
    for (let row = 0; row < width; row += 1) {
      for (let k = intervals - 2; k >= 0; k -= 1) {
        const cell = row * intervals + k;
        returned[cell] = (returned[cell] ?? 0) + (returned[cell + 1] ?? 0);
      }
    }
    return this.#grid(returned);
  }

  #grid(returned: Int32Array): ReturnGrid {
    const { first, intervals } = this.#shape;
    return { first, intervals, sizes: this.#sizes, returned };
  }
}
