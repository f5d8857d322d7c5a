import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PriorityFacts, prioritize, priorityAt } from '../../../electron/data/cases/priority.ts';
import { reportCategories } from '../../../shared/domain/report.ts';
import { testNow } from '../../builders/insert-row.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;

function facts(overrides: Partial<PriorityFacts> = {}): PriorityFacts {
  return {
    category: 'other',
    reports: 1,
    reporters: 1,
    earlierUpheld: 0,
    escalated: false,
    reopened: false,
    openedAt: testNow,
    ...overrides,
  };
}

const anyFacts = fc.record({
  category: fc.constantFrom(...reportCategories),
  reports: fc.integer({ min: 1, max: 10_000 }),
  reporters: fc.integer({ min: 1, max: 10_000 }),
  earlierUpheld: fc.nat({ max: 1_000 }),
  escalated: fc.boolean(),
  reopened: fc.boolean(),
  openedAt: fc.integer({ min: testNow - 20 * year, max: testNow }),
});

describe('the order of the queue', () => {
  it('puts crisis before outing before everything else, whatever else is true', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (one, other) => {
        const crisis = prioritize({ ...one, category: 'crisis' }).order;
        const outing = prioritize({ ...other, category: 'outing' }).order;
        expect(crisis).toBeGreaterThan(outing);
        if (one.category !== 'crisis' && one.category !== 'outing') {
          expect(outing).toBeGreaterThan(prioritize(one).order);
        }
      }),
    );
  });

  it('does not let a crowd outrun a person who is harassed by one', () => {
    const crowd = prioritize(facts({ category: 'spam', reports: 5_000, reporters: 5_000 }));
    const few = prioritize(facts({ category: 'spam', reports: 5, reporters: 5 }));
    expect(crowd.order - few.order).toBeLessThan(
      prioritize(facts({ category: 'harassment' })).order - prioritize(facts({ category: 'spam' })).order,
    );
  });

  it('keeps its order while time passes, because everything ages alike', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, fc.nat({ max: 10 * year }), (one, other, later) => {
        const gap = (now: number): number =>
          priorityAt(prioritize(one).reasons, one.openedAt, now).points -
          priorityAt(prioritize(other).reasons, other.openedAt, now).points;
        // Shown points are whole, so the gap may wobble by one.
        expect(Math.abs(gap(testNow) - gap(testNow + later))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives reasons that add up to what is shown, and never a negative age', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: -year, max: year }), (one, turn) => {
        const { points, reasons } = priorityAt(prioritize(one).reasons, one.openedAt, testNow + turn);
        expect(reasons.reduce((sum, part) => sum + part.points, 0)).toBe(points);
        expect(reasons.every((part) => part.points > 0)).toBe(true);
      }),
    );
  });

  it('lets what waited long overtake what is a little louder', () => {
    const old = prioritize(facts({ category: 'spam', openedAt: testNow - 200 * hour }));
    expect(old.order).toBeGreaterThan(prioritize(facts({ category: 'harassment' })).order);
  });
});
