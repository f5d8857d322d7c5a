import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absenceFactor } from '../../../../electron/data/health/statistics/absence-factor.ts';
import { onion } from '../../../../electron/data/health/statistics/onion.ts';
import { inequalityOf } from '../../../../electron/data/health/statistics/theil.ts';
import { threadDepth } from '../../../../electron/data/health/statistics/thread-depth.ts';
import { gravity, kullbackLeibler } from './made-by-hand.ts';

const published = [1000, 202, 90, 33, 332, 343, 42, 433];
const contributions = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('absence factor (Z15, W10)', () => {
  it('is 2 for the published contributions', () => {
    expect(sum(published)).toBe(2475);
    expect(absenceFactor(published)).toBe(2);
  });

  it('stops where half is reached exactly, and says nothing about nothing', () => {
    expect(absenceFactor([5, 3, 2])).toBe(1);
    expect(absenceFactor([4, 3, 3])).toBe(2);
    expect(absenceFactor([1, 1, 1, 1])).toBe(2);
    expect(absenceFactor([])).toBeUndefined();
    expect(absenceFactor([0, 0])).toBeUndefined();
  });
});

describe('onion (Z16)', () => {
  it('cuts at 80% and 95%', () => {
    expect(onion([40, 40, 5, 5, 5, 1, 1, 1, 1, 1, 0])).toEqual({ core: 2, regular: 3, casual: 5 });
    expect(onion([90, 10])).toEqual({ core: 1, regular: 1, casual: 0 });
    expect(onion([0])).toBeUndefined();
  });

  it('holds everybody with any activity once, with a core', () => {
    fc.assert(
      fc.property(contributions, (values) => {
        const rings = onion(values);
        fc.pre(rings !== undefined);
        expect(rings!.core).toBeGreaterThan(0);
        expect(rings!.regular).toBeGreaterThanOrEqual(0);
        expect(rings!.casual).toBeGreaterThanOrEqual(0);
        expect(rings!.core + rings!.regular + rings!.casual).toBe(values.filter((value) => value > 0).length);
      }),
    );
  });
});

describe('inequality between groups (Z19, W10)', () => {
  const sizes = [60, 25, 10, 5];

  it('gives the published values', () => {
    const result = inequalityOf([0.5, 0.4, 0.3, 0.2].map((rate, at) => ({ size: sizes[at]!, rate })))!;
    expect(result.mean).toBeCloseTo(0.44, 12);
    expect(result.theil).toBeCloseTo(0.02147, 5);
    expect(result.meanLogDeviation).toBeCloseTo(0.02485, 5);
  });

  it('has no log deviation with a rate of 0, and nothing for a mean of 0 or nobody', () => {
    const result = inequalityOf([
      { size: 50, rate: 0 },
      { size: 50, rate: 0.5 },
    ])!;
    expect(result.theil).toBeCloseTo(Math.LN2, 12);
    expect(result.meanLogDeviation).toBeUndefined();
    expect(inequalityOf([{ size: 50, rate: 0 }])).toBeUndefined();
    expect(inequalityOf([])).toBeUndefined();
  });

  it('is 0 for equal rates, above 0 for others, and leaves groups of nobody out', () => {
    const groups = fc.array(fc.record({ size: fc.nat(500), rate: fc.double({ min: 0.01, max: 1, noNaN: true }) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(groups, (list) => {
        fc.pre(list.some(({ size }) => size > 0));
        const result = inequalityOf(list)!;
        expect(result.theil).toBeGreaterThan(-1e-12);
        expect(result.meanLogDeviation).toBeGreaterThan(-1e-12);
        expect(inequalityOf([...list, { size: 0, rate: 0 }])).toEqual(result);
        const equal = inequalityOf(list.map(({ size }) => ({ size, rate: 0.3 })))!;
        expect(equal.theil).toBeCloseTo(0, 12);
        expect(equal.meanLogDeviation).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe('distance from a benchmark (W10)', () => {
  it('is the published divergence, 0 only for the benchmark itself', () => {
    const benchmark = [0.6, 0.25, 0.1, 0.05];
    expect(kullbackLeibler([0.72, 0.2, 0.06, 0.02], benchmark)).toBeCloseTo(0.03767, 5);
    expect(kullbackLeibler(benchmark, benchmark)).toBe(0);
  });
});

describe("Orbit's gravity (W10), which Hearth does not have", () => {
  const months = [
    [17, 8, 4, 1],
    [15, 9, 5, 1],
    [12, 10, 6, 2],
  ];

  it('gives the published scores', () => {
    const scores = months.map((members) => gravity(members, [1, 4, 7, 10]));
    expect(scores).toEqual([441, 504, 666]);
    const people = 30;
    expect([(504 - 441) / people, (666 - 504) / people]).toEqual([2.1, 5.4]);
  });

  it('turns the trend of the same months around with other weights, so that nothing can rest on it', () => {
    const scores = months.map((members) => gravity(members, [4, 4, 4, 1]));
    expect(scores[0]).toBeGreaterThan(scores[2]!);
  });
});

describe('depth of a thread (R6)', () => {
  it.each([
    [[], 0],
    [[1], 1],
    [[1, 1, 1, 1, 1], 1],
    [[1, 2, 2], 2],
    [[1, 2, 3, 4, 5], 1],
    [[1, 2, 2, 3, 3, 3, 4, 4, 4], 3],
    // One comment at level 2, three at level 3: the level with enough comments counts, whatever lies above it.
    [[1, 2, 3, 3, 3], 3],
  ])('levels %j', (levels, depth) => {
    expect(threadDepth(levels)).toBe(depth);
  });
});
