import type { DisclosurePlace } from '../../../../shared/domain/published.ts';

/** What may be shown of counts of members that say nothing about identity (research/health.md C.2, C.5). */
export interface DisclosureRules {
  readonly place: DisclosurePlace;
  /** T: a count of 1 up to T is hidden. 0 hides nothing. */
  readonly threshold: number;
  /** Counts are rounded to the nearest multiple. 1 leaves them as they are. */
  readonly rounding: number;
  /** Cumulative counts behind a curve are put in the middle of blocks of this size. 0 leaves them as they are. */
  readonly midpoint: number;
  /** Shares near 0 and 100 % are shown as a bound only. */
  readonly coded: boolean;
}

/** No percentage is shown of fewer people than this. */
export const FEWEST_FOR_PERCENT = 30;

/** An interval at least this wide, in points, makes a share uncertain. */
export const UNCERTAIN_WIDTH = 30;

const team: DisclosureRules = { place: 'team', threshold: 0, rounding: 1, midpoint: 0, coded: false };

// T sits at the upper edge of a rounding bin: with any other the lowest shown bin would be narrower than the rest.
const exported: DisclosureRules = { place: 'export', threshold: 7, rounding: 5, midpoint: 6, coded: true };

/** The rules of a place. */
export function rulesFor(place: DisclosurePlace): DisclosureRules {
  return place === 'team' ? team : exported;
}
