import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { HIDDEN, publishCount, roundedCount } from './counts.ts';
import { type DisclosureRules, FEWEST_FOR_CERTAINTY, FEWEST_FOR_PERCENT, FEWEST_VALUES_LEFT } from './rules.ts';

/** Counts too small for a percentage are told as one of these ranges (health.md E). */
const BANDS = [
  { lower: 8, upper: 12 },
  { lower: 13, upper: 17 },
  { lower: 18, upper: 29 },
] as const;

/** More than this share of hidden values, and a chart offers to pool. */
const MOST_HIDDEN = 1 / 3;

/** What a chart may say of a number of people. */
export type SmallN = 'hidden' | 'band' | 'uncertain' | 'value';

/** The small-n rule of all charts (health.md E), decided by the rounded number of people as everything else is. */
export function smallN(people: number, rules: DisclosureRules): SmallN {
  const n = roundedCount(people, rules);
  if (n === undefined || (n < FEWEST_FOR_PERCENT && isNarrowBand(n, rules))) return 'hidden';
  if (n < FEWEST_FOR_PERCENT) return 'band';
  return n < FEWEST_FOR_CERTAINTY ? 'uncertain' : 'value';
}

/** A number of people as a chart may say it: hidden, a range below 30, else rounded. Exact where the rules are. */
export function countBand(people: number, rules: DisclosureRules): PublishedValue {
  if (rules.rounding === 1) return publishCount(people, rules);
  const step = smallN(people, rules);
  if (step === 'hidden') return HIDDEN;
  const band = step === 'band' ? bandOf(roundedCount(people, rules) ?? 0, rules) : undefined;
  return band ? { mark: 'band', ...band } : publishCount(people, rules);
}

/** A value of a chart, and how many it is of. */
export interface ChartPoint {
  readonly value: PublishedValue;
  readonly n?: PublishedValue | null;
}

/**
 * Whether more than a third of a chart can't be said for too few people, so that it offers to pool quarters or groups: hidden, or
 * without a value though somebody is there. Where nobody is there, nothing is kept from anybody.
 */
export function offersPooling(points: readonly ChartPoint[]): boolean {
  const there = points.filter((point) => isUnsaid(point) || 'value' in point.value || point.value.mark === 'band');
  return there.filter(isUnsaid).length > there.length * MOST_HIDDEN;
}

/** By what is shown alone, so that the offer says nothing that the chart does not. */
function isUnsaid({ value, n }: ChartPoint): boolean {
  if (value.mark === 'hidden') return true;
  return (
    value.mark === 'unavailable' && n != null && !(n.mark === 'shown' && n.value === 0) && n.mark !== 'unavailable'
  );
}

/** Undefined for nobody, where that is shown at all. */
function bandOf(n: number, { threshold }: DisclosureRules): { lower: number; upper: number } | undefined {
  const band = BANDS.find(({ lower, upper }) => n >= lower && n <= upper);
  return band && { lower: Math.max(band.lower, threshold + 1), upper: band.upper };
}

/** A raised threshold can cut a range so short that it tells the count. */
function isNarrowBand(n: number, rules: DisclosureRules): boolean {
  const band = bandOf(n, rules);
  return rules.rounding > 1 && band !== undefined && band.upper - band.lower + 1 < FEWEST_VALUES_LEFT;
}
