import type { DisclosurePlace } from '../../../../shared/domain/published.ts';

/** What may be shown of counts of members at a place (research/health.md C.2, C.5). */
export interface DisclosureRules {
  readonly place: DisclosurePlace;
  /** T: a count of 1 up to T is hidden. 0 hides nothing. */
  readonly threshold: number;
  /** Zero is hidden too: "none of us" is a disclosure in a small group. */
  readonly hideZero: boolean;
  /** Counts are rounded to the nearest multiple. 1 leaves them as they are. */
  readonly rounding: number;
  /** Cumulative counts behind a curve are put in the middle of blocks of this size. 0 leaves them as they are. */
  readonly midpoint: number;
  /** Shares near 0 and 100 % are shown as a bound only. */
  readonly coded: boolean;
}

/** No percentage is shown of fewer people than this. */
export const FEWEST_FOR_PERCENT = 30;

/** From this many people on a value is no longer uncertain for their number alone (health.md E). */
export const FEWEST_FOR_CERTAINTY = 40;

/**
 * An interval at least this wide, in points, makes a share uncertain. The standard of B.5.7 would hide it; chart rules (E)
 * show it with its interval and its mark, and what is said of it is "too few to say".
 */
export const UNCERTAIN_WIDTH = 30;

/** An interval no wider than this, in points, is narrow enough for any share (B.5.7). */
export const CERTAIN_WIDTH = 5;

/** In between, an interval wider than this part of its share makes it uncertain (B.5.7). */
export const WIDEST_OF_SHARE = 1.3;

/** A reader must be left with at least this many whole numbers for every count that is too small (health.md C.4). */
export const FEWEST_VALUES_LEFT = 5;

/** No curve is drawn where this many or fewer are at risk, wherever it is shown (health.md B.4). */
export const FEWEST_AT_RISK = 7;

/** A difference is called likely where its p-value, corrected for all that are told together, is below this. */
export const SIGNIFICANT = 0.05;

const team: DisclosureRules = {
  place: 'team',
  threshold: 0,
  hideZero: false,
  rounding: 1,
  midpoint: 0,
  coded: false,
};

// T sits at the upper edge of a rounding bin: with any other the lowest shown bin would be narrower than the rest.
const exported: DisclosureRules = {
  place: 'export',
  threshold: 7,
  hideZero: false,
  rounding: 5,
  midpoint: 6,
  coded: true,
};

// Bounds instead of 0 and 100 % hold on the dashboard too: that all of a group share an outcome exposes each (C.6).
const identityTeam: DisclosureRules = { ...exported, place: 'team', hideZero: true };

const identityExported: DisclosureRules = { ...exported, threshold: 12, hideZero: true, midpoint: 12 };

/** The rules of a place for counts of members that say nothing about identity. */
export function rulesFor(place: DisclosurePlace): DisclosureRules {
  return place === 'team' ? team : exported;
}

/**
 * The rules of a place for cells about identity, health, ethnicity, age under 25, country or sanctions (C.2). A community
 * may raise the threshold: to 12, 17, 22 and so on, the upper edges of the rounding bins. Anything else, or less than
 * the place asks for (7 for the team, 12 in an export), is a RangeError.
 */
export function identityRulesFor(place: DisclosurePlace, communityThreshold?: number): DisclosureRules {
  const rules = place === 'team' ? identityTeam : identityExported;
  if (communityThreshold === undefined) return rules;
  const aboveEdge = (communityThreshold - rules.threshold) % rules.rounding;
  if (communityThreshold < rules.threshold || aboveEdge !== 0)
    throw new RangeError('an identity threshold must be the upper edge of a rounding bin and may only be raised');
  return { ...rules, threshold: communityThreshold };
}
