import { performance } from 'node:perf_hooks';

export interface Timing {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** One line of the result: a figure, what it is held against, and the ratio between them. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against: string;
  readonly baseline: number;
  /** value divided by baseline. */
  readonly ratio: number;
  /** What DESIGN.md ("Speed") asks of the ratio. */
  readonly target: string;
  readonly met: boolean;
}

/** Runs `work` `runs` times after a warm-up and tells the median and the 95th percentile. */
export async function timeRuns(runs: number, work: (run: number) => unknown): Promise<Timing> {
  for (let warm = 0; warm < Math.min(5, runs); warm += 1) await work(warm);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work(run);
    times.push(performance.now() - began);
  }
  return summarise(times);
}

/** Milliseconds that `work` takes, once. */
export async function timeOnce(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Median and 95th percentile of times in milliseconds. */
export function summarise(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), runs: times.length };
}

/** A measurement whose ratio must stay under a limit. */
export function atMost(name: string, value: number, against: string, baseline: number, limit: number): Measurement {
  const ratio = value / baseline;
  return { name, value, unit: 'ms', against, baseline, ratio, target: `<= ${limit}`, met: ratio <= limit };
}

/** A measurement (per second) whose ratio must reach a floor. */
export function atLeast(name: string, value: number, against: string, baseline: number, floor: number): Measurement {
  const ratio = value / baseline;
  return { name, value, unit: '/s', against, baseline, ratio, target: `>= ${floor}`, met: ratio >= floor };
}
