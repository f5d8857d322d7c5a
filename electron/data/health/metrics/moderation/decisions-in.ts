import type { DayNumber } from '../../calendar/civil-day.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { DecisionFact } from '../../facts/moderation-facts.ts';
import { instantsOf } from './instants-of.ts';

/** Decisions made on the days of a span, both included, as far as the data reach. */
export function decisionsIn(facts: HealthFacts, firstDay: DayNumber, lastDay: DayNumber): readonly DecisionFact[] {
  const within = instantsOf(facts, { firstDay, lastDay });
  return facts.moderation.decisions.filter(({ at }) => within(at));
}
