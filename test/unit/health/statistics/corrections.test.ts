import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../electron/data/health/statistics/corrections.ts';
import { bonferroni, holm } from './made-by-hand.ts';

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

  it.each([
    ['Bonferroni', bonferroni, [0.007, 0.007, 0.007, 0.14, 1, 1, 1]],
    ['Holm', holm, [0.007, 0.007, 0.007, 0.08, 0.66, 1, 1]],
  ])('is milder than %s, which adjusts the published values to its own', (_, adjust, expected) => {
    const mild = benjaminiHochberg(published);
    for (const [at, value] of adjust(published).entries()) {
      expect(value).toBeCloseTo(expected[at]!, 12);
      expect(mild[at]!).toBeLessThanOrEqual(value);
    }
  });

  it('keeps the order of the values, makes none smaller, and is never stricter than Holm nor Holm than Bonferroni', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const all = [values, benjaminiHochberg(values), holm(values), bonferroni(values)] as const;
        const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
        expect(all[1]).toHaveLength(values.length);
        expect(order.every((at, rank) => rank === 0 || all[1][order[rank - 1]!]! <= all[1][at]!)).toBe(true);
        const rises = (at: number) => [1, 2, 3].every((next) => all[next - 1]![at]! <= all[next]![at]! + 1e-12);
        expect(values.every((_, at) => rises(at))).toBe(true);
      }),
    );
  });
});
