import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalDirections, judgeGoal } from '../../../shared/domain/health/goal.ts';

const number = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.double({ min: 0, max: 1_000_000, noNaN: true, noDefaultInfinity: true }),
);
const interval = fc.tuple(number, number).map(([a, b]) => ({ lower: Math.min(a, b), upper: Math.max(a, b) }));
const direction = fc.constantFrom(...goalDirections);

describe('a goal', () => {
  it('is never missed while the interval contains the target', () => {
    fc.assert(
      fc.property(interval, direction, fc.double({ min: 0, max: 1, noNaN: true }), (range, way, share) => {
        const inside = Math.min(range.upper, range.lower + (range.upper - range.lower) * share);
        expect(judgeGoal(range, way, inside)).not.toBe('missed');
      }),
    );
  });

  it('is missed one way only where it is met the other way', () => {
    fc.assert(
      fc.property(interval, number, (range, target) => {
        const [least, most] = goalDirections.map((way) => judgeGoal(range, way, target));
        if (least === 'missed') expect(most).toBe('met');
        if (most === 'missed') expect(least).toBe('met');
        if (least === 'unclear') expect(most).not.toBe('missed');
      }),
    );
  });

  it('never gets better for a wider interval', () => {
    fc.assert(
      fc.property(interval, number, number, direction, (range, more, target, way) => {
        const wider = { lower: range.lower - more, upper: range.upper + more };
        const state = judgeGoal(wider, way, target);
        if (state !== 'unclear') expect(judgeGoal(range, way, target)).toBe(state);
      }),
    );
  });
});
