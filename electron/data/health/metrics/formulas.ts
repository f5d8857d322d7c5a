import { absenceFactor } from '../statistics/absence-factor.ts';
import { betaQuantile } from '../statistics/quantiles.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import type { RawEstimate } from './raw-result.ts';

/** Formulas over counts for `RawNumbers`: they see rounded counts alone. */

/** [part, whole] as a percentage with Wilson's interval. Rounding may lift a part above its whole: then it is all. */
export function percentOf(counts: readonly number[]): RawEstimate | undefined {
  const [part = 0, whole = 0] = counts;
  const successes = Math.min(part, whole);
  const interval = wilsonInterval(successes, whole);
  if (!interval) return undefined;
  return { value: (100 * successes) / whole, lower: 100 * interval.lower, upper: 100 * interval.upper };
}

/** As `percentOf`, of everything there is: no estimate, so without an interval. */
export function exactPercentOf(counts: readonly number[]): RawEstimate | undefined {
  const share = percentOf(counts);
  return share && { value: share.value };
}

/** Smallest number of people who together made half of everything; one count for each of them. */
export function absenceFactorOf(counts: readonly number[]): RawEstimate | undefined {
  const value = absenceFactor(counts);
  return value === undefined ? undefined : { value };
}

/** Median of things of which `counts[v]` have the value v; the mean of both middle ones of an even number. */
export function medianOfCounts(counts: readonly number[]): RawEstimate | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  return { value: (valueAt(counts, Math.floor((total - 1) / 2)) + valueAt(counts, Math.floor(total / 2))) / 2 };
}

function valueAt(counts: readonly number[], rank: number): number {
  let passed = 0;
  return counts.findIndex((count) => {
    passed += count;
    return passed > rank;
  });
}

/**
 * Mean score of a survey with its 95% interval by Student's t. Counts: respondents, then answers at each point of the scale
 * from the lowest on. The answers of one person to several items are alike, so the spread of single answers is divided by
 * the number of people, not of answers: the interval is never too narrow for that. It ends where the scale does.
 */
export function meanScore(lowest: number): (counts: readonly number[]) => RawEstimate | undefined {
  return ([respondents = 0, ...answers]) => {
    const total = answers.reduce((sum, count) => sum + count, 0);
    if (total === 0 || respondents < 2) return undefined;
    const mean = answers.reduce((sum, count, at) => sum + count * (lowest + at), 0) / total;
    const spread = answers.reduce((sum, count, at) => sum + count * (lowest + at - mean) ** 2, 0) / total;
    const variance = (spread * respondents) / (respondents - 1);
    const reach = studentQuantile95(respondents - 1) * Math.sqrt(variance / respondents);
    return {
      value: mean,
      lower: Math.max(lowest, mean - reach),
      upper: Math.min(lowest + answers.length - 1, mean + reach),
    };
  };
}

/**
 * Two-sided 95% point of Student's t: P(|T| > t) is the beta distribution of (ν/2, ½) at ν ÷ (ν + t²).
 * Source: Abramowitz and Stegun 26.7.1.
 */
function studentQuantile95(degrees: number): number {
  const share = betaQuantile(0.05, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - share)) / share);
}
