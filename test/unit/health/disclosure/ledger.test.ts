import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger, type LedgerEntry } from '../../../../electron/data/health/disclosure/ledger.ts';
import { isMemberSet, isSame, sizeOf } from '../../../../electron/data/health/disclosure/member-set.ts';
import { asBits } from '../../../attack/as-bits.ts';

const T = 7;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const counted = (members: Iterable<number>, measure = 'active'): LedgerEntry => ({ measure, members: asBits(members) });
const checkAgainstLedger = (request: LedgerEntry, released: readonly LedgerEntry[], threshold: number) =>
  new Ledger(released, request, threshold).check(request.members);
const without = (members: readonly number[], gone: readonly number[]) => members.filter((one) => !gone.includes(one));

describe('the ledger', () => {
  it('C.9 #2: refuses the same filter less a few people, and says no more than that', () => {
    const trans = range(100, 133);
    const released = [counted(trans)];
    expect(checkAgainstLedger(counted(without(trans, [110])), released, T)).toBe('refused');
    expect(checkAgainstLedger(counted(without(trans, range(110, 117))), released, T)).toBe('refused');
    expect(checkAgainstLedger(counted([...trans, 500]), released, T)).toBe('refused');
    expect(checkAgainstLedger(counted(without(trans, range(110, 118))), released, T)).toBe('allowed');
  });

  it('C.9 #3: refuses a tracker, padded or not', () => {
    const trans = range(0, 20);
    const target = [3];
    const newcomers = range(200, 215);
    const all = [counted(trans), counted(newcomers)];
    expect(checkAgainstLedger(counted(without(trans, target)), all, T)).toBe('refused');
    expect(checkAgainstLedger(counted([...without(trans, target), ...newcomers]), all, T)).toBe('refused');
    // Padded with people who are in both.
    const some = range(15, 40);
    const padded = new Set([...without(trans, target), ...some]);
    const union = new Set([...trans, ...some]);
    expect(checkAgainstLedger(counted(padded), [counted(union)], T)).toBe('refused');
  });

  it('C.9 #7: refuses a union that would tell who is in both', () => {
    const gay = range(0, 40);
    const bi = range(35, 65);
    const released = [counted(gay), counted(bi)];
    expect(new Set([...gay, ...bi]).size).toBe(65);
    expect(checkAgainstLedger(counted(new Set([...gay, ...bi])), released, T)).toBe('refused');
    expect(checkAgainstLedger(counted(range(35, 40)), released, T)).toBe('refused');
    expect(checkAgainstLedger(counted(range(300, 340)), released, T)).toBe('allowed');
  });

  it('looks at triples of released sets as well', () => {
    const parts = [range(0, 20), range(20, 40), range(40, 60)];
    const released = parts.map((part) => counted(part));
    expect(checkAgainstLedger(counted([...parts.flat(), 99]), released, T)).toBe('refused');
    expect(checkAgainstLedger(counted([...parts.flat(), ...range(90, 98)]), released, T)).toBe('allowed');
  });

  it('answers the same question again, and keeps measures apart', () => {
    const released = [counted(range(0, 30)), counted(range(0, 29), 'stayed')];
    expect(checkAgainstLedger(counted(range(0, 30)), released, T)).toBe('allowed');
    expect(checkAgainstLedger(counted(range(0, 29)), released, T)).toBe('refused');
    expect(checkAgainstLedger(counted(range(0, 40), 'another'), released, T)).toBe('allowed');
  });

  it('refuses a question about few people by itself', () => {
    expect(checkAgainstLedger(counted(range(0, 7)), [], T)).toBe('refused');
    expect(checkAgainstLedger(counted(range(0, 8)), [], T)).toBe('allowed');
  });

  it('only compares sets under different headings, and answers one again under either', () => {
    const released = [
      { ...counted(range(0, 30)), heading: 'autumn' },
      { ...counted(range(30, 60)), heading: 'autumn' },
    ];
    const check = (members: readonly number[]) => new Ledger(released, { measure: 'active' }, T).check(asBits(members));
    expect(check(range(0, 33))).toBe('refused');
    expect(check(range(0, 30))).toBe('allowed');
    // Both of them but one person.
    expect(check(range(0, 59))).toBe('allowed');
    const under = new Ledger(released, { measure: 'active', heading: 'autumn' }, T);
    expect(under.check(asBits(range(0, 59)))).toBe('refused');
  });

  it('refuses exactly what person by person turns out to be about few', () => {
    const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { minLength: 4, maxLength: 40 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(sets, ([request = [], ...released]) => {
        const same = released.some((one) => one.length === request.length && without(one, request).length === 0);
        const isFew = request.length <= T || (!same && tellsFewApart(request, released));
        const expected = isFew ? 'refused' : 'allowed';
        expect(
          checkAgainstLedger(
            counted(request),
            released.map((one) => counted(one)),
            T,
          ),
        ).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });
});

/** Every way to add or take away up to three sets, counted person by person. */
function tellsFewApart(request: readonly number[], released: readonly (readonly number[])[]): boolean {
  const tries = (weights: readonly number[], from: number, used: number): boolean => {
    const weighing = weights.filter((weight) => weight !== 0);
    const alike = weighing.every((weight) => weight === weighing[0] && Math.abs(weight) === 1);
    if (used > 0 && alike && weighing.length > 0 && weighing.length <= T) return true;
    if (used === 3) return false;
    return released.some(
      (set, at) =>
        at >= from &&
        [1, -1].some((sign) =>
          tries(
            weights.map((weight, member) => weight + (set.includes(member) ? sign : 0)),
            at + 1,
            used + 1,
          ),
        ),
    );
  };
  return tries(
    range(0, 71).map((member) => Number(request.includes(member))),
    0,
    0,
  );
}

describe('member sets', () => {
  const members = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 80 });

  it('count their members wherever they begin', () => {
    fc.assert(
      fc.property(members, (list) => {
        expect(sizeOf(asBits(list))).toBe(list.length);
      }),
    );
    expect(sizeOf(asBits(range(0, 1000)))).toBe(1000);
  });

  it('are the same when their members are', () => {
    const padded = { words: new Uint32Array([0, 0, 5, 0]), firstWord: 1 };
    expect(isSame(padded, asBits([96, 98]))).toBe(true);
    expect(isSame(padded, asBits([96, 99]))).toBe(false);
  });

  it('add up to a set only where nobody counts twice or less than nothing', () => {
    const few = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 50 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(few, few, (plus, minus) => {
        fc.pre(plus.length + minus.length > 0);
        const times = (sets: readonly (readonly number[])[], member: number) =>
          sets.filter((set) => set.includes(member)).length;
        const isSet = range(0, 71).every((member) => [0, 1].includes(times(plus, member) - times(minus, member)));
        expect(isMemberSet(plus.map(asBits), minus.map(asBits))).toBe(isSet);
      }),
      { numRuns: 300 },
    );
    const set = asBits([1]);
    expect(() => isMemberSet(Array(8).fill(set), [])).toThrow(RangeError);
  });
});
