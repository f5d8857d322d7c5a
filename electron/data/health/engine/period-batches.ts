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
 * Who was active in which period, periods ascending and each in one batch, in which a member is once. A batch holds until the
 * next one is asked for. Units other than weeks need weeks read with days.
 */
export function* periodBatches(
  pass: WeekPass,
  weeks: readonly WeekMembers[],
  unit: PeriodUnit,
): Generator<PeriodBatch, void> {
  if (unit === 'week') {
    for (const week of weeks) {
      yield { period: periodOf(unit, week.week), members: pass.members, count: pass.open(week) };
    }
    return;
  }
  const active = new Uint32Array(pass.words);
  const members = new Int32Array(pass.room);
  const taken = (period: PeriodIndex) => ({ period, members, count: takeOut(active, members) });
  let current: PeriodIndex | undefined;
  for (const week of weeks) {
    const parts = partsOf(unit, week.week);
    const count = parts.length === 1 ? 0 : pass.openWithRanks(week);
    for (const { period, mask } of parts) {
      if (current !== undefined && current !== period) yield taken(current);
      current = period;
      if (parts.length === 1) pass.addTo(active, week);
      else addDays(active, pass, week.days, count, mask);
    }
  }
  if (current !== undefined) yield taken(current);
}

/** Adds the members that a pass has opened and that were active on one of the days. */
function addDays(active: Uint32Array, { members, ranks }: WeekPass, days: Uint8Array, count: number, mask: number) {
  for (let at = 0; at < count; at += 1) {
    if (((days[ranks[at] ?? 0] ?? 0) & mask) === 0) continue;
    const member = members[at] ?? 0;
    active[member >> 5] = (active[member >> 5] ?? 0) | (1 << (member & 31));
  }
}

/** Moves the members out of a set, ascending, and answers how many they were. */
function takeOut(active: Uint32Array, members: Int32Array): number {
  let count = 0;
  for (let at = 0; at < active.length; at += 1) {
    let rest = active[at] ?? 0;
    if (rest === 0) continue;
    active[at] = 0;
    for (; rest !== 0; rest &= rest - 1) {
      members[count] = at * 32 + 31 - Math.clz32(rest & -rest);
      count += 1;
    }
  }
  return count;
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
