import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf } from '../../../electron/data/health/calendar/civil-day.ts';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { returnTable } from '../../../electron/data/health/metrics/return-on-period.ts';

const june10 = dayNumberOf({ year: 2020, month: 6, day: 10 });
const days = packActiveDays([[0, 1, 2, 5, 5, 6].map((day) => june10 + day), [1, 2, 3, 6].map((day) => june10 + day)]);
const month = (index: number) => dayNumberOf({ year: 2020, month: index + 1, day: 10 });
const months = packActiveDays([[0, 1, 2, 4, 5, 8].map(month), [0, 1, 2, 5, 6, 10].map(month)]);
const endOfNovember = dayNumberOf({ year: 2020, month: 11, day: 30 });

const cellsOf = (table: ReturnType<typeof returnTable>) =>
  table.rows.map((row) => row.cells.map((cell) => cell.returned).join(' '));

describe('published cohort tables (W6)', () => {
  it('counts recurring days', () => {
    expect(cellsOf(returnTable(days, { unit: 'day', lastDay: june10 + 10, joining: 'recurring' }))).toEqual([
      '1 1 1 0 0 1 1 0 0 0 0',
      '2 2 1 0 1 2 0 0 0 0',
      '2 1 0 1 2 0 0 0 0',
      '1 0 0 1 0 0 0 0',
      '0 0 0 0 0 0 0',
      '1 1 0 0 0 0',
      '2 0 0 0 0',
      '0 0 0 0',
      '0 0 0',
      '0 0',
      '0',
    ]);
  });

  it('counts recurring months', () => {
    expect(cellsOf(returnTable(months, { unit: 'month', lastDay: endOfNovember, joining: 'recurring' }))).toEqual([
      '2 2 2 0 1 2 1 0 1 0 1',
      '2 2 0 1 2 1 0 1 0 1',
      '2 0 1 2 1 0 1 0 1',
      '0 0 0 0 0 0 0 0',
      '1 1 0 0 1 0 0',
      '2 1 0 1 0 1',
      '1 0 0 0 1',
      '0 0 0 0',
      '1 0 0',
      '0 0',
      '1',
    ]);
  });

  it('counts on or after for first-time cohorts', () => {
    const onOrAfter = { counting: 'on-or-after' } as const;
    const byDay = cellsOf(returnTable(days, { unit: 'day', lastDay: june10 + 10, ...onOrAfter }));
    expect(byDay.slice(0, 2)).toEqual(['1 1 1 1 1 1 1 0 0 0 0', '1 1 1 1 1 1 0 0 0 0']);
    const byMonth = cellsOf(returnTable(months, { unit: 'month', lastDay: endOfNovember, ...onOrAfter }));
    expect(byMonth[0]).toBe('2 2 2 2 2 2 2 2 2 1 1');
  });

  it('counts on or after as the platform does: two registered on 2022-09-08, one last seen the day after', () => {
    const registered = dayNumberOf({ year: 2022, month: 9, day: 8 });
    const seen = packActiveDays([
      [registered, registered + 1],
      [registered, registered + 6],
    ]);
    const [first] = returnTable(seen, { unit: 'day', lastDay: registered + 6, counting: 'on-or-after' }).rows;
    expect(first!.cells.map((cell) => cell.returned)).toEqual([2, 2, 1, 1, 1, 1, 1]);
    expect(first!.cells.map((cell) => cell.returned / first!.size)).toEqual([1, 1, 0.5, 0.5, 0.5, 0.5, 0.5]);
    // Counting activity in each period instead, as the platform's documents say, would give another row.
    const on = returnTable(seen, { unit: 'day', lastDay: registered + 6 });
    expect(cellsOf(on)[0]).toBe('2 1 0 0 0 0 1');
  });

  it("gives the row of the analytics service's sample: 10 people at the start, then 9, 7 and 6", () => {
    const start = dayNumberOf({ year: 2012, month: 1, day: 2 });
    // Those who stay away differ from week to week: a table that counted only unbroken runs would show fewer.
    const away = [[], [0], [1, 2, 3], [4, 5, 6, 7]];
    const people = Array.from({ length: 10 }, (_, person) =>
      away.flatMap((gone, week) => (gone.includes(person) ? [] : [start + 7 * week])),
    );
    const { rows } = returnTable(packActiveDays(people), { unit: 'week', lastDay: start + 27 });
    expect(rows[0]!.size).toBe(10);
    expect(rows[0]!.cells.map((cell) => cell.returned)).toEqual([10, 9, 7, 6]);
    expect(rows.slice(1).map((row) => row.size)).toEqual([0, 0, 0]);
  });
});

describe('completeness', () => {
  it('keeps open cells out of the average', () => {
    // Weeks from Monday 1970-01-05; the last complete day is a Wednesday, so the third week is still open.
    const monday = 4;
    const table = returnTable(
      packActiveDays([[monday, monday + 7, monday + 14], [monday], [monday + 7, monday + 14]]),
      {
        unit: 'week',
        lastDay: monday + 16,
      },
    );
    expect(table.rows[0]?.cells.map((cell) => cell.complete)).toEqual([true, true, false]);
    expect(table.average).toEqual([{ interval: 1, returned: 1, reached: 2 }]);
  });

  it('weights cohorts by their size', () => {
    const table = returnTable(packActiveDays([[0, 1], [0, 1], [0], [1], [2]]), { unit: 'day', lastDay: 2 });
    expect(table.average[0]).toEqual({ interval: 1, returned: 2, reached: 4 });
  });

  it('leaves people whose joining is unknown out of every cohort, and says how many', () => {
    const table = returnTable(packActiveDays([[0, 1], [0]]), { unit: 'day', lastDay: 1, joinedEarlier: new Set([0]) });
    expect(table.rows[0]?.size).toBe(1);
    expect(table.joinedEarlier).toBe(1);
  });

  it('ignores days after the last complete one', () => {
    const table = returnTable(
      packActiveDays([
        [0, 5],
        [3, 5],
      ]),
      { unit: 'day', lastDay: 3 },
    );
    expect(table.rows.map((row) => row.size)).toEqual([1, 0, 0, 1]);
    expect(cellsOf(table)).toEqual(['1 0 0 0', '0 0 0', '0 0', '1']);
  });
});

const histories = fc.array(fc.uniqueArray(fc.integer({ min: -400, max: 800 }), { minLength: 1, maxLength: 20 }), {
  minLength: 1,
  maxLength: 30,
});
const units = fc.constantFrom('week', 'month', 'quarter');

describe('identities', () => {
  it('starts every first-ever cohort with all of its people, each person once', () => {
    fc.assert(
      fc.property(histories, units, (lists, unit) => {
        const table = returnTable(packActiveDays(lists), { unit, lastDay: 900 });
        expect(table.rows.every((row) => row.cells[0]?.returned === row.size)).toBe(true);
        expect(table.rows.reduce((sum, row) => sum + row.size, 0)).toBe(lists.length);
      }),
    );
  });

  it('never counts fewer on or after than on, and never rises along a row', () => {
    fc.assert(
      fc.property(histories, units, (lists, unit) => {
        const active = packActiveDays(lists);
        const on = returnTable(active, { unit, lastDay: 900 });
        const after = returnTable(active, { unit, lastDay: 900, counting: 'on-or-after' });
        const wrong = after.rows.flatMap((row, at) =>
          row.cells.filter((cell, k) => {
            const before = row.cells[k - 1]?.returned ?? row.size;
            return cell.returned < on.rows[at]!.cells[k]!.returned || cell.returned > before;
          }),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });
});
