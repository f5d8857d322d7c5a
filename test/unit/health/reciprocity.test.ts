import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceReciprocity, reciprocity } from '../../../electron/data/health/metrics/reciprocity.ts';

describe('reciprocity', () => {
  it('counts arcs and pairs, repeats once and nobody with themself', () => {
    const result = reciprocity([1, 1, 2, 1, 3], [2, 2, 1, 3, 3]);
    expect(result).toEqual({ people: 3, arcs: 3, returnedArcs: 2, linkedPairs: 2, mutualPairs: 1 });
    expect(chanceReciprocity(result)).toBeCloseTo(3 / 6, 12);
  });

  it('has no chance level for fewer than two people', () => {
    expect(chanceReciprocity(reciprocity([], []))).toBeUndefined();
  });

  it('keeps arcs and pairs consistent', () => {
    const links = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 200 });
    fc.assert(
      fc.property(links, (pairs) => {
        const result = reciprocity(
          pairs.map(([from]) => from),
          pairs.map(([, to]) => to),
        );
        expect(result.linkedPairs + result.mutualPairs).toBe(result.arcs);
        expect(result.returnedArcs % 2).toBe(0);
      }),
    );
  });
});
