import { describe, expect, it } from 'vitest';
import { inactiveContributors } from '../../../../electron/data/health/metrics/resilience/inactive-contributors.ts';
import { levelFlow, levelMoves } from '../../../../electron/data/health/metrics/resilience/level-moves.ts';
import { stickiness } from '../../../../electron/data/health/metrics/resilience/stickiness.ts';
import { thirtyDayReturners } from '../../../../electron/data/health/metrics/resilience/thirty-day-returners.ts';
import { aFacts, aWindow } from '../../../builders/health-facts.ts';

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * 86_400_000).toISOString().slice(0, 10));

describe('Z11 stickiness', () => {
  it('puts everybody who reacted or more into one bin of distinct days', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-03-31',
      active: {
        Seen: { level: 0, days: daysFrom('2026-01-01', 3) },
        One: { level: 1, days: ['2026-02-01', '2026-02-01'] },
        Three: { level: 2, days: daysFrom('2026-02-01', 3) },
        Four: { level: 2, days: daysFrom('2026-02-01', 4) },
        Thirty: { level: 4, days: daysFrom('2026-02-01', 30) },
        Daily: { level: 1, days: daysFrom('2026-01-01', 90) },
        Before: { level: 1, days: ['2025-12-31'] },
      },
    });
    const result = stickiness.compute(facts, aWindow(facts));
    expect(result.kind === 'counts' && result.rows.map((row) => row.count)).toEqual([1, 1, 1, 0, 1, 1]);
  });
});

describe('Z12 thirty-day returners', () => {
  const countWith = (days: string[]) => {
    const facts = aFacts({ firstDay: '2026-01-01', lastDay: '2026-06-30', active: { Ann: { level: 0, days } } });
    const result = thirtyDayReturners.compute(facts, aWindow(facts));
    return result.kind === 'counts' ? result.rows.map((row) => row.count) : [];
  };

  it('asks for more than 30 days between the first and last sight of 60', () => {
    expect(countWith(['2026-05-02', '2026-06-01'])).toEqual([0, 0]);
    expect(countWith(['2026-05-02', '2026-06-02'])).toEqual([0, 1]);
    // The first of these lies 61 days before the end.
    expect(countWith(['2026-05-01', '2026-06-02'])).toEqual([0, 0]);
  });

  it('says nothing of a period whose 60 days begin before the data', () => {
    const facts = aFacts({
      firstDay: '2026-02-01',
      lastDay: '2026-06-30',
      active: { Ann: { level: 0, days: ['2026-02-01', '2026-03-20'] } },
    });
    const result = thirtyDayReturners.compute(facts, aWindow(facts));
    expect(result.kind === 'counts' && result.rows.map(({ id }) => id)).toEqual(['2026-04-01']);
  });
});

describe('Z13 inactive contributors', () => {
  it('counts people silent for more than 90 days in the period of their last message', () => {
    const facts = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-06-30',
      messages: [
        { at: '2026-01-05', by: 'Ann' },
        // 91 whole days without a message, and 90.
        { at: '2026-03-31', by: 'Ben' },
        { at: '2026-04-01', by: 'Cem' },
        { at: '2026-01-06', by: 'Dee' },
        { at: '2026-06-06', by: 'Dee' },
      ],
    });
    expect(inactiveContributors.compute(facts, aWindow(facts))).toMatchObject({
      rows: [{ id: '2026-01-01', count: 2, period: { complete: true } }],
    });
  });
});

describe('Z14 level moves', () => {
  const at = (level: 0 | 1 | 2 | 3 | 4, ...days: string[]) => ({ level, days });
  const plan = {
    firstDay: '2026-01-01',
    active: {
      Down: at(2, '2026-02-01'),
      Gone: at(1, '2026-02-01'),
      Held: at(3, '2026-02-01', '2026-05-01'),
      New: at(4, '2026-05-01'),
      Up: at(0, '2026-02-01'),
    },
    messages: [{ at: '2026-05-03', by: 'Up' }],
  };

  it('counts up, held and down of those seen in the quarter before', () => {
    const facts = aFacts({ ...plan, lastDay: '2026-06-30' });
    expect(levelMoves.compute(facts, aWindow(facts))).toMatchObject({
      kind: 'parts',
      parts: [{ id: 'up' }, { id: 'held' }, { id: 'down', side: 'below' }],
      rows: [{ id: '2026-04-01', counts: [1, 1, 2] }],
    });
  });

  it('counts up at once and down only when the quarter is over', () => {
    const facts = aFacts({ ...plan, lastDay: '2026-05-20' });
    for (const unit of ['quarter', 'month'] as const) {
      expect(levelMoves.compute(facts, aWindow(facts, unit))).toMatchObject({ rows: [{ counts: [1, 3, 0] }] });
    }
  });

  it('tells from which level to which', () => {
    const facts = aFacts({ ...plan, lastDay: '2026-06-30' });
    const result = levelFlow.compute(facts, aWindow(facts));
    const counts =
      'cells' in result ? result.cells.map((row) => row.map((cell) => cell && 'count' in cell && cell.count)) : [];
    expect(counts).toEqual([
      [0, 0, 0, 1, 0, 0],
      [1, 0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
  });
});
