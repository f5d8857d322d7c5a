const first = 250;
const longest = 30_000;

/** Milliseconds to wait before the data process is started again after its nth death in a row, n from 1. Doubles. */
export function restartDelay(deaths: number): number {
  return Math.min(longest, first * 2 ** Math.max(0, deaths - 1));
}
