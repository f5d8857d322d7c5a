import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../electron/data/health/statistics/corrections.ts';
import { wilsonInterval } from '../../../electron/data/health/statistics/wilson.ts';

describe('Wilson interval (W4)', () => {
  it.each([
    [0, 1, 0, 0.793456709],
    [1, 0, 0.206543291, 1],
    [1, 1, 0.094528655, 0.905471345],
    [1, 10, 0.016231752, 0.377364625],
    [10, 1, 0.622635375, 0.983768248],
    [10, 90, 0.055228542, 0.174367304],
    [25, 75, 0.17545094, 0.343046464],
    [50, 50, 0.403829829, 0.596170171],
    [0, 100, 0, 0.036994807],
    [100, 0, 0.963005193, 1],
  ])('%i successes, %i failures with z = 1.96', (successes, failures, lower, upper) => {
    const interval = wilsonInterval(successes, successes + failures, 1.96)!;
    expect(interval.lower).toBeCloseTo(lower, 8);
    expect(interval.upper).toBeCloseTo(upper, 8);
  });

  it.each([
    [18, 20, 0.6989663548, 0.9721335188],
    [4, 20, 0.0806576626, 0.4160174322],
    [4, 200, 0.0078044264, 0.0502870869],
    [190, 200, 0.9104218519, 0.9726173544],
    [1, 30, 0.00590859, 0.16670391],
    [29, 30, 0.8332961, 0.9940914],
    [0, 30, 0, 0.11351339],
  ])('%i of %i with the exact 95 %% point', (successes, trials, lower, upper) => {
    const interval = wilsonInterval(successes, trials)!;
    expect(interval.lower).toBeCloseTo(lower, 7);
    expect(interval.upper).toBeCloseTo(upper, 7);
  });

  it('ends at exactly 1 for all of them, and says nothing about nobody', () => {
    expect(wilsonInterval(30, 30)!.upper).toBe(1);
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (successes, failures) => {
        fc.pre(successes + failures > 0);
        const share = successes / (successes + failures);
        const { lower, upper } = wilsonInterval(successes, successes + failures)!;
        expect(0 <= lower && lower <= share + 1e-12 && share <= upper + 1e-12 && upper <= 1).toBe(true);
      }),
    );
  });
});

describe('Benjamini-Hochberg (W9)', () => {
  it('adjusts the published p-values', () => {
    const adjusted = benjaminiHochberg([0.001, 0.001, 0.001, 0.02, 0.22, 0.59, 0.87]);
    const expected = [0.0023, 0.0023, 0.0023, 0.035, 0.308, 0.688, 0.87];
    for (const [at, value] of expected.entries()) expect(adjusted[at]).toBeCloseTo(value, 3);
  });
});
