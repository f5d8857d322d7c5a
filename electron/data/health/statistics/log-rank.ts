import type { FollowUp } from './event-times.ts';
import { chiSquareTailOneDegree } from './normal.ts';

/** Result of comparing two groups; observed and expected events in the order given. */
export interface LogRankTest {
  readonly observed: readonly [number, number];
  readonly expected: readonly [number, number];
  readonly chiSquare: number;
  readonly pValue: number;
}

/** Weight of an event time: 1 for log-rank, n for Wilcoxon (Gehan), √n for Tarone-Ware. */
export type LogRankWeight = (atRisk: number) => number;

/**
 * Two-group log-rank test (one degree of freedom), with hypergeometric variance for ties.
 * Undefined where no event time has both a remaining risk and a variance. Source: Mantel 1966; health.md W1, W2, W9.
 */
export function logRank(
  first: readonly FollowUp[],
  second: readonly FollowUp[],
  weight: LogRankWeight = () => 1,
): LogRankTest | undefined {
  const times = [...new Set([...first, ...second].filter((p) => p.ending === 'event').map((p) => p.time))].sort(
    (a, b) => a - b,
  );
  const observed: [number, number] = [0, 0];
  const expected: [number, number] = [0, 0];
  let difference = 0;
  let variance = 0;
  for (const time of times) {
    const [n1, n2] = [atRiskAt(first, time), atRiskAt(second, time)];
    const [d1, d2] = [eventsAt(first, time), eventsAt(second, time)];
    const [n, d] = [n1 + n2, d1 + d2];
    observed[0] += d1;
    observed[1] += d2;
    expected[0] += (d * n1) / n;
    expected[1] += (d * n2) / n;
    const w = weight(n);
    difference += w * (d1 - (d * n1) / n);
    if (n > 1) variance += w * w * ((d * n1 * n2 * (n - d)) / (n * n * (n - 1)));
  }
  if (!(variance > 0)) return undefined;
  const chiSquare = (difference * difference) / variance;
  return { observed, expected, chiSquare, pValue: chiSquareTailOneDegree(chiSquare) };
}

function atRiskAt(people: readonly FollowUp[], time: number): number {
  return people.filter((person) => (person.entry ?? Number.NEGATIVE_INFINITY) < time && person.time >= time).length;
}

function eventsAt(people: readonly FollowUp[], time: number): number {
  return people.filter((person) => person.ending === 'event' && person.time === time).length;
}
