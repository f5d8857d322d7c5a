import { performance } from 'node:perf_hooks';

export interface Timing {
  /** Milliseconds on the clock. */
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
  readonly runs: number;
  /** Milliseconds of processor time at the median: what is left of the time when nobody else wants the machine. */
  readonly processor?: number;
}

/** One of several questions behind a figure. */
export interface Part extends Timing {
  readonly name: string;
}

/** One line of the result: a figure, what it is held against, and the ratio between them. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | '/s' | 'MiB' | '/1000';
  readonly against: string;
  readonly baseline: number;
  /** value divided by baseline. */
  readonly ratio: number;
  /** What DESIGN.md ("Speed") asks of the ratio; null where it asks nothing. */
  readonly target: string | null;
  readonly met: boolean | null;
  /** What the figure was put together from, for whoever reads the JSON. */
  readonly parts?: readonly Part[];
}

/** A limit of DESIGN.md that is a time of its own, in milliseconds. */
export interface Limit {
  readonly name: string;
  readonly milliseconds: number;
}

export const oneFrame: Limit = { name: 'one frame', milliseconds: 1000 / 60 };
export const twoFrames: Limit = { name: 'two frames', milliseconds: 33 };
export const fiftyMilliseconds: Limit = { name: '50 ms', milliseconds: 50 };

/** Times `work` `runs` times after a warm-up. `before` runs ahead of each, off the clock. */
export async function timeRuns(
  runs: number,
  work: (run: number) => unknown,
  before: (run: number) => unknown = () => undefined,
): Promise<Timing> {
  const times: number[] = [];
  const processor: number[] = [];
  const warmUp = Math.min(3, runs);
  for (let run = -warmUp; run < runs; run += 1) {
    await before(run + warmUp);
    const used = process.cpuUsage();
    const began = performance.now();
    await work(run + warmUp);
    const took = performance.now() - began;
    if (run < 0) continue;
    times.push(took);
    processor.push(processorTime(used));
  }
  return { ...summarise(times), processor: medianOf(processor) };
}

function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/**
 * Milliseconds of processor time that `work` takes, once. For long work of one thread that waits for nothing: on an idle
 * machine it is the time on the clock, and on a busy one it still is.
 */
export async function timeOnce(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const used = process.cpuUsage();
  await work();
  return processorTime(used);
}

/** Median, 95th percentile (nearest rank) and worst of times in milliseconds. */
export function summarise(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? Number.NaN, runs: times.length };
}

/** The median of some figures. */
export function medianOf(values: readonly number[]): number {
  return summarise(values).median;
}

type Baseline = Pick<Measurement, 'against' | 'baseline'>;

/** A figure whose ratio must stay under a limit; null for one that is only told. */
export function atMost(
  figure: Pick<Measurement, 'name' | 'value' | 'parts'> & { readonly unit?: 'ms' | 'MiB' | '/1000' },
  { against, baseline }: Baseline,
  limit: number | null,
): Measurement {
  const ratio = figure.value / baseline;
  const target = limit === null ? null : `<= ${limit}`;
  return { unit: 'ms', ...figure, against, baseline, ratio, target, met: limit === null ? null : ratio <= limit };
}

/** A speed (per second) whose ratio must reach a floor; null for one that is only told. */
export function atLeast(
  figure: Pick<Measurement, 'name' | 'value' | 'parts'>,
  { against, baseline }: Baseline,
  floor: number | null,
): Measurement {
  const ratio = figure.value / baseline;
  const target = floor === null ? null : `>= ${floor}`;
  return { unit: '/s', ...figure, against, baseline, ratio, target, met: floor === null ? null : ratio >= floor };
}

/** The worst p95 among some questions, held against a limit: an average would hide the one question that is slow. */
export function worstWithin(name: string, parts: readonly Part[], limit: Limit): Measurement {
  const slowest = parts.reduce((worst, part) => (part.p95 > worst.p95 ? part : worst));
  const told = parts.length === 1 ? name : `${name}: slowest of ${parts.length} is ${slowest.name}`;
  return atMost({ name: told, value: slowest.p95, parts }, { against: limit.name, baseline: limit.milliseconds }, 1);
}
