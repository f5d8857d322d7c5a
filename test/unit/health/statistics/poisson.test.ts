import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  poissonInterval,
  rateRatioInterval,
  rateRatioTest,
} from '../../../../electron/data/health/statistics/poisson.ts';
import { logRateInterval } from './made-by-hand.ts';

const rate = (events: number, exposure: number) => ({ events, exposure });
const rates = fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 100_000 })).map(([x, e]) => rate(x, e));

/** P(X ≤ x) of a Poisson count, added up term by term: a road of its own to what the quantiles must meet. */
function upTo(x: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= x; k += 1) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

describe('exact Poisson interval (B.5)', () => {
  it.each([
    [14, 400, 0.019135, 0.058724, 6],
    [9, 4028.16, 0.0010217, 0.0042413, 7],
  ])('%i events in %f', (events, exposure, lower, upper, digits) => {
    const interval = poissonInterval(rate(events, exposure))!;
    expect(interval.lower).toBeCloseTo(lower, digits);
    expect(interval.upper).toBeCloseTo(upper, digits);
  });

  it('is another one than the published log interval of 9 in 4,028.16, which is named beside it', () => {
    expect(9 / 4028.16).toBeCloseTo(0.0022343, 7);
    const published = logRateInterval(9, 4028.16);
    expect(published.lower).toBeCloseTo(0.0011634, 7);
    expect(published.upper).toBeCloseTo(0.004291, 6);
    expect(poissonInterval(rate(9, 4028.16))!.lower).toBeLessThan(published.lower);
  });

  it('starts at 0 for no events, and ends at −ln 0.025', () => {
    expect(poissonInterval(rate(0, 1))).toEqual({ lower: 0, upper: expect.closeTo(-Math.log(0.025), 10) });
    expect(poissonInterval(rate(0, 1), 0.9)!.upper).toBeCloseTo(-Math.log(0.05), 10);
    expect(poissonInterval(rate(3, 0))).toBeUndefined();
  });

  it('leaves 2.5% beyond each end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (events) => {
        const { lower, upper } = poissonInterval(rate(events, 1))!;
        expect(1 - upTo(events - 1, lower)).toBeCloseTo(0.025, 8);
        expect(upTo(events, upper)).toBeCloseTo(0.025, 8);
      }),
    );
  });

  it('holds the rate', () => {
    fc.assert(
      fc.property(rates, ({ events, exposure }) => {
        const { lower, upper } = poissonInterval({ events, exposure })!;
        expect(0 <= lower && lower <= events / exposure && events / exposure < upper).toBe(true);
      }),
    );
  });
});

describe('ratio of two rates, given the total (B.5)', () => {
  // From the beta quantiles of SciPy.
  it.each([
    [10, 5, 0.6228595543, 7.4572959109],
    [0, 5, 0, 1.0912791052],
  ])('%i against %i in the same exposure', (first, second, lower, upper) => {
    const interval = rateRatioInterval(rate(first, 100), rate(second, 100))!;
    expect(interval.lower).toBeCloseTo(lower, 7);
    expect(interval.upper).toBeCloseTo(upper, 7);
    expect(rateRatioInterval(rate(first, 300), rate(second, 100))!.upper).toBeCloseTo(upper / 3, 7);
  });

  it('has no upper end where the second has no events, and says nothing where neither has', () => {
    const open = rateRatioInterval(rate(3, 100), rate(0, 100))!;
    expect(open.lower).toBeCloseTo(0.4132313550308939, 8);
    expect(open.upper).toBe(Number.POSITIVE_INFINITY);
    expect(rateRatioInterval(rate(0, 100), rate(0, 100))).toBeUndefined();
    expect(rateRatioInterval(rate(1, 0), rate(1, 100))).toBeUndefined();
    expect(rateRatioInterval(rate(1, 100), rate(1, 0))).toBeUndefined();
  });

  it('holds the ratio, and turns over with the groups', () => {
    fc.assert(
      fc.property(rates, rates, (first, second) => {
        fc.pre(first.events > 0 && second.events > 0);
        const ratio = first.events / first.exposure / (second.events / second.exposure);
        const { lower, upper } = rateRatioInterval(first, second)!;
        expect(lower < ratio && ratio < upper).toBe(true);
        expect(rateRatioInterval(second, first)!.lower * upper).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe('test of two rates, given the total (B.5)', () => {
  it('doubles the smaller tail of the binomial', () => {
    // Ten heads or more of fifteen throws: 4,944 of 32,768.
    expect(rateRatioTest(rate(10, 100), rate(5, 100))!).toBeCloseTo((2 * 4944) / 32_768, 10);
    expect(rateRatioTest(rate(5, 100), rate(10, 100))!).toBeCloseTo((2 * 4944) / 32_768, 10);
    // None of five where a fifth of the exposure is: 0.8 to the fifth.
    expect(rateRatioTest(rate(0, 100), rate(5, 400))!).toBeCloseTo(2 * 0.8 ** 5, 10);
    expect(rateRatioTest(rate(3, 100), rate(0, 100))!).toBeCloseTo(0.25, 10);
    expect(rateRatioTest(rate(7, 100), rate(7, 100))).toBe(1);
  });

  it('is below 5% just where the interval excludes 1, and says nothing where that does', () => {
    fc.assert(
      fc.property(rates, rates, (first, second) => {
        const interval = rateRatioInterval(first, second);
        const p = rateRatioTest(first, second);
        expect(p === undefined).toBe(interval === undefined);
        if (!interval) return;
        fc.pre(Math.abs(Math.log(interval.lower)) > 1e-6 && Math.abs(Math.log(interval.upper)) > 1e-6);
        expect(p! < 0.05).toBe(interval.lower > 1 || interval.upper < 1);
      }),
    );
  });
});
