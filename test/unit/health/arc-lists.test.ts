import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArcLists } from '../../../electron/data/health/engine/arc-lists.ts';
import { reciprocity } from '../../../electron/data/health/metrics/reciprocity.ts';
import { atOnce } from '../../../shared/domain/steps.ts';

it('counts of arcs in pages, some of them more than once, what is counted of each once in one list', () => {
  const person = fc.integer({ min: 900, max: 930 });
  fc.assert(
    fc.property(fc.array(fc.tuple(person, person), { maxLength: 400 }), (arcs) => {
      const once = [...new Map(arcs.map((arc) => [String(arc), arc])).values()];
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
          once.map(([from]) => from),
          once.map(([, to]) => to),
        ),
      );
    }),
    { numRuns: 200 },
  );
});
