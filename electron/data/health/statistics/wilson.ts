import { Z_95 } from './normal.ts';

/** Both ends of a confidence interval, in the unit of the estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A share as counted: x of n. Both may be rounded counts, never shares or percents. */
export interface ShareCount {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Wilson score interval of a share x/n, as shares in [0, 1]:
 * (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n). Undefined for n = 0.
 * Clipped, because plain floating point ends at 0.9999999999999999 for n of n. Source: Wilson 1927; health.md W4.
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z_95): Interval | undefined {
  if (!(trials > 0)) return undefined;
  const share = successes / trials;
  const zz = z * z;
  const centre = share + zz / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + zz / (4 * trials * trials));
  const scale = 1 + zz / trials;
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    upper: successes === trials ? 1 : Math.min(1, (centre + reach) / scale),
  };
}
