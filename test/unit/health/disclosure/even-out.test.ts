import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOutOf } from '../../../../electron/data/health/disclosure/split/even-out.ts';
import { refusedRows } from '../../../../electron/data/health/disclosure/split/refused-rows.ts';
import type { RowPeople, ToldSets } from '../../../../electron/data/health/disclosure/split/row-people.ts';
import { asBits } from '../../../attack/as-bits.ts';

const T = 7;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const told = (...sets: readonly (readonly number[])[]): ToldSets => ({
  counted: sets.map((members) => ({ heading: '', members: asBits(members) })),
  having: [],
});
/** Numbers as by chance, others for each seed. */
const drawn = (seed: number) => (member: number) => ((member + seed) * 2_654_435_761) % 2 ** 31;
const leftOut = (counted: readonly number[], before: ToldSets, seed = 1) =>
  leftOutOf({ wholes: [{ counted, having: [] }], told: before, threshold: T, drawOf: drawn(seed) });
const row = (id: string, own: readonly number[], others: readonly number[]): RowPeople => ({
  ...{ id, code: id, heading: '' },
  counted: [asBits(own), asBits(others)],
  having: [],
});
const heading = (counted: readonly number[]) => ({ heading: '', counted: asBits(counted), having: asBits([]) });

describe('leaving people out so that two questions have the same whole', () => {
  it('leaves out the few who answered only this question', () => {
    expect([...leftOut(range(0, 103), told(range(0, 100)))]).toEqual([100, 101, 102]);
  });

  it('leaves out further people where a few answered only the other question', () => {
    const left = leftOut(range(0, 97), told(range(0, 100)));
    // Three are missing already: five more make eight, which is more than seven.
    expect(left.size).toBe(5);
    expect(leftOut(range(0, 97), told(range(0, 100)))).toEqual(left);
    expect(leftOut(range(0, 97), told(range(0, 100)), 2)).not.toEqual(left);
  });

  it('leaves nobody out of a whole that was told already, nor where more than a few differ, nor both ways', () => {
    expect(leftOut(range(0, 100), told(range(0, 100), range(0, 98))).size).toBe(0);
    expect(leftOut(range(0, 108), told(range(0, 100))).size).toBe(0);
    expect(leftOut(range(2, 103), told(range(0, 100))).size).toBe(0);
  });

  it('leaves a whole that the ledger lets pass, or leaves it to the ledger', () => {
    const people = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 20, maxLength: 50 });
    fc.assert(
      fc.property(people, people, (first, second) => {
        const left = leftOut(second, told(first));
        const whole = second.filter((member) => !left.has(member));
        const rest = new Set(whole);
        const over = whole.filter((member) => !first.includes(member)).length;
        const under = first.filter((member) => !rest.has(member)).length;
        const few = Math.min(over, under) === 0 && over + under > 0 && over + under <= T;
        expect(few).toBe(false);
      }),
    );
  });
});

describe('rows beside what another question told', () => {
  const first = told(range(0, 33), range(33, 160), range(0, 160));

  it('are refused where a group is another group but one person', () => {
    const rows = [row('a', range(0, 32), range(32, 160)), row('b', range(32, 160), range(0, 32))];
    expect([...refusedRows(rows, [heading(range(0, 160))], first, T)]).toEqual(['a', 'b']);
  });

  it('are refused where all others are another group but a few, though the group itself is like no other', () => {
    // 40 to 160 stand against 40 people; without them the ledger knows of no set like theirs.
    const others = [...range(0, 20), ...range(20, 33), ...range(33, 36)];
    const own = range(36, 160);
    const rows = [row('a', own, others)];
    const before = told(range(0, 33), range(0, 160));
    expect([...refusedRows(rows, [heading(range(0, 160))], before, T)]).toEqual(['a']);
    expect([...refusedRows(rows, [heading(range(0, 160))], told(range(0, 160)), T)]).toEqual([]);
  });

  it('are refused under a heading whose whole can be set off', () => {
    const rows = [row('a', range(0, 60), range(60, 157)), row('b', range(60, 157), range(0, 60))];
    expect(refusedRows(rows, [heading(range(0, 157))], told(range(0, 160)), T).size).toBe(2);
    expect(refusedRows(rows, [heading(range(0, 157))], told(range(0, 157)), T).size).toBe(0);
  });

  it('are refused where two groups of the question and one of another leave a few', () => {
    const whole = heading(range(0, 160));
    const rows = [
      row('a', range(0, 40), range(40, 160)),
      row('b', range(40, 75), [...range(0, 40), ...range(75, 160)]),
      row('c', range(75, 160), range(0, 75)),
    ];
    // Both together are the other group but five: the second of them can't be told.
    expect([...refusedRows(rows, [whole], told(range(0, 80), range(0, 160)), T)]).toContain('b');
    expect(refusedRows(rows, [whole], told(range(0, 160)), T).size).toBe(0);
  });

  it('are refused where one group is another group of the same question and a few more', () => {
    const rows = [row('a', range(0, 31), range(31, 160)), row('b', range(0, 35), range(35, 160))];
    expect([...refusedRows(rows, [heading(range(0, 160))], told(), T)]).toEqual(['b']);
  });

  it('pass where they only share out the same people as another question did', () => {
    // A hidden group of five is what both leave of the whole: how far that hides it is for the audit to say.
    const rows = [
      row('a', range(0, 100), range(100, 160)),
      row('b', range(100, 155), [...range(0, 100), ...range(155, 160)]),
    ];
    const before = told(range(0, 50), range(50, 160), range(0, 160));
    expect([...refusedRows(rows.slice(0, 1), [heading(range(0, 160))], before, T)]).toEqual([]);
  });
});
