import { Z_80, Z_95 } from './normal.ts';

/** Points of the normal distribution for a two-sided significance level and a power. */
export interface TestSize {
  readonly significance: number;
  readonly power: number;
}

/** Two-sided 5%, 80% power: what every statement of Hearth is measured by. Source: health.md B.6. */
const USUAL: TestSize = { significance: Z_95, power: Z_80 };

/**
 * Smallest difference of two shares that a test would find with 80% power (two-sided 5%), as a share in (0, 1):
 * the least d with d = z_a√(p̄q̄(1/n₁ + 1/n₂)) + z_b√(p₁q₁/n₁ + p₂q₂/n₂), p₂ the base and p₁ away from it towards
 * the side with more room. Undefined where even the whole room would not be found, or a group is empty.
 * Source: Fleiss, Levin and Paik 2003, 4.13; health.md B.6.
 */
export function smallestFindableGap(
  baseShare: number,
  firstSize: number,
  secondSize: number = firstSize,
  size: TestSize = USUAL,
): number | undefined {
  if (!(firstSize > 0 && secondSize > 0 && baseShare >= 0 && baseShare <= 1)) return undefined;
  const base = Math.min(baseShare, 1 - baseShare);
  const found = (gap: number) => gap >= gapNeeded(base + gap, base, firstSize, secondSize, size);
  let [below, above] = [0, 1 - base];
  if (!found(above)) return undefined;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (below + above) / 2;
    if (found(middle)) above = middle;
    else below = middle;
  }
  return above;
}

function gapNeeded(p1: number, p2: number, n1: number, n2: number, size: TestSize): number {
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  const underNone = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const underGap = Math.sqrt(Math.max(0, (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2));
  return size.significance * underNone + size.power * underGap;
}

/**
 * Events a test between two groups needs in both together to find a ratio of hazards, or of rates, with 80% power (two-sided
 * 5%): (z_a + z_b)² ÷ (share·(1−share)·ln²ratio), not rounded. `firstShare` is the first group's part of all people, or of
 * all exposure. Undefined for a ratio of 1 (no number is enough), or a ratio or share out of range.
 * Source: Schoenfeld 1981; health.md B.6.
 */
export function eventsNeeded(ratio: number, firstShare = 0.5, size: TestSize = USUAL): number | undefined {
  if (!(ratio > 0 && ratio !== 1 && firstShare > 0 && firstShare < 1)) return undefined;
  return (size.significance + size.power) ** 2 / (firstShare * (1 - firstShare) * Math.log(ratio) ** 2);
}
