import { everAtRisk, type FollowUp } from './event-times.ts';
import { chiSquareTailOneDegree } from './normal.ts';

/** Result of comparing two groups; observed and expected events in the order given, without weights. */
export interface LogRankTest {
  readonly observed: readonly [number, number];
  readonly expected: readonly [number, number];
  readonly chiSquare: number;
  readonly pValue: number;
}

/** Which times count most. The plain test weighs all alike; the others give early times more. */
export type LogRankWeight = 'log-rank' | 'wilcoxon' | 'tarone-ware' | 'peto';

/** How the test is done. */
export interface LogRankOptions {
  readonly weight?: LogRankWeight;
}

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

/**
 * Two-group log-rank test (one degree of freedom), with hypergeometric variance for ties and delayed entry.
 * Competing endings leave the risk set like censored ones, so the test compares how fast the event itself comes.
 * Undefined where no event time has both a remaining risk and a variance. Source: Mantel 1966; health.md W1, W2, W9.
 */
export function logRank(
  first: readonly FollowUp[],
  second: readonly FollowUp[],
  { weight = 'log-rank' }: LogRankOptions = {},
): LogRankTest | undefined {
  const events = eventsByTime(first, second);
  const atRisk = [riskCounter(first), riskCounter(second)] as const;
  const observed: [number, number] = [0, 0];
  const expected: [number, number] = [0, 0];
  let difference = 0;
  let variance = 0;
  let petoSurvival = 1;
  for (const [time, [d1, d2]] of events) {
    const [n1, n2] = [atRisk[0](time), atRisk[1](time)];
    const [n, d] = [n1 + n2, d1 + d2];
    petoSurvival *= 1 - d / (n + 1);
    const w = WEIGHTS[weight](n, petoSurvival);
    observed[0] += d1;
    observed[1] += d2;
    expected[0] += (d * n1) / n;
    expected[1] += (d * n2) / n;
    difference += w * (d1 - (d * n1) / n);
    if (n > 1) variance += w * w * ((d * n1 * n2 * (n - d)) / (n * n * (n - 1)));
  }
  if (!(variance > 0)) return undefined;
  const chiSquare = (difference * difference) / variance;
  return { observed, expected, chiSquare, pValue: chiSquareTailOneDegree(chiSquare) };
}

/** Events of each group at every time that has one, times ascending. */
function eventsByTime(first: readonly FollowUp[], second: readonly FollowUp[]): [number, [number, number]][] {
  const byTime = new Map<number, [number, number]>();
  for (const [group, people] of [first, second].entries()) {
    for (const person of people) {
      if (person.ending !== 'event' || !everAtRisk(person)) continue;
      const counts = byTime.get(person.time) ?? [0, 0];
      counts[group === 0 ? 0 : 1] += 1;
      byTime.set(person.time, counts);
    }
  }
  return [...byTime].sort(([a], [b]) => a - b);
}

/** Tells how many of a group are at risk at a time; ask for ascending times only, it goes through the group once. */
function riskCounter(people: readonly FollowUp[]): (time: number) => number {
  const observed = people.filter(everAtRisk);
  const entries = Float64Array.from(observed, (person) => person.entry ?? Number.NEGATIVE_INFINITY).sort();
  const exits = Float64Array.from(observed, (person) => person.time).sort();
  let entered = 0;
  let left = 0;
  return (time) => {
    while (entered < entries.length && (entries[entered] ?? 0) < time) entered += 1;
    while (left < exits.length && (exits[left] ?? 0) < time) left += 1;
    return entered - left;
  };
}
