import type { QuarterDays, StoredTeamChange } from '../../store/members/team.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';

/** What was chosen about counting the team, oldest first; before the first of them it is counted. */
export type TeamRuleDays = readonly StoredTeamChange[];

/** Whether the team is counted among members on a day. */
export function isTeamCounted(rule: TeamRuleDays, day: DayNumber): boolean {
  return rule.findLast(({ from }) => from <= day)?.isCounted ?? true;
}

/** The quarters up to a day in which the team is not counted, oldest first. */
export function uncountedQuarters(rule: TeamRuleDays, lastDay: DayNumber): QuarterDays[] {
  const [first] = rule;
  if (!first) return [];
  const quarters: QuarterDays[] = [];
  for (let at = periodOf('quarter', first.from); firstDayOf('quarter', at) <= lastDay; at += 1) {
    const firstDay = firstDayOf('quarter', at);
    if (!isTeamCounted(rule, firstDay)) quarters.push({ firstDay, lastDay: firstDayOf('quarter', at + 1) - 1 });
  }
  return quarters;
}

/** The quarter in which a change made on a day comes into force: the next one to begin. */
export function nextQuarter(today: DayNumber): DayNumber {
  return firstDayOf('quarter', periodOf('quarter', today) + 1);
}

/**
 * The rule after somebody chose on a day. What is in force stays for the quarter that runs; what was chosen before and has not
 * come into force is taken back.
 */
export function afterChoice(rule: TeamRuleDays, today: DayNumber, isCounted: boolean): TeamRuleDays {
  const inForce = rule.filter(({ from }) => from <= today);
  if (isTeamCounted(inForce, today) === isCounted) return inForce;
  return [...inForce, { from: nextQuarter(today), isCounted }];
}
