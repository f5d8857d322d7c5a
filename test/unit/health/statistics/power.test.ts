import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Z_95 } from '../../../../electron/data/health/statistics/normal.ts';
import { eventsNeeded, smallestFindableGap } from '../../../../electron/data/health/statistics/power.ts';
import { wilsonInterval } from '../../../../electron/data/health/statistics/wilson.ts';

const sizes = [15, 30, 50, 100, 200, 400];

describe('what small groups can and cannot show (B.6)', () => {
  it.each([
    [13, 47.7],
    [15, 45.1],
    [20, 40.1],
    [30, 33.7],
    [50, 26.7],
    [100, 19.2],
    [200, 13.7],
    [400, 9.8],
  ])('half of %i people is known to within %f points', (n, width) => {
    const { lower, upper } = wilsonInterval(n / 2, n)!;
    // The table cuts off after one digit where it should round (47.76 and 45.15), hence a whole tenth either way.
    expect(Math.abs(100 * (upper - lower) - width)).toBeLessThan(0.1);
    expect(upper - lower).toBeCloseTo(Z_95 / Math.sqrt(n + Z_95 ** 2), 12);
  });

  it('needs 39 people for a width under 30 points', () => {
    const widthOf = (n: number) => wilsonInterval(n / 2, n)!.upper - wilsonInterval(n / 2, n)!.lower;
    expect(widthOf(38)).toBeGreaterThan(0.3);
    expect(widthOf(39)).toBeLessThan(0.3);
  });

  it.each([
    [0.5, [44.1, 33.4, 26.7, 19.3, 13.8, 9.8]],
    [0.3, [49.0, 35.4, 27.5, 19.3, 13.5, 9.4]],
    [0.2, [48.9, 34.3, 26.0, 17.9, 12.3, 8.5]],
  ])('smallest findable gap from %f, in points', (base, expected) => {
    for (const [at, points] of expected.entries()) {
      expect(100 * smallestFindableGap(base, sizes[at]!)!).toBeCloseTo(points, 1);
    }
  });

  it('takes groups of different sizes: the smaller one decides', () => {
    const even = smallestFindableGap(0.3, 30, 30)!;
    const uneven = smallestFindableGap(0.3, 30, 3000)!;
    expect(uneven).toBeLessThan(even);
    expect(uneven).toBeGreaterThan(smallestFindableGap(0.3, 3000, 3000)!);
    // In the limit one group's share is known: d = z_a√(p₂q₂/n) + z_b√(p₁q₁/n), here by hand for n = 100 from 0.5.
    const d = smallestFindableGap(0.5, 100, 1e12)!;
    expect(d).toBeCloseTo(0.1959963985 * 0.5 + 0.08416212336 * Math.sqrt((0.5 + d) * (0.5 - d)), 6);
  });

  it('is the same from either side, and undefined where nothing could be found', () => {
    expect(smallestFindableGap(0.8, 50)).toBeCloseTo(smallestFindableGap(0.2, 50)!, 12);
    expect(smallestFindableGap(0.5, 3)).toBeUndefined();
    expect(smallestFindableGap(0.5, 0)).toBeUndefined();
    expect(smallestFindableGap(Number.NaN, 50)).toBeUndefined();
  });

  it('never grows with the groups', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 5, max: 5000 }), (base, n) => {
        const small = smallestFindableGap(base, n) ?? 1;
        expect(smallestFindableGap(base, n * 2) ?? 1).toBeLessThanOrEqual(small + 1e-12);
      }),
    );
  });
});

describe('events a test between curves needs (B.6)', () => {
  it.each([
    [0.5, [66, 103, 182]],
    [0.667, [192, 300, 532]],
    [0.75, [380, 593, 1054]],
    [0.8, [631, 986, 1752]],
  ])('hazard ratio %f', (ratio, expected) => {
    expect([0.5, 0.2, 0.1].map((share) => Math.ceil(eventsNeeded(ratio, share)!))).toEqual(expected);
    expect(eventsNeeded(1 / ratio, 0.8)).toBeCloseTo(eventsNeeded(ratio, 0.2)!, 8);
  });

  it('gives the published plan: survival 0.75 against 0.37', () => {
    const ratio = Math.log(0.75) / Math.log(0.37);
    expect(ratio).toBeCloseTo(0.289, 3);
    // The published figure rounds the points of the normal distribution to 1.96 and 0.84.
    const events = eventsNeeded(ratio, 0.5, { significance: 1.96, power: 0.84 })!;
    expect(events).toBeCloseTo(20.39, 2);
    expect(Math.ceil(events / (1 - (0.75 + 0.37) / 2))).toBe(47);
  });

  it('has no number for no difference, nor for a group of nobody', () => {
    expect(eventsNeeded(1)).toBeUndefined();
    expect(eventsNeeded(0)).toBeUndefined();
    expect(eventsNeeded(0.5, 0)).toBeUndefined();
    expect(eventsNeeded(0.5, 1)).toBeUndefined();
  });
});
