/** How an observation ended. Competing: something else made the event impossible, for example removal by a moderator. */
export type Ending = 'event' | 'censored' | 'competing';

/** One person's follow-up: at risk in (entry, time]. Times share one unit and origin. */
export interface FollowUp {
  /** Start of observation; 0 unless the person entered late (delayed entry). */
  readonly entry?: number;
  readonly time: number;
  readonly ending: Ending;
}

/** What happened at one distinct time, and how many people could have had it happen to them. */
export interface EventTime {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly competing: number;
  readonly censored: number;
}

/** Whether a person was at risk at any time: followed from the start, or entered before their follow-up ended. */
function everAtRisk({ entry, time }: FollowUp): boolean {
  return entry === undefined ? time >= 0 : time > entry;
}

/**
 * The table every survival estimate is made from, one row per distinct time, ascending.
 * Ties: events come before censorings, so people censored at a time still count as at risk there.
 * Follow-ups whose time is not after their entry were never at risk and are left out. Source: health.md B.4, W7.
 */
export function eventTimes(followUps: readonly FollowUp[]): EventTime[] {
  const observed = followUps.filter(everAtRisk);
  const byTime = [...observed].sort((a, b) => a.time - b.time);
  const entries = observed.map((person) => person.entry ?? Number.NEGATIVE_INFINITY).sort((a, b) => a - b);
  const rows: EventTime[] = [];
  let entered = 0;
  let left = 0;
  for (let at = 0; at < byTime.length; ) {
    const time = byTime[at]?.time ?? 0;
    while (entered < entries.length && (entries[entered] ?? 0) < time) entered += 1;
    const atRisk = entered - left;
    const counts = { event: 0, competing: 0, censored: 0 };
    for (; at < byTime.length && byTime[at]?.time === time; at += 1) {
      const ending = byTime[at]?.ending;
      if (ending) counts[ending] += 1;
      left += 1;
    }
    rows.push({ time, atRisk, events: counts.event, competing: counts.competing, censored: counts.censored });
  }
  return rows;
}
