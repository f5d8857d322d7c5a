import type { ActiveWeeks } from '../../store/activities/bitmap-queries.ts';
import { MemberSet } from '../../store/activities/member-set.ts';
import type { WeekMembers } from '../../store/activities/week-members.ts';
import type { DayNumber } from '../calendar/civil-day.ts';

/** What was known at the end of a day: later days, and members with no earlier one, are left out. Needs days. */
export function weeksUpTo(active: ActiveWeeks, lastDay: DayNumber): ActiveWeeks {
  const weeks: WeekMembers[] = [];
  for (const week of active.weeks) {
    if (week.week > lastDay) break;
    weeks.push(week.week + 6 <= lastDay ? week : cutAfter(week, lastDay));
  }
  return { ...active, weeks };
}

function cutAfter({ week, members, days }: WeekMembers, lastDay: DayNumber): WeekMembers {
  const kept = (1 << (lastDay - week + 1)) - 1;
  const left = MemberSet.empty();
  const masks: number[] = [];
  for (const [at, id] of members.ids().entries()) {
    const mask = (days[at] ?? 0) & kept;
    if (mask === 0) continue;
    left.add(id);
    masks.push(mask);
  }
  return { week, members: left, days: Uint8Array.from(masks) };
}
