import { lowestBit, MemberSet } from '../../store/activities/member-set.ts';
import type { WeekMembers } from '../../store/activities/week-members.ts';
import type { TeamOut } from '../facts/read-team-out.ts';

/**
 * Who was on the team, and not counted, on the first day they were active: no cohort is of them. Decided by that day alone, so
 * that no cohort ever loses somebody who joined the team later. Pass all stored weeks, read with days.
 */
export function joinedAsTeam(weeks: readonly WeekMembers[], team: TeamOut | null): MemberSet {
  const out = MemberSet.empty();
  const waiting = new Set(team?.members);
  for (const { week, members, days } of weeks) {
    if (waiting.size === 0) break;
    const met = [...waiting].filter((id) => members.has(id));
    if (met.length === 0) continue;
    const ids = members.ids();
    for (const id of met) {
      waiting.delete(id);
      const first = week + lowestBit(days[ids.indexOf(id)] ?? 1);
      if (team?.on(first)?.has(id)) out.add(id);
    }
  }
  return out;
}
