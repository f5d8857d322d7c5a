import { describe, expect, it } from 'vitest';
import { standIns } from '../../stand-ins/all.ts';
import { randomRun } from './random-run.ts';

/** A short, fixed part of what `npm run faults` does for as long as asked. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(Object.keys(standIns))('random trouble on %s', (platform) => {
  it.each(seeds)('loses and repeats nothing, seed %i', async (seed) => {
    const run = await randomRun(platform, seed);
    expect(run.wrong).toEqual([]);
  });

  it('is the same trouble for the same seed', async () => {
    const [first, second] = [await randomRun(platform, 3), await randomRun(platform, 3)];
    expect([...second.injected.keys()]).toEqual([...first.injected.keys()]);
    expect(second.decisions).toBe(first.decisions);
  });
});
