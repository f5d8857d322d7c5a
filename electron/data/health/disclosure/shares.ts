import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import { HIDDEN, roundedCount, UNAVAILABLE } from './counts.ts';
import { sharesOneOutcome } from './group-disclosure.ts';
import {
  CERTAIN_WIDTH,
  type DisclosureRules,
  FEWEST_FOR_CERTAINTY,
  FEWEST_FOR_PERCENT,
  UNCERTAIN_WIDTH,
  WIDEST_OF_SHARE,
} from './rules.ts';

/** Which interval belongs to a share: Wilson's where people are counted, none where the things counted depend on each other. */
export type ShareInterval = 'wilson' | 'none';

/**
 * A share in whole percent with a whole-percent interval, computed from the rounded counts alone: with one decimal the
 * true counts could be read back (health.md C.5). Below 30 in the denominator there is no percentage, and of fewer than 40
 * people it is uncertain (E). Under identity rules an outcome that nearly all of a group share is a bound, or hidden where
 * the group is too small for one (C.6).
 */
export function publishShare(
  part: number,
  whole: number,
  rules: DisclosureRules,
  kind: ShareInterval = 'wilson',
): PublishedValue {
  const n = roundedCount(whole, rules);
  const x = roundedCount(part, rules);
  if (n === undefined || x === undefined) return HIDDEN;
  const alike = rules.hideZero && sharesOneOutcome(part, whole);
  // By the rounded number alone: a percentage that is missing beside a shown 30 would tell 28 or 29.
  if (n < FEWEST_FOR_PERCENT) return alike ? HIDDEN : UNAVAILABLE;
  const share = alike ? percentValue(1, undefined, n, rules) : roundedShare(x, n, rules, kind);
  // Bounds as well: one that kept its mark would tell that nearly all of a group are alike.
  const few = kind === 'wilson' && n < FEWEST_FOR_CERTAINTY;
  return few && share.mark === 'shown' ? { ...share, mark: 'uncertain' } : share;
}

function roundedShare(x: number, n: number, rules: DisclosureRules, kind: ShareInterval): PublishedValue {
  const interval = kind === 'wilson' ? wilsonInterval(Math.min(x, n), n) : undefined;
  const share = percentValue(Math.min(1, x / n), interval, n, rules);
  return share.mark === 'shown' && isWideForItself(share) ? { ...share, mark: 'uncertain' } : share;
}

/**
 * Whether an interval is wide beside a small share, by whole percents as they are told, so that the mark says nothing that
 * they don't (health.md B.5.7). Not asked of bounds, nor of the steps of a curve, which has a band and an end of its own (B.4).
 */
function isWideForItself({ value, lower, upper }: Extract<PublishedValue, { value: number }>): boolean {
  if (lower === null || upper === null || (lower === 0 && value === upper)) return false;
  const width = upper - lower;
  return width > CERTAIN_WIDTH && width > WIDEST_OF_SHARE * value;
}

/** A share with its interval as it may be shown; `n` is the rounded number of people it is a share of. */
export function percentValue(
  share: number,
  interval: { readonly lower: number; readonly upper: number } | undefined,
  n: number,
  rules: DisclosureRules,
): PublishedValue {
  const percent = Math.round(share * 100);
  const edge = rules.coded ? codedEdge(n) : 0;
  if (rules.coded && percent <= edge) return { mark: 'shown', value: edge, lower: 0, upper: edge };
  if (rules.coded && percent >= 100 - edge) return { mark: 'shown', value: 100 - edge, lower: 100 - edge, upper: 100 };
  if (!interval) return { mark: 'shown', value: percent, lower: null, upper: null };
  const lower = Math.round(interval.lower * 100);
  const upper = Math.round(interval.upper * 100);
  return { mark: upper - lower >= UNCERTAIN_WIDTH ? 'uncertain' : 'shown', value: percent, lower, upper };
}

/** Shares at or beyond this many points from 0 or 100 are shown as that bound (health.md C.5). */
export function codedEdge(n: number): number {
  if (n >= 300) return 1;
  if (n >= 100) return 2;
  return n >= 40 ? 5 : 10;
}
