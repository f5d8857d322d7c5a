import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridging } from '../../../../electron/data/health/statistics/bridging.ts';
import { eiIndex } from '../../../../electron/data/health/statistics/e-i-index.ts';

type Tie = readonly [from: number, to: number, space: number];

const bridgingOf = (ties: readonly Tie[]) =>
  bridging(
    ties.map(([from]) => from),
    ties.map(([, to]) => to),
    ties.map(([, , space]) => space),
  );

describe('bridges between spaces (R11)', () => {
  it('finds the one person two spaces hang on', () => {
    const ties: Tie[] = [
      [1, 2, 0],
      [2, 3, 0],
      [3, 4, 7],
      [4, 5, 7],
    ];
    expect(bridgingOf(ties)).toEqual({ people: 5, inSeveralSpaces: 1, onlyLinks: 1 });
    // A second person with ties in both takes the weight off the first.
    expect(bridgingOf([...ties, [1, 5, 7]])).toEqual({ people: 5, inSeveralSpaces: 2, onlyLinks: 0 });
  });

  it('counts every link of a chain, and none of a ring', () => {
    const chain: Tie[] = [
      [1, 2, 0],
      [2, 3, 1],
      [3, 4, 2],
    ];
    expect(bridgingOf(chain)).toEqual({ people: 4, inSeveralSpaces: 2, onlyLinks: 2 });
    expect(bridgingOf([...chain, [4, 1, 3]])).toEqual({ people: 4, inSeveralSpaces: 4, onlyLinks: 0 });
  });

  it('takes repeats once, and no tie of a person with themself', () => {
    const ties: Tie[] = [
      [1, 2, 0],
      [2, 1, 0],
      [1, 1, 5],
    ];
    expect(bridgingOf(ties)).toEqual({ people: 2, inSeveralSpaces: 0, onlyLinks: 0 });
    expect(bridgingOf([])).toEqual({ people: 0, inSeveralSpaces: 0, onlyLinks: 0 });
  });

  it('goes down a chain of 200,000 people', () => {
    const people = Array.from({ length: 200_000 }, (_, at) => at);
    const result = bridging(people.slice(0, -1), people.slice(1), people.slice(0, -1));
    expect(result).toEqual({ people: 200_000, inSeveralSpaces: 199_998, onlyLinks: 199_998 });
  });

  it('agrees with taking people away one by one', () => {
    const ties = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(5)), { maxLength: 25 });
    fc.assert(
      fc.property(ties, (list) => {
        expect(bridgingOf(list).onlyLinks).toBe(onlyLinksOneByOne(list));
      }),
      { numRuns: 500 },
    );
  });
});

/** People without whom the spaces fall into more parts. A tie has two people, so no space is left empty. */
function onlyLinksOneByOne(ties: readonly Tie[]): number {
  const real = ties.filter(([from, to]) => from !== to);
  const people = new Set(real.flatMap((tie) => tie.slice(0, 2)));
  const spaces = [...new Set(real.map(([, , space]) => space))];
  const partsWithout = (gone: number | undefined) => {
    const partOf = new Map(spaces.map((space) => [space, space]));
    const merge = (a: number, b: number) => {
      for (const [space, part] of partOf) if (part === a) partOf.set(space, b);
    };
    for (const person of people) {
      if (person === gone) continue;
      const own = real.filter(([from, to]) => from === person || to === person).map(([, , space]) => space);
      for (const space of own) merge(partOf.get(space)!, partOf.get(own[0]!)!);
    }
    return new Set(partOf.values()).size;
  };
  const parts = partsWithout(undefined);
  return [...people].filter((person) => partsWithout(person) > parts).length;
}

describe('E-I index (R10)', () => {
  const groupOf = (member: number) => (member < 100 ? member % 2 : undefined);
  const seeded = { seed: 1 };

  it('goes from −1 within groups to +1 across them', () => {
    expect(eiIndex([0, 1], [2, 3], groupOf, seeded)).toMatchObject({ internal: 2, external: 0, index: -1 });
    expect(eiIndex([0, 2], [1, 3], groupOf, seeded)).toMatchObject({ internal: 0, external: 2, index: 1 });
    expect(eiIndex([0, 0, 0], [1, 2, 4], groupOf, seeded)!.index).toBeCloseTo(-1 / 3, 12);
  });

  it('takes a tie once whichever way it goes, and leaves out oneself and members without a group', () => {
    expect(eiIndex([0, 1, 0, 0, 100], [1, 0, 0, 100, 101], groupOf, seeded)).toMatchObject({
      internal: 0,
      external: 1,
    });
    expect(eiIndex([0, 100], [0, 1], groupOf, seeded)).toBeUndefined();
  });

  it('gives the same answer for the same seed, and another dealing for another', () => {
    const [from, to] = [
      Array.from({ length: 60 }, (_, at) => at),
      Array.from({ length: 60 }, (_, at) => (at * 7) % 60),
    ];
    expect(eiIndex(from, to, groupOf, { seed: 4 })).toEqual(eiIndex(from, to, groupOf, { seed: 4 }));
    expect(eiIndex(from, to, groupOf, { seed: 4 })!.byChance.mean).not.toBe(
      eiIndex(from, to, groupOf, { seed: 5 })!.byChance.mean,
    );
  });

  it('finds what chance would give, by the formula for pairs drawn at random', () => {
    const ring = Array.from({ length: 90 }, (_, at) => at);
    const thirds = (member: number) => Number(member < 30);
    const { index, byChance } = eiIndex(ring, [...ring.slice(1), 0], thirds, seeded)!;
    // Groups of 30 and 60: two members drawn at random differ with 2·30·60 ÷ (90·89).
    const expected = 2 * ((2 * 30 * 60) / (90 * 89)) - 1;
    expect(byChance.mean).toBeCloseTo(expected, 1);
    expect(byChance.lower).toBeLessThan(expected);
    expect(byChance.upper).toBeGreaterThan(expected);
    expect(index).toBeLessThan(byChance.lower);
  });
});
