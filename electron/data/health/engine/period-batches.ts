import { lowestBit } from '../../store/activities/member-set.ts';
import type { WeekMembers } from '../../store/activities/week-members.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, type PeriodIndex, type PeriodUnit, periodOf } from '../calendar/periods.ts';
import type { WeekPass } from './week-pass.ts';

/** Members active in a period: the first `count` of `members`, by their position in the pass. */
export interface PeriodBatch {
  readonly period: PeriodIndex;
  readonly members: Int32Array;
  readonly count: number;
}

/**
 * Who was active in which period, periods ascending. A period of several weeks comes in as many batches, and a member may
 * be in each of them. A batch holds until the next one is asked for. Units other than weeks need weeks read with days.
 */
export function* periodBatches(
  pass: WeekPass,
  weeks: readonly WeekMembers[],
  unit: PeriodUnit,
): Generator<PeriodBatch, void> {
  const some = new Int32Array(unit === 'week' ? 0 : pass.room);
  for (const week of weeks) {
    const parts = partsOf(unit, week.week);
    const [whole] = parts;
    if (parts.length === 1 && whole) {
      yield { period: whole.period, members: pass.members, count: pass.open(week) };
      continue;
    }
    const count = pass.openWithRanks(week);
    for (const { period, mask } of parts) {
      let found = 0;
      for (let at = 0; at < count; at += 1) {
        if (((week.days[pass.ranks[at] ?? 0] ?? 0) & mask) === 0) continue;
        some[found] = pass.members[at] ?? 0;
        found += 1;
      }
      yield { period, members: some, count: found };
    }
  }
}

/** First day on which anybody in the pass was active; a week read without days counts from its Monday. */
export function firstActiveDay(pass: WeekPass, weeks: readonly WeekMembers[]): DayNumber | undefined {
  for (const week of weeks) {
    const count = week.days.length === 0 ? pass.open(week) : pass.openWithRanks(week);
    if (count === 0) continue;
    if (week.days.length === 0) return week.week;
    let mask = 0;
    for (let at = 0; at < count; at += 1) mask |= week.days[pass.ranks[at] ?? 0] ?? 0;
    return week.week + lowestBit(mask);
  }
  return undefined;
}

/** The periods that the days of a week fall in, with the days of each: bit 0 is Monday. */
function partsOf(unit: PeriodUnit, monday: DayNumber): { period: PeriodIndex; mask: number }[] {
  const parts: { period: PeriodIndex; mask: number }[] = [];
  for (let day = monday; day < monday + 7; ) {
    const period = periodOf(unit, day);
    const next = Math.min(firstDayOf(unit, period + 1), monday + 7);
    parts.push({ period, mask: (1 << (next - monday)) - (1 << (day - monday)) });
    day = next;
  }
  return parts;
}
