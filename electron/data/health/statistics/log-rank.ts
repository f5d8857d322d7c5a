import type { EventTime } from './event-times.ts';
import { chiSquareTailOneDegree } from './normal.ts';

/** Result of comparing two groups; observed and expected events in the order given, without weights. */
export interface LogRankTest {
  readonly observed: readonly [number, number];
  readonly expected: readonly [number, number];
  readonly chiSquare: number;
  readonly pValue: number;
}

/** Which times count most. The plain test, the one Hearth tells, weighs all alike; the others give early times more. */
export type LogRankWeight = 'log-rank' | 'wilcoxon' | 'tarone-ware' | 'peto';

/**
 * Weight of an event time. Wilcoxon (Gehan 1965, Breslow) n; Tarone and Ware 1977 √n; Peto and Peto 1972
 * S̃ = Π (1 − d/(n+1)) of both groups together, up to and including the time.
 */
const WEIGHTS: Readonly<Record<LogRankWeight, (atRisk: number, petoSurvival: number) => number>> = {
  'log-rank': () => 1,
  wilcoxon: (atRisk) => atRisk,
  'tarone-ware': (atRisk) => Math.sqrt(atRisk),
  peto: (_, petoSurvival) => petoSurvival,
};

/** Fewest events each group needs for a test; own threshold of health.md B.5.2. */
const FEWEST_EVENTS = 10;

/** Whether both groups have events enough for a test (10 each); otherwise say "too few to test". Source: health.md B.5.2. */
export function enoughToTest(first: readonly EventTime[], second: readonly EventTime[]): boolean {
  return Math.min(eventsIn(first), eventsIn(second)) >= FEWEST_EVENTS;
}

/** Events in a table of event times. */
export function eventsIn(rows: readonly EventTime[]): number {
  return rows.reduce((sum, { events }) => sum + events, 0);
}

/** How the test is done. */
export interface LogRankOptions {
  readonly weight?: LogRankWeight;
  /**
   * Events by which tables may be off because their counts were rounded. Taken off the difference, as a continuity
   * correction is; without it rounded tables of groups of unlike size would differ far too often.
   */
  readonly slack?: number;
}

/**
 * Two-group log-rank test (one degree of freedom), with hypergeometric variance for ties, from two tables of event times, so
 * that rounded ones can be given. Competing endings leave the risk set like censored ones. Nobody may enter late: a table
 * knows only at its own times who is at risk. Undefined where no event time has both a remaining risk and a variance.
 * Source: Mantel 1966; health.md W1, W2, W9.
 */
export function logRank(
  first: readonly EventTime[],
  second: readonly EventTime[],
  { weight = 'log-rank', slack = 0 }: LogRankOptions = {},
): LogRankTest | undefined {
  const at = [tableReader(first), tableReader(second)] as const;
  const observed: [number, number] = [0, 0];
  const expected: [number, number] = [0, 0];
  let difference = 0;
  let variance = 0;
  let petoSurvival = 1;
  for (const time of eventTimesOf(first, second)) {
    const [one, other] = [at[0](time), at[1](time)];
    const [n, d] = [one.atRisk + other.atRisk, one.events + other.events];
    petoSurvival *= 1 - d / (n + 1);
    const w = WEIGHTS[weight](n, petoSurvival);
    observed[0] += one.events;
    observed[1] += other.events;
    expected[0] += (d * one.atRisk) / n;
    expected[1] += (d * other.atRisk) / n;
    difference += w * (one.events - (d * one.atRisk) / n);
    if (n > 1) variance += w * w * ((d * one.atRisk * other.atRisk * (n - d)) / (n * n * (n - 1)));
  }
  if (!(variance > 0)) return undefined;
  const chiSquare = Math.max(0, Math.abs(difference) - slack) ** 2 / variance;
  return { observed, expected, chiSquare, pValue: chiSquareTailOneDegree(chiSquare) };
}

/** Every time at which either group has an event, ascending. */
export function eventTimesOf(first: readonly EventTime[], second: readonly EventTime[]): number[] {
  const times = new Set([...first, ...second].filter(({ events }) => events > 0).map(({ time }) => time));
  return [...times].sort((a, b) => a - b);
}

/** Tells who is at risk and who has the event at a time; ask for ascending times only, it goes through the table once. */
function tableReader(rows: readonly EventTime[]): (time: number) => { atRisk: number; events: number } {
  let at = 0;
  return (time) => {
    while (at < rows.length && (rows[at]?.time ?? 0) < time) at += 1;
    const row = rows[at];
    return { atRisk: row?.atRisk ?? 0, events: row?.time === time ? row.events : 0 };
  };
}
