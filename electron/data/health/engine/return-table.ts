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
  const upToLast = options.counting === 'on-or-after';
  const counter = new ReturnCounter({ first, width, intervals }, pass.room, upToLast ? pass.room : 0);
  for (const id of joinedEarlier?.ids() ?? []) counter.leaveOut(id - pass.firstMember);
  for (const { period, members, count } of periodBatches(pass, active.weeks, unit)) {
    if (upToLast) counter.countLast(period - first, members, count);
    else counter.countEach(period - first, members, count);
  }
  return tableOf(upToLast ? counter.upToLast() : counter.each(), { unit, lastDay, joinedEarlier: left });
}

function countWithin(set: MemberSet, within: MemberSet | undefined): number {
  return within ? set.andSize(within) : set.size;
}

interface Shape {
  readonly first: PeriodIndex;
  readonly width: number;
  readonly intervals: number;
}

const NOT_MET = -1;

/** Counts periods in their order, each member's cohort being the first one met. Periods are counted from 0. */
class ReturnCounter {
  readonly #shape: Shape;
  readonly #returned: Int32Array;
  readonly #sizes: Int32Array;
  /** By position: the period of joining; `width` for members who belong to no row. */
  readonly #cohort: Int32Array;
  /** By position: the period met last. */
  readonly #last: Int32Array;
  /** The period being counted, and how many of each cohort were active in it. */
  #period = NOT_MET;
  readonly #active: Int32Array;

  /** `roomForLast`: `room` again, or 0 where nobody asks for the last period of each. */
  constructor(shape: Shape, room: number, roomForLast: number) {
    this.#shape = shape;
    this.#returned = new Int32Array(shape.width * shape.intervals);
    this.#sizes = new Int32Array(shape.width);
    this.#cohort = new Int32Array(room).fill(NOT_MET);
    this.#last = new Int32Array(roomForLast).fill(NOT_MET);
    this.#active = new Int32Array(shape.width + 1);
  }

  leaveOut(position: number): void {
    // Positions outside the pass are members who were never active; a typed array ignores them.
    this.#cohort[position] = this.#shape.width;
  }

  /** All members of a period, for whom this is the last period so far. */
  countLast(period: number, members: Int32Array, count: number): void {
    for (let at = 0; at < count; at += 1) this.#last[members[at] ?? 0] = period;
    this.countEach(period, members, count);
  }

  /** All members of a period: the loop that millions of member-weeks go through. */
  countEach(period: number, members: Int32Array, count: number): void {
    this.#turnTo(period);
    const joining = Math.min(period, this.#shape.width);
    const cohorts = this.#cohort;
    const active = this.#active;
    for (let at = 0; at < count; at += 1) {
      const member = members[at] ?? 0;
      let cohort = cohorts[member] ?? 0;
      if (cohort === NOT_MET) {
        cohort = joining;
        cohorts[member] = joining;
      }
      active[cohort] = (active[cohort] ?? 0) + 1;
    }
  }

  /** Active in the period itself. */
  each(): ReturnGrid {
    this.#turnTo(NOT_MET);
    return this.#grid(this.#returned);
  }

  /** Active in the period or any later one. */
  upToLast(): ReturnGrid {
    this.#turnTo(NOT_MET);
    const { width, intervals } = this.#shape;
    const returned = new Int32Array(width * intervals);
    for (let member = 0; member < this.#cohort.length; member += 1) {
      const cohort = this.#cohort[member] ?? NOT_MET;
      if (cohort === NOT_MET || cohort >= width) continue;
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

  /** Moves what was counted of the period before into its cells. */
  #turnTo(period: number): void {
    if (period === this.#period) return;
    const { width, intervals } = this.#shape;
    const counted = this.#period;
    this.#period = period;
    if (counted >= 0 && counted < width) {
      for (let cohort = Math.max(0, counted - intervals + 1); cohort <= counted; cohort += 1) {
        this.#returned[cohort * intervals + counted - cohort] = this.#active[cohort] ?? 0;
      }
      this.#sizes[counted] = this.#active[counted] ?? 0;
    }
    this.#active.fill(0);
  }

  #grid(returned: Int32Array): ReturnGrid {
    const { first, intervals } = this.#shape;
    return { first, intervals, sizes: this.#sizes, returned };
  }
}
