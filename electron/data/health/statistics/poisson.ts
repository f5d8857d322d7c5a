import { betaQuantile, betaUpTo, gammaQuantile } from './quantiles.ts';
import type { Interval } from './wilson.ts';

/** Events over what they could have happened in: 14 reports in 400 members, 9 actions in 4,028.16 person-months. */
export interface RateCount {
  readonly events: number;
  readonly exposure: number;
}

/**
 * Exact interval of one rate, in events per unit of exposure: gamma quantiles G(α/2; x) and G(1−α/2; x+1), over the
 * exposure. Lower is 0 for no events. Returns undefined when the exposure is 0. Source: Garwood 1936; health.md B.5.
 */
export function poissonInterval({ events, exposure }: RateCount, level = 0.95): Interval | undefined {
  if (!(exposure > 0)) return undefined;
  const tail = (1 - level) / 2;
  return {
    lower: gammaQuantile(tail, events) / exposure,
    upper: gammaQuantile(1 - tail, events + 1) / exposure,
  };
}

/**
 * Exact interval of the ratio first ÷ second of two rates. Given the total, the first count is binomial, so this is the
 * Clopper-Pearson interval (l, u) of x₁ ÷ (x₁ + x₂), turned into odds and scaled: l/(1−l) · e₂/e₁.
 * Upper is Infinity where the second has no events. Returns undefined when both have 0 events or either has 0 exposure.
 * Source: Clopper and Pearson 1934; health.md B.5.
 */
export function rateRatioInterval(first: RateCount, second: RateCount, level = 0.95): Interval | undefined {
  if (!(first.exposure > 0 && second.exposure > 0 && first.events + second.events > 0)) return undefined;
  const tail = (1 - level) / 2;
  const scale = second.exposure / first.exposure;
  const oddsOf = (share: number) => (share < 1 ? share / (1 - share) : Number.POSITIVE_INFINITY);
  return {
    lower: oddsOf(betaQuantile(tail, first.events, second.events + 1)) * scale,
    upper: oddsOf(betaQuantile(1 - tail, first.events + 1, second.events)) * scale,
  };
}

/**
 * Two-sided p-value of equal rates: given the total, the first count is binomial with the first part of the exposure; twice
 * the smaller tail, as in the interval above, so that it is below 5% where that excludes 1. Undefined as there.
 * Source: Clopper and Pearson 1934; Przyborowski and Wilenski 1940; health.md B.5.
 */
export function rateRatioTest(first: RateCount, second: RateCount): number | undefined {
  if (!(first.exposure > 0 && second.exposure > 0 && first.events + second.events > 0)) return undefined;
  const share = first.exposure / (first.exposure + second.exposure);
  const asManyOrMore = betaUpTo(share, first.events, second.events + 1);
  const asManyOrFewer = 1 - betaUpTo(share, first.events + 1, second.events);
  return Math.min(1, 2 * Math.min(asManyOrMore, asManyOrFewer));
}
