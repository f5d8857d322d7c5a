import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../electron/data/health/statistics/corrections.ts';

const published = [0.001, 0.001, 0.001, 0.02, 0.22, 0.59, 0.87];
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

describe('the correction for several comparisons (W9)', () => {
  it('adjusts the published values, in any order', () => {
    const expected = [0.007 / 3, 0.007 / 3, 0.007 / 3, 0.035, 0.308, 0.59 * (7 / 6), 0.87];
    const adjusted = benjaminiHochberg(published);
    const backwards = benjaminiHochberg([...published].reverse()).reverse();
    for (const [at, value] of expected.entries()) {
      expect(adjusted[at]).toBeCloseTo(value, 12);
      expect(backwards[at]).toBeCloseTo(value, 12);
    }
  });

  it('keeps the order of the values, and makes none smaller or larger than one test among as many', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const adjusted = benjaminiHochberg(values);
        const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
        expect(adjusted).toHaveLength(values.length);
        expect(order.every((at, rank) => rank === 0 || adjusted[order[rank - 1]!]! <= adjusted[at]!)).toBe(true);
        const slack = 1e-12;
        const most = (value: number) => Math.min(1, value * values.length) + slack;
        expect(values.every((value, at) => value <= adjusted[at]! + slack && adjusted[at]! <= most(value))).toBe(true);
      }),
    );
  });
});
