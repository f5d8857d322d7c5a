import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf } from '../../../electron/data/health/calendar/civil-day.ts';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { lifeCycle } from '../../../electron/data/health/metrics/life-cycle.ts';

const month = (index: number) => dayNumberOf({ year: 2020, month: index + 1, day: 3 });

describe('life cycle', () => {
  it('matches the worked example by month (W6)', () => {
    const active = packActiveDays([[0, 1, 2, 4, 5, 8].map(month), [0, 1, 2, 5, 6, 10].map(month)]);
    const rows = lifeCycle(active, { unit: 'month', lastDay: month(10) + 27 });
    expect(rows.map((row) => [row.new, row.returning, row.resurrected, row.dormant])).toEqual([
      [2, 0, 0, 0],
      [0, 2, 0, 0],
      [0, 2, 0, 0],
      [0, 0, 0, 2],
      [0, 0, 1, 0],
      [0, 1, 1, 0],
      [0, 1, 0, 1],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ]);
    expect(rows.every((row) => row.complete)).toBe(true);
  });

  it('does not call people new who joined before the data starts', () => {
    const rows = lifeCycle(packActiveDays([[0], [0]]), { unit: 'day', lastDay: 0, joinedEarlier: new Set([1]) });
    expect(rows).toEqual([{ period: 0, active: 2, new: 1, returning: 0, resurrected: 1, dormant: 0, complete: true }]);
  });

  it('holds both identities for any history', () => {
    const histories = fc.array(fc.uniqueArray(fc.integer({ min: -200, max: 600 }), { minLength: 1, maxLength: 25 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(histories, fc.constantFrom('day', 'week', 'month', 'quarter'), (lists, unit) => {
        const rows = lifeCycle(packActiveDays(lists), { unit, lastDay: 600 });
        for (const [at, row] of rows.entries()) {
          expect(row.active).toBe(row.new + row.returning + row.resurrected);
          expect(row.active - (rows[at - 1]?.active ?? 0)).toBe(row.new + row.resurrected - row.dormant);
        }
        expect(rows.reduce((sum, row) => sum + row.new, 0)).toBe(lists.length);
      }),
    );
  });
});
