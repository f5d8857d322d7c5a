import type { BenchmarkComparison } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawShares } from '../../metrics/raw-result.ts';
import { UNAVAILABLE } from '../counts.ts';

type Reference = NonNullable<RawShares['rows'][number]['references']>[number];
type Told = Extract<PublishedValue, { value: number }>;

/**
 * A share beside the same in a named population: the difference in points and the ratio, each with the ends of the share's
 * interval (Z17). The population's share is public and taken as exact, so nothing is said that the shown percentage and its
 * ends, made of rounded counts, don't say. A share that is not shown has neither; nobody there has no ratio.
 */
export function againstBenchmark(value: PublishedValue, { benchmark, share }: Reference): BenchmarkComparison {
  const reference = round(share * 100, 1);
  if (!('value' in value)) return { benchmark, reference, difference: value, relative: value };
  return {
    benchmark,
    reference,
    difference: eachEnd(value, (percent) => round(percent - share * 100, 1)),
    relative: share > 0 ? eachEnd(value, (percent) => round(percent / 100 / share, 2)) : UNAVAILABLE,
  };
}

function eachEnd(value: Told, change: (percent: number) => number): PublishedValue {
  const end = (one: number | null) => (one === null ? null : change(one));
  return { mark: value.mark, value: change(value.value), lower: end(value.lower), upper: end(value.upper) };
}

function round(number: number, decimals: number): number {
  return Math.round(number * 10 ** decimals) / 10 ** decimals;
}
