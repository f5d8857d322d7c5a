import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { HIDDEN, publishCount, shownCount } from './counts.ts';
import type { DisclosureRules } from './rules.ts';

/** Middle of the block a count falls in: with 6, 0 stays 0, 1-6 become 3, 7-12 become 9. Source: OpenSAFELY, midpoint-6. */
export function midpointRound(count: number, block: number): number {
  return count <= 0 ? 0 : Math.ceil(count / block) * block - block / 2;
}

/**
 * A count beside a curve as it may be told: by the same blocks as the curve, for two roundings of one count tell more than
 * either; hidden in the first block.
 */
export function publishInBlocks(count: number, rules: DisclosureRules): PublishedValue {
  if (rules.midpoint === 0) return publishCount(count, rules);
  if (Number.isNaN(count) || count <= (rules.hideZero || count > 0 ? rules.midpoint : -1)) return HIDDEN;
  return shownCount(midpointRound(count, rules.midpoint));
}

/** The number of people a curve is of, as its blocks tell it: whether there is a curve must say no more. */
export function followedInBlocks(followed: number, { midpoint }: DisclosureRules): number {
  if (Number.isNaN(followed)) return 0;
  return midpoint > 0 ? midpointRound(followed, midpoint) : followed;
}
