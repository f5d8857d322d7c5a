import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffMs, nextAttemptAt } from '../../../electron/data/sync/back-off.ts';
import { createLane } from '../../../electron/data/sync/lane.ts';
import { createPageGuard } from '../../../electron/data/sync/pull/page-guard.ts';

it('waits longer and longer, up to a quarter of an hour, and never without chance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, chance) => {
        const wait = backOffMs(failures, () => chance);
        expect(wait).toBeGreaterThanOrEqual(2_500);
        expect(wait).toBeLessThanOrEqual(15 * 60_000);
        expect(backOffMs(failures + 1, () => chance)).toBeGreaterThanOrEqual(wait);
        expect(Number.isInteger(wait)).toBe(true);
      },
    ),
  );
});

it('comes back when the server says, at least a second and at most an hour later', () => {
  const at = (retryAt: number | null): number => nextAttemptAt(1_000_000, 1, retryAt, () => 0);
  expect(at(1_060_000)).toBe(1_060_000);
  expect(at(0)).toBe(1_001_000);
  expect(at(Number.MAX_SAFE_INTEGER)).toBe(1_000_000 + 60 * 60_000);
  expect(at(null)).toBe(1_002_500);
});

it('runs one thing at a time, in order, also after one has failed', async () => {
  const lane = createLane();
  const seen: string[] = [];
  const piece = (name: string, fails = false) =>
    lane.run(async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const results = await Promise.allSettled([piece('a', true), piece('b'), piece('c')]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});

it('lets a long list through and stops one that goes nowhere', () => {
  const long = createPageGuard();
  for (let page = 0; page < 5_000; page += 1) long.check(`page-${page}`, 1);
  const empty = createPageGuard();
  expect(() => {
    for (let page = 0; page < 1_000; page += 1) empty.check(`page-${page}`, 0);
  }).toThrow('malformed');
  const circle = createPageGuard();
  circle.check('a', 5);
  circle.check('b', 5);
  expect(() => circle.check('a', 5)).toThrow('malformed');
});
