import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { koopmanInterval } from '../../../../electron/data/health/statistics/koopman.ts';
import { newcombeInterval } from '../../../../electron/data/health/statistics/newcombe.ts';
import type { ShareCount } from '../../../../electron/data/health/statistics/wilson.ts';
import { katz } from './made-by-hand.ts';

const of = (successes: number, trials: number): ShareCount => ({ successes, trials });
const shareOf = ({ successes, trials }: ShareCount) => successes / trials;
const counts = fc
  .tuple(fc.nat(2000), fc.nat(2000))
  .filter(([successes, failures]) => successes + failures > 0)
  .map(([successes, failures]) => of(successes, successes + failures));

describe('Newcombe interval of a difference', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i less %i of %i', (x1, n1, x2, n2, lower, upper) => {
    const interval = newcombeInterval(of(x1, n1), of(x2, n2))!;
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('agrees with another program', () => {
    const interval = newcombeInterval(of(7, 30), of(9, 200))!;
    expect(interval.lower).toBeCloseTo(0.06673572183297223, 10);
    expect(interval.upper).toBeCloseTo(0.36554956336867966, 10);
  });

  it('says nothing about nobody', () => {
    expect(newcombeInterval(of(0, 0), of(1, 2))).toBeUndefined();
    expect(newcombeInterval(of(1, 2), of(0, 0))).toBeUndefined();
  });

  it('holds the difference, stays within −1 and 1, and turns round with the groups', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { lower, upper } = newcombeInterval(first, second)!;
        const difference = shareOf(first) - shareOf(second);
        expect(lower).toBeLessThanOrEqual(difference);
        expect(upper).toBeGreaterThanOrEqual(difference);
        expect(Math.max(Math.abs(lower), Math.abs(upper))).toBeLessThanOrEqual(1 + 1e-12);
        const turned = newcombeInterval(second, first)!;
        expect(turned.lower).toBeCloseTo(-upper, 12);
        expect(turned.upper).toBeCloseTo(-lower, 12);
      }),
    );
  });
});

describe('Koopman interval of a ratio', () => {
  // 36 of 40 against 16 of 80 is Koopman's own example (2.94 to 7.15); digits and the rest from statsmodels' score method.
  it.each([
    [36, 40, 16, 80, 2.9395691922, 7.1522234349],
    [7, 30, 9, 200, 2.0959054657, 12.2661243241],
    [40_000, 100_000, 41_000, 100_000, 0.9652978832, 0.9860310006],
  ])('%i of %i over %i of %i', (x1, n1, x2, n2, lower, upper) => {
    const interval = koopmanInterval(of(x1, n1), of(x2, n2))!;
    expect(interval.lower).toBeCloseTo(lower, 8);
    expect(interval.upper).toBeCloseTo(upper, 8);
  });

  it('is open where a group counted nobody', () => {
    const none = koopmanInterval(of(0, 20), of(5, 20))!;
    expect(none.lower).toBe(0);
    expect(none.upper).toBeLessThan(1);
    const open = koopmanInterval(of(5, 20), of(0, 20))!;
    expect(open.upper).toBe(Number.POSITIVE_INFINITY);
    expect(open.lower).toBeCloseTo(1 / none.upper, 10);
    expect(koopmanInterval(of(0, 20), of(0, 20))).toBeUndefined();
    expect(koopmanInterval(of(0, 0), of(1, 20))).toBeUndefined();
  });

  it('has a width even where everybody counted', () => {
    const { lower, upper } = koopmanInterval(of(20, 20), of(30, 30))!;
    // The restricted likeliest shares are then θ and 1, which leaves n(1 − θ)/θ = z².
    expect(lower).toBeCloseTo(20 / (20 + 1.959963984540054 ** 2), 10);
    expect(upper).toBeCloseTo((30 + 1.959963984540054 ** 2) / 30, 10);
  });

  it('holds the ratio, and turns over with the groups', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        fc.pre(first.successes > 0 && second.successes > 0);
        const ratio = shareOf(first) / shareOf(second);
        const { lower, upper } = koopmanInterval(first, second)!;
        expect(lower).toBeGreaterThan(0);
        expect(lower).toBeLessThanOrEqual(ratio * (1 + 1e-12));
        expect(upper).toBeGreaterThanOrEqual(ratio * (1 - 1e-12));
        const turned = koopmanInterval(second, first)!;
        expect(turned.lower * upper).toBeCloseTo(1, 9);
        expect(turned.upper * lower).toBeCloseTo(1, 9);
      }),
    );
  });

  it('comes close to Katz for large counts', () => {
    const large = fc.integer({ min: 20_000, max: 40_000 }).map((successes) => of(successes, 60_000));
    fc.assert(
      fc.property(large, large, (first, second) => {
        expect(katz(first, second).lower).toBeCloseTo(koopmanInterval(first, second)!.lower, 4);
        expect(katz(first, second).upper).toBeCloseTo(koopmanInterval(first, second)!.upper, 4);
      }),
    );
  });
});
