import type { EventTime } from './event-times.ts';
import { Z_95 } from './normal.ts';
import type { Interval } from './wilson.ts';

/** One row of a Kaplan-Meier estimate; it holds from its time up to the next one. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share still without the event just after this time. */
  readonly survival: number;
  /** Greenwood's sum V = Σ d ÷ (n(n−d)), the variance of ln S; undefined once S is 0. */
  readonly variance: number | undefined;
}

/**
 * Kaplan-Meier estimate S = Π (1 − d/n) over a table of event times. Competing endings count as censored here:
 * where they exist use `cumulativeIncidence`, or pass a table in which they are events.
 * With delayed entry few may be at risk early; if the event comes to all of them, S is 0 and stays there.
 * Source: Kaplan and Meier 1958; variance Greenwood 1926; checked with health.md W1, W2, W7.
 */
export function kaplanMeier(rows: readonly EventTime[]): SurvivalStep[] {
  let survival = 1;
  let variance: number | undefined = 0;
  return rows.map(({ time, atRisk, events, competing, censored }) => {
    if (events > 0) {
      survival = events >= atRisk ? 0 : survival * (1 - events / atRisk);
      variance =
        survival === 0 || variance === undefined ? undefined : variance + events / (atRisk * (atRisk - events));
    }
    return { time, atRisk, events, censored: censored + competing, survival, variance };
  });
}

/**
 * Interval on the log(−log) scale: S^exp(±z√V ÷ |ln S|); the one Hearth draws, because it behaves near 0 and 1.
 * S = 1 gives 1 to 1 (nothing has happened yet); undefined where S is 0.
 */
export function logLogBand(step: SurvivalStep, z: number = Z_95): Interval | undefined {
  if (step.variance === undefined) return undefined;
  if (step.survival >= 1) return { lower: 1, upper: 1 };
  const reach = (z * Math.sqrt(step.variance)) / Math.abs(Math.log(step.survival));
  return { lower: step.survival ** Math.exp(reach), upper: step.survival ** Math.exp(-reach) };
}

/** Lets a product such as 2/3 · 3/4 count as the half it stands for. */
const ROUNDING = 1e-12;

/**
 * Time by which a share has had the event: the smallest with S ≤ 1 − share. Undefined where the curve never gets there
 * ("not reached"). Source: health.md B.4.
 */
export function quantileOf(steps: readonly SurvivalStep[], share: number): number | undefined {
  return steps.find((step) => step.survival <= 1 - share + ROUNDING)?.time;
}

/** Smallest time with S ≤ 0.5; undefined where the curve never gets there ("not reached"). */
export function medianOf(steps: readonly SurvivalStep[]): number | undefined {
  return quantileOf(steps, 0.5);
}

/**
 * Interval of the median by inverting a pointwise band: from the first time its lower end is ≤ 0.5 to the first time its
 * upper end is. Either end may be undefined ("none"). Source: Brookmeyer and Crowley 1982.
 */
export function medianInterval(
  steps: readonly SurvivalStep[],
  band: (step: SurvivalStep) => Interval | undefined,
): { lower: number | undefined; upper: number | undefined } {
  const reached = (end: 'lower' | 'upper') =>
    steps.find((step) => {
      const interval = band(step);
      return interval !== undefined && interval[end] <= 0.5;
    })?.time;
  return { lower: reached('lower'), upper: reached('upper') };
}

/** The step that holds at a time; undefined before the first one, where S is 1. */
export function stepAt<T extends { readonly time: number }>(steps: readonly T[], time: number): T | undefined {
  let found: T | undefined;
  for (const step of steps) {
    if (step.time > time) break;
    found = step;
  }
  return found;
}
