import { takenOut, type WeekMembers, withMembers } from '../../store/activities/week-members.ts';
import type { DayNumber } from '../calendar/civil-day.ts';

/** Weeks without the days on which members are not counted. Needs weeks read with days. Pure. */
export function withoutDays(
  weeks: readonly WeekMembers[],
  outOn: (day: DayNumber) => ReadonlySet<number> | undefined,
): WeekMembers[] {
  return weeks.flatMap((week) => {
    const dropped = droppedOf(week.week, outOn);
    const here = [...dropped.keys()].filter((id) => week.members.has(id)).sort((a, b) => a - b);
    if (here.length === 0) return week;
    const { rest, masks } = takenOut(week, here);
    const kept = new Map<number, number>();
    for (const id of here) {
      const mask = (masks.get(id) ?? 0) & ~(dropped.get(id) ?? 0);
      if (mask !== 0) kept.set(id, mask);
    }
    const left = withMembers(rest, kept, true) ?? rest;
    return left.members.size === 0 ? [] : left;
  });
}

/** By member, the days of a week that are not counted: bit 0 is Monday. */
function droppedOf(monday: DayNumber, outOn: (day: DayNumber) => ReadonlySet<number> | undefined): Map<number, number> {
  const dropped = new Map<number, number>();
  for (let day = 0; day < 7; day += 1) {
    for (const id of outOn(monday + day) ?? []) dropped.set(id, (dropped.get(id) ?? 0) | (1 << day));
  }
  return dropped;
}
