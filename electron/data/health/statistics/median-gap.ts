import { logLogBand, medianInterval, medianOf, type SurvivalStep } from './kaplan-meier.ts';

/** Difference of two medians; an end is undefined where the interval of a median it needs has none. */
export interface MedianGap {
  readonly value: number;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

/**
 * Median of the first curve minus that of the second. The interval is put together from those of both medians (log-log) as
 * Newcombe's is from two Wilson intervals: with m the medians, m₁ − m₂ − √((m₁−l₁)² + (u₂−m₂)²) and the mirror of it.
 * Undefined where a curve never reaches one half. Source: Zou and Donner 2008 (recovery of variances); health.md B.5.1.
 */
export function medianGap(first: readonly SurvivalStep[], second: readonly SurvivalStep[]): MedianGap | undefined {
  const [one, other] = [medianOf(first), medianOf(second)];
  if (one === undefined || other === undefined) return undefined;
  const [a, b] = [medianInterval(first, logLogBand), medianInterval(second, logLogBand)];
  const reach = (near: number | undefined, far: number | undefined) =>
    near === undefined || far === undefined ? undefined : Math.hypot(near, far);
  const down = reach(from(one, a.lower), from(other, b.upper));
  const up = reach(from(one, a.upper), from(other, b.lower));
  const value = one - other;
  return {
    value,
    lower: down === undefined ? undefined : value - down,
    upper: up === undefined ? undefined : value + up,
  };
}

function from(median: number, end: number | undefined): number | undefined {
  return end === undefined ? undefined : end - median;
}
