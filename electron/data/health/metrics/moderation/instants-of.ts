import type { Instant } from '../../../../../shared/domain/ids.ts';
import type { DayNumber } from '../../calendar/civil-day.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';

/** Tells the instants that fall on the days of a span, both included, as far as the data reach. */
export function instantsOf(
  facts: HealthFacts,
  { firstDay, lastDay }: { readonly firstDay: DayNumber; readonly lastDay: DayNumber },
): (at: Instant | null) => boolean {
  const from = facts.calendar.startOf(firstDay);
  const to = facts.calendar.startOf(Math.min(lastDay, facts.lastDay) + 1);
  return (at) => at !== null && at >= from && at < to;
}
