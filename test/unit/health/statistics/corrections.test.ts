import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, bonferroni, holm } from '../../../../electron/data/health/statistics/corrections.ts';

const published = [0.001, 0.001, 0.001, 0.02, 0.22, 0.59, 0.87];
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

describe('corrections for several comparisons (W9)', () => {
  it.each([
    ['Benjamini-Hochberg', benjaminiHochberg, [0.007 / 3, 0.007 / 3, 0.007 / 3, 0.035, 0.308, 0.59 * (7 / 6), 0.87]],
    ['Bonferroni', bonferroni, [0.007, 0.007, 0.007, 0.14, 1, 1, 1]],
    ['Holm', holm, [0.007, 0.007, 0.007, 0.08, 0.66, 1, 1]],
  ])('%s adjusts the published values, in any order', (_, adjust, expected) => {
    const adjusted = adjust(published);
    const backwards = adjust([...published].reverse()).reverse();
    for (const [at, value] of expected.entries()) {
      expect(adjusted[at]).toBeCloseTo(value, 12);
      expect(backwards[at]).toBeCloseTo(value, 12);
    }
  });

  it('keeps the order of the values, never makes one smaller, and is mildest as Benjamini-Hochberg', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const all = [benjaminiHochberg(values), holm(values), bonferroni(values)] as const;
        const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
        for (const adjusted of all) {
          expect(adjusted).toHaveLength(values.length);
          expect(order.every((at, rank) => rank === 0 || adjusted[order[rank - 1]!]! <= adjusted[at]!)).toBe(true);
        }
        const slack = 1e-12;
        expect(
          values.every(
            (value, at) =>
              value <= all[0][at]! + slack && all[0][at]! <= all[1][at]! + slack && all[1][at]! <= all[2][at]! + slack,
          ),
        ).toBe(true);
      }),
    );
  });
});
