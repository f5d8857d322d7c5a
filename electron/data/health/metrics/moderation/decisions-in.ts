import type { DayNumber } from '../../calendar/civil-day.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { DecisionFact } from '../../facts/moderation-facts.ts';

/** Decisions made on the days of a span, both included, as far as the data reach. */
export function decisionsIn(facts: HealthFacts, firstDay: DayNumber, lastDay: DayNumber): readonly DecisionFact[] {
  const from = facts.calendar.startOf(firstDay);
  const to = facts.calendar.startOf(Math.min(lastDay, facts.lastDay) + 1);
  return facts.moderation.decisions.filter(({ at }) => at >= from && at < to);
}
