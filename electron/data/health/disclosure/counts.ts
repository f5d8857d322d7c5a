import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { DisclosureRules } from './rules.ts';

/** Hidden to protect people. */
export const HIDDEN: PublishedValue = { mark: 'hidden' };
/** Nothing can be said: no data, or too few people for a percentage. */
export const UNAVAILABLE: PublishedValue = { mark: 'unavailable' };
/** Cannot exist by definition. */
export const IMPOSSIBLE: PublishedValue = { mark: 'impossible' };

/**
 * Stands in place of a count that the audit of a release hid. Not a number, so that whatever is computed from it by mistake
 * is none either.
 */
export const WITHHELD = Number.NaN;

/**
 * The count that everything derived is computed from, or undefined where it is hidden. Zero stays zero where the rules
 * do not hide it: in counts without identity nobody is in it.
 */
export function roundedCount(count: number, rules: DisclosureRules): number | undefined {
  if (isTooSmall(count, rules)) return undefined;
  return Math.round(count / rules.rounding) * rules.rounding;
}

/** Whether a count is hidden: for its own size, whatever stands beside it, or withheld by the audit. */
export function isTooSmall(count: number, rules: DisclosureRules): boolean {
  if (Number.isNaN(count)) return true;
  return count === 0 ? rules.hideZero : count <= rules.threshold;
}

/** A count as it may be shown. */
export function publishCount(count: number, rules: DisclosureRules): PublishedValue {
  return shownCount(roundedCount(count, rules));
}

/** A count that is rounded already, or hidden. */
export function shownCount(rounded: number | undefined): PublishedValue {
  return rounded === undefined ? HIDDEN : { mark: 'shown', value: rounded, lower: null, upper: null };
}

/** The same value, marked as one of a period that has not ended for everybody. */
export function asOpen(value: PublishedValue): PublishedValue {
  return 'value' in value ? { mark: 'open', value: value.value, lower: null, upper: null } : value;
}
