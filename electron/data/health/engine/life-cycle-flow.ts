import type { ActiveWeeks } from '../../store/activities/bitmap-queries.ts';
import type { MemberSet } from '../../store/activities/member-set.ts';
import { isComplete, periodOf } from '../calendar/periods.ts';
import type { LifeCycleOptions, LifeCycleRow } from '../metrics/life-cycle.ts';
import { firstActiveDay, periodBatches } from './period-batches.ts';
import { type MemberFilter, WeekPass } from './week-pass.ts';

/** What to count over: as in `LifeCycleOptions`, people told by member number. */
export interface FlowOptions extends Omit<LifeCycleOptions, 'joinedEarlier'>, MemberFilter {
  readonly joinedEarlier?: MemberSet | undefined;
}

/**
 * The life-cycle flow of `lifeCycle` by one pass over sets of members. Pass all stored weeks; units other than weeks need
 * weeks read with days. Z9.
 */
export function lifeCycleOf(active: ActiveWeeks, options: FlowOptions): LifeCycleRow[] {
  const { unit, lastDay, joinedEarlier } = options;
  const pass = new WeekPass(active, options);
  const firstDay = firstActiveDay(pass, active.weeks);
  if (firstDay === undefined || firstDay > lastDay) return [];
  const first = periodOf(unit, firstDay);
  const flows = new FlowCounter(periodOf(unit, lastDay) - first + 1, pass.room);
  for (const id of joinedEarlier?.ids() ?? []) flows.markKnown(id - pass.firstMember);
  for (const { period, members, count } of periodBatches(pass, active.weeks, unit)) {
    flows.count(period - first, members, count);
  }
  return flows
    .rows()
    .map((row, at) => ({ ...row, period: first + at, complete: isComplete(unit, first + at, lastDay) }));
}

const NOT_MET = -2;

/** Counts periods in their order, from 0. Flows of periods past the last one are dropped. */
class FlowCounter {
  readonly #new: Int32Array;
  readonly #returning: Int32Array;
  readonly #resurrected: Int32Array;
  readonly #dormant: Int32Array;
  /** By position: the period met last. */
  readonly #last: Int32Array;
  readonly #known: Uint8Array;

  constructor(width: number, room: number) {
    this.#new = new Int32Array(width);
    this.#returning = new Int32Array(width);
    this.#resurrected = new Int32Array(width);
    this.#dormant = new Int32Array(width);
    this.#last = new Int32Array(room).fill(NOT_MET);
    this.#known = new Uint8Array(room);
  }

  /** Somebody who was there before the data starts is not new. */
  markKnown(position: number): void {
    this.#known[position] = 1;
  }

  count(period: number, members: Int32Array, count: number): void {
    for (let at = 0; at < count; at += 1) {
      const member = members[at] ?? 0;
      const before = this.#last[member] ?? NOT_MET;
      this.#last[member] = period;
      if (before === NOT_MET) increase(this.#known[member] === 1 ? this.#resurrected : this.#new, period);
      else if (before === period - 1) increase(this.#returning, period);
      else {
        increase(this.#dormant, before + 1);
        increase(this.#resurrected, period);
      }
    }
  }

  rows(): Omit<LifeCycleRow, 'period' | 'complete'>[] {
    const dormant = this.#dormant.slice();
    for (const last of this.#last) if (last !== NOT_MET) increase(dormant, last + 1);
    return Array.from(dormant, (gone, at) => {
      const flows = {
        new: this.#new[at] ?? 0,
        returning: this.#returning[at] ?? 0,
        resurrected: this.#resurrected[at] ?? 0,
      };
      return { active: flows.new + flows.returning + flows.resurrected, ...flows, dormant: gone };
    });
  }
}

function increase(counts: Int32Array, at: number): void {
  if (at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
}
