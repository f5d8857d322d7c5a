import { describe, expect, it } from 'vitest';
import { dayNumberOf } from '../../../electron/data/health/calendar/civil-day.ts';
import { fittingReturn } from '../../../electron/data/health/fitting-return.ts';
import { activeWeeks } from '../../builders/active-weeks.ts';

const start = dayNumberOf({ year: 2025, month: 1, day: 6 });
const lastDay = dayNumberOf({ year: 2026, month: 6, day: 30 });

/** So many people join each week, and come back a week later. */
function joining(perWeek: number, weeks = 70) {
  const people = new Map<number, number[]>();
  for (let week = 0; week < weeks; week += 1) {
    for (let one = 0; one < perWeek; one += 1) {
      const day = start + week * 7;
      people.set(1 + people.size, [day, day + 7]);
    }
  }
  return activeWeeks(people);
}

describe('the step of a return table', () => {
  it('is the finest whose cohorts hold the thirty people that a percentage needs', () => {
    expect(fittingReturn(joining(30), 'fit', { lastDay }).unit).toBe('week');
    expect(fittingReturn(joining(8), 'fit', { lastDay }).unit).toBe('month');
    expect(fittingReturn(joining(3), 'fit', { lastDay }).unit).toBe('quarter');
  });

  it('is not chosen for one crowded week among empty ones', () => {
    const people = new Map<number, number[]>();
    for (let one = 0; one < 40; one += 1) people.set(1 + one, [start, start + 7]);
    for (let week = 1; week < 70; week += 1) people.set(41 + week, [start + week * 7]);
    expect(fittingReturn(activeWeeks(people), 'fit', { lastDay }).unit).not.toBe('week');
  });

  it('is the longest with a complete return where none says anything', () => {
    expect(fittingReturn(joining(1), 'fit', { lastDay }).unit).toBe('quarter');
    expect(fittingReturn(joining(1, 3), 'fit', { lastDay: start + 25 }).unit).toBe('week');
    expect(fittingReturn(activeWeeks(new Map()), 'fit', { lastDay }).rows).toEqual([]);
  });

  it('stays what was asked for', () => {
    expect(fittingReturn(joining(3), 'week', { lastDay }).unit).toBe('week');
    expect(fittingReturn(joining(30), 'quarter', { lastDay }).unit).toBe('quarter');
  });
});
