import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArcLists } from '../../../electron/data/health/engine/arc-lists.ts';
import { reciprocity } from '../../../electron/data/health/metrics/reciprocity.ts';
import { atOnce } from '../../../shared/domain/steps.ts';

it('counts of arcs in pages what is counted of all in one list', () => {
  const person = fc.integer({ min: 900, max: 930 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(person, person), { selector: String, maxLength: 400 }), (arcs) => {
      const lists = new ArcLists();
      for (let at = 0; at < arcs.length; at += 50) {
        const page = arcs.slice(at, at + 50);
        lists.add(
          Int32Array.from(page, ([from]) => from),
          Int32Array.from(page, ([, to]) => to),
        );
      }
      expect(lists.count).toBe(arcs.length);
      expect(atOnce(lists.reciprocity())).toEqual(
        reciprocity(
          arcs.map(([from]) => from),
          arcs.map(([, to]) => to),
        ),
      );
    }),
    { numRuns: 200 },
  );
});
