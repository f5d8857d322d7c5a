import { eventsNeeded } from '../../statistics/power.ts';

/** Ratios asked for: a few plain ones, because the exact one would lead back to the number of events. */
const RATIOS = [1.25, 1.5, 2, 3, 4] as const;

/**
 * The smallest of a few plain ratios of two rates, or of two speeds of leaving, that as many events would find reliably
 * (80 % power, two-sided 5 %; Schoenfeld, health.md B.6); null where not even the largest would be. Give it rounded counts.
 */
export function findableRatio(events: number, firstShare: number): number | null {
  return RATIOS.find((ratio) => (eventsNeeded(ratio, firstShare) ?? Number.POSITIVE_INFINITY) <= events) ?? null;
}
