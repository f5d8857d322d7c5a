import { lifeCycleMetric } from './life-cycle.ts';
import type { Metric } from './metric.ts';
import { reciprocityMetric } from './reciprocity.ts';
import { returnOnOrAfterMetric, returnOnPeriodMetric } from './return-on-period.ts';
import { stayCurveMetric } from './stay-curve.ts';

/** Every metric Hearth can compute, in the order of the catalogue. Screens, help, exports and tests read this list. */
export const metrics: readonly Metric[] = [
  reciprocityMetric,
  returnOnPeriodMetric,
  returnOnOrAfterMetric,
  stayCurveMetric,
  lifeCycleMetric,
];
