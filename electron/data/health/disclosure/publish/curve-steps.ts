import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import { logLogBand, medianInterval, medianOf, type SurvivalStep } from '../../statistics/kaplan-meier.ts';
import { UNAVAILABLE } from '../counts.ts';

/** Steps where something changes, and the last one, so that the line reaches as far as it may. */
export function changes(steps: readonly SurvivalStep[]): SurvivalStep[] {
  return steps.filter((step, at) => step.events > 0 || at === steps.length - 1);
}

/** When half of a drawn curve has come about, with its interval; unavailable where it never has. */
export function publishMedian(steps: readonly SurvivalStep[]): PublishedValue {
  const median = medianOf(steps);
  if (median === undefined) return UNAVAILABLE;
  const { lower, upper } = medianInterval(steps, logLogBand);
  return { mark: 'shown', value: median, lower: lower ?? null, upper: upper ?? null };
}
