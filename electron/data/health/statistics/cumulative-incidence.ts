import type { EventTime } from './event-times.ts';

/** Shares of all who started, by what has happened to them up to and including a time; the three add up to 1. */
export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  readonly event: number;
  readonly competing: number;
  readonly free: number;
}

/**
 * Aalen-Johansen cumulative incidence with one competing cause: F(t) = Σ S(t−)·d/n, where S is free of both.
 * Taking competing endings for censored instead would answer "if nobody were ever removed" (health.md B.4, W11).
 */
export function cumulativeIncidence(rows: readonly EventTime[]): IncidenceStep[] {
  let free = 1;
  let event = 0;
  let competing = 0;
  return rows.map((row) => {
    if (row.atRisk > 0) {
      event += (free * row.events) / row.atRisk;
      competing += (free * row.competing) / row.atRisk;
      free *= 1 - (row.events + row.competing) / row.atRisk;
    }
    return { time: row.time, atRisk: row.atRisk, event, competing, free };
  });
}
