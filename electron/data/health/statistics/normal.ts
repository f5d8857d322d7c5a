/** Two-sided 95% point of the standard normal distribution, to the digits the published examples use. */
export const Z_95 = 1.959963984540054;

/** 80% point of the standard normal distribution, for a power of 80%. */
export const Z_80 = 0.8416212335729143;

/**
 * Upper tail of the chi-square distribution with one degree of freedom: P(X > x) = erfc(√(x/2)).
 * Absolute error under 2e-10 for p above 1e-8.
 */
export function chiSquareTailOneDegree(x: number): number {
  if (!(x > 0)) return 1;
  return erfc(Math.sqrt(x / 2));
}

/** Complementary error function for z ≥ 0: series near 0, Lentz's continued fraction beyond. Abramowitz and Stegun 7.1.5, 7.1.14. */
function erfc(z: number): number {
  if (z < 2) {
    let term = z;
    let sum = z;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
      term *= (-z * z) / n;
      sum += term / (2 * n + 1);
      if (n > 200) break;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let n = 200; n >= 1; n -= 1) fraction = n / 2 / (z + fraction);
  return Math.exp(-z * z) / Math.sqrt(Math.PI) / (z + fraction);
}
