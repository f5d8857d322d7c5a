import type { ActiveWeeks } from '../../electron/data/store/activities/bitmap-queries.ts';
import { MemberSet } from '../../electron/data/store/activities/member-set.ts';
import { mondayOf } from '../../electron/data/store/activities/rollup.ts';
import { emptyWeek, type WeekMembers, withMembers } from '../../electron/data/store/activities/week-members.ts';

/** The sets of members that stand for some people's active days, by member number. */
export function activeWeeks(people: ReadonlyMap<number, readonly number[]>, bots: readonly number[] = []): ActiveWeeks {
  const added = new Map<number, Map<number, number>>();
  for (const [id, days] of [...people].sort(([a], [b]) => a - b)) {
    for (const day of days) {
      const week = mondayOf(day);
      const members = added.get(week) ?? new Map<number, number>();
      added.set(week, members.set(id, (members.get(id) ?? 0) | (1 << (day - week))));
    }
  }
  const weeks: WeekMembers[] = [];
  for (const [week, members] of [...added].sort(([a], [b]) => a - b)) {
    const filled = withMembers(emptyWeek(week), members, true);
    // As they come from the store: few members as steps, many as words.
    if (filled) weeks.push({ ...filled, members: MemberSet.unpack(filled.members.pack()) });
  }
  return { weeks, bots: MemberSet.fromIds(bots) };
}
