import type { RawEstimate } from '../raw-result.ts';

/**
 * Smallest value by which a share of things is reached, where `counts[v]` of them have the value v (nearest rank:
 * the 90th percentile of ten things is the ninth).
 */
export function quantileOfCounts(share: number): (counts: readonly number[]) => RawEstimate | undefined {
  return (counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const rank = Math.max(1, Math.ceil(total * share - ROUNDING));
    let passed = 0;
    for (const [value, count] of counts.entries()) {
      passed += count;
      if (total > 0 && passed >= rank) return { value };
    }
    return undefined;
  };
}

/** Lets 0.9 of ten be nine and not the next whole number after 9.000000000000002. */
const ROUNDING = 1e-9;

/** How many of some durations (in whole days, never below 0) last each number of days, as far as `most`, which takes the rest. */
export function countsByDay(days: readonly number[], most: number): number[] {
  const largest = days.reduce((known, day) => Math.max(known, day), 0);
  const longest = Math.min(most, largest);
  const counts = new Array<number>(longest + 1).fill(0);
  for (const day of days) counts[Math.min(day, longest)] = (counts[Math.min(day, longest)] ?? 0) + 1;
  return counts;
}
