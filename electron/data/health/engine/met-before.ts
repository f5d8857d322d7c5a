import type { ActiveWeeks } from '../../store/activities/bitmap-queries.ts';
import { MemberSet } from '../../store/activities/member-set.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { WeekPass } from './week-pass.ts';

/** Everybody who was active before a day. Needs weeks read with days. */
export function membersMetBefore(active: ActiveWeeks, day: DayNumber): MemberSet {
  const pass = new WeekPass(active);
  const met = MemberSet.empty();
  for (const week of active.weeks) {
    if (week.week >= day) break;
    const before = day - week.week >= 7 ? 0x7f : (1 << (day - week.week)) - 1;
    const count = pass.openWithRanks(week);
    for (let at = 0; at < count; at += 1) {
      if (((week.days[pass.ranks[at] ?? 0] ?? 0) & before) !== 0) met.add((pass.members[at] ?? 0) + pass.firstMember);
    }
  }
  return met;
}
