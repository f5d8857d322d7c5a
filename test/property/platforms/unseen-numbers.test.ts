import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAll,
  type Numbers,
  numbersToAsk,
  withAsked,
  withShown,
} from '../../../electron/data/platforms/discourse/unseen-numbers.ts';

/** Asks until nothing new comes and nothing is missing, as passes do one after the other; a page shows ten. */
function askAll(start: Numbers, there: ReadonlySet<number>, seen: Set<number>): { numbers: Numbers; asked: number[] } {
  const asked: number[] = [];
  let numbers = start;
  for (;;) {
    const ids = numbersToAsk(numbers);
    const found = ids.filter((id) => there.has(id));
    const shown = found.slice(0, 10);
    for (const id of shown) seen.add(id);
    const after = withShown(numbers, shown);
    const next = found.length > shown.length ? after : withAsked(after, ids);
    if (next === after && shown.length === 0) throw new Error('stands still');
    if (found.length === shown.length) asked.push(...ids.filter((id) => !there.has(id) && id <= after.highest));
    const isDone = found.length === shown.length && isAll(next, ids);
    numbers = next;
    if (isDone) return { numbers, asked };
  }
}

/** What is filed between two passes: whether it exists for us, and whether a list shows it. */
const series = fc.array(fc.array(fc.record({ isOurs: fc.boolean(), isListed: fc.boolean() }), { maxLength: 40 }), {
  minLength: 1,
  maxLength: 6,
});

describe('numbers that no list has shown', () => {
  it('finds everything that lies no further apart than it looks, and asks for nothing twice', () => {
    fc.assert(
      fc.property(series, (passes) => {
        const there = new Set([1]);
        const seen = new Set([1]);
        let numbers = withShown({ highest: 0, missing: [] }, [1]);
        let given = 1;
        const asked: number[] = [];
        for (const filed of passes) {
          for (const { isOurs, isListed } of filed) {
            given += 1;
            if (!isOurs) continue;
            there.add(given);
            if (!isListed) continue;
            seen.add(given);
            numbers = withShown(numbers, [given]);
          }
          const after = askAll(numbers, there, seen);
          numbers = after.numbers;
          asked.push(...after.asked);
          // Whatever is beyond fifty numbers of others comes with the next that a list shows.
          const reach = numbers.highest + 50;
          expect([...there].filter((id) => id <= reach && !seen.has(id))).toEqual([]);
        }
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 300 },
    );
  });

  it('asks only for the end of a gap that no reports can have made', () => {
    const { missing } = withShown({ highest: 5, missing: [] }, [2_000_000]);
    expect(missing).toEqual([[1_990_000, 1_999_999]]);
  });
});
