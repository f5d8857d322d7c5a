import type { DayNumber } from '../../calendar/civil-day.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { actingSteps } from './campaign-steps.ts';

/**
 * Days of each member's actions, ascending, by position. An action is an act (signed, wrote, pledged, gave, organised) in
 * one campaign on one day: several steps of one campaign on one day are one.
 */
export function actionDays({ outreach, lastDay }: HealthFacts): Map<number, DayNumber[]> {
  const seen = new Set<string>();
  const days = new Map<number, DayNumber[]>();
  for (const { person, campaign, day, step } of outreach.participation) {
    const action = `${person} ${campaign} ${day}`;
    if (day > lastDay || !actingSteps.includes(step) || seen.has(action)) continue;
    seen.add(action);
    const own = days.get(person);
    if (own) own.push(day);
    else days.set(person, [day]);
  }
  for (const own of days.values()) own.sort((a, b) => a - b);
  return days;
}
