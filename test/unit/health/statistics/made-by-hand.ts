import type { SurvivalStep } from '../../../../electron/data/health/statistics/kaplan-meier.ts';
import { Z_95 } from '../../../../electron/data/health/statistics/normal.ts';
import type { Interval, ShareCount } from '../../../../electron/data/health/statistics/wilson.ts';

/**
 * Published methods that Hearth does not use, so that worked examples which rest on them (health.md B.5, B.7) can be
 * reproduced, and what it does use can be measured against them.
 */

/** Interval on the log scale: S·exp(±z√V), clipped at 1. R's default; Hearth draws the log-log one. */
export function logBand({ survival, variance }: SurvivalStep, z = Z_95): Interval | undefined {
  if (variance === undefined) return undefined;
  const reach = Math.exp(z * Math.sqrt(variance));
  return { lower: survival / reach, upper: Math.min(1, survival * reach) };
}

/** Bonferroni: p·m, at most 1. Hearth corrects by Benjamini-Hochberg. */
export function bonferroni(pValues: readonly number[]): number[] {
  return pValues.map((p) => Math.min(1, p * pValues.length));
}

/** Holm: the largest of p·(m − rank + 1) over all ranks at or below, at most 1. */
export function holm(pValues: readonly number[]): number[] {
  return pValues.map((own) =>
    Math.max(
      ...pValues
        .filter((p) => p <= own)
        .map((p) => Math.min(1, p * (pValues.length - pValues.filter((smaller) => smaller < p).length))),
    ),
  );
}

/** Katz's interval of a ratio of shares, for large counts. Hearth uses Koopman's, which needs no warning under 5 events. */
export function katz(first: ShareCount, second: ShareCount, z = Z_95): Interval {
  const ratio = first.successes / first.trials / (second.successes / second.trials);
  const variance = 1 / first.successes - 1 / first.trials + 1 / second.successes - 1 / second.trials;
  const reach = Math.exp(z * Math.sqrt(variance));
  return { lower: ratio / reach, upper: ratio * reach };
}

/** Interval of a rate on the log scale with variance (1 − p)/x. Hearth uses the exact Poisson interval. */
export function logRateInterval(events: number, exposure: number, z = Z_95): Interval {
  const rate = events / exposure;
  const reach = Math.exp(z * Math.sqrt((1 - rate) / events));
  return { lower: rate / reach, upper: rate * reach };
}

/** Σ p·ln(p ÷ q): how far a community lies from a benchmark. Hearth tells each group's ratio instead, which is readable. */
export function kullbackLeibler(community: readonly number[], benchmark: readonly number[]): number {
  return community.reduce((total, p, at) => total + p * Math.log(p / benchmark[at]!), 0);
}

/**
 * Orbit's gravity: Σ weight² × members of each level. Hearth has no such score: with other weights, which nobody can argue
 * for, the same months come out in another order (health.md A, "What not to build").
 */
export function gravity(membersByLevel: readonly number[], weights: readonly number[]): number {
  return membersByLevel.reduce((sum, members, level) => sum + weights[level]! ** 2 * members, 0);
}
