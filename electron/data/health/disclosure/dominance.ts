/** A sum is hidden where its largest giver gave more than this share of it, or its two largest together. */
const MOST_OF_ONE = 0.75;
const MOST_OF_TWO = 0.85;

/**
 * Whether a sum of money, messages or hours is hidden because one or two people gave most of it: each of them could work
 * out the other's part. `amounts`: one per giver, none negative (RangeError). Nothing given is no sum to hide.
 * Source: health.md C.6; (n,k) rules (1,75) and (2,85) of the European handbook on disclosure control.
 */
export function isDominated(amounts: readonly number[]): boolean {
  if (!amounts.every((amount) => amount >= 0 && Number.isFinite(amount)))
    throw new RangeError('an amount given is a number from 0 on');
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  if (sum === 0) return false;
  const [largest = 0, second = 0] = [...amounts].sort((one, other) => other - one);
  return largest > MOST_OF_ONE * sum || largest + second > MOST_OF_TWO * sum;
}
