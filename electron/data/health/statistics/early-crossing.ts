import type { EventTime } from './event-times.ts';
import { kaplanMeier, type SurvivalStep, stepAt } from './kaplan-meier.ts';
import { eventsIn, eventTimesOf } from './log-rank.ts';
import { Z_95 } from './normal.ts';

/**
 * Whether two curves cross early, so that one log-rank test would set an early gain off against a later loss: up to the time
 * by which half of all events have come, each lies above the other at some time by more than chance explains (|S₁ − S₂| over
 * Greenwood's standard error of the difference is beyond 1.96). `slack`: events by which a table may be off, as in `logRank`; a
 * distance that could be rounding is none. That early means the first half is Hearth's own; health.md B.5.2 sets no measure.
 */
export function crossEarly(first: readonly EventTime[], second: readonly EventTime[], slack = 0): boolean {
  const [one, other] = [kaplanMeier(first), kaplanMeier(second)];
  const [people, others] = [first[0]?.atRisk ?? 0, second[0]?.atRisk ?? 0];
  const rounding = slack > 0 ? slack / people + slack / others : 0;
  let above = false;
  let below = false;
  for (const time of firstHalf(first, second)) {
    const distance = distanceAt(stepAt(one, time), stepAt(other, time), rounding);
    above ||= distance > Z_95;
    below ||= distance < -Z_95;
  }
  return above && below;
}

/** Event times of either group up to the one by which half of all events have come. */
function firstHalf(first: readonly EventTime[], second: readonly EventTime[]): number[] {
  const half = (eventsIn(first) + eventsIn(second)) / 2;
  const upTo = (time: number) => eventsIn([...first, ...second].filter((row) => row.time <= time));
  const times = eventTimesOf(first, second);
  const last = times.findIndex((time) => upTo(time) >= half);
  return times.slice(0, last + 1);
}

/** Difference of two survivals over its standard error; 0 where a curve has ended at nobody or neither has begun. */
function distanceAt(one: SurvivalStep | undefined, other: SurvivalStep | undefined, rounding: number): number {
  const [a, b] = [one ?? START, other ?? START];
  if (a.variance === undefined || b.variance === undefined) return 0;
  const error = Math.sqrt(a.survival ** 2 * a.variance + b.survival ** 2 * b.variance);
  const difference = a.survival - b.survival;
  return error > 0 ? (Math.sign(difference) * Math.max(0, Math.abs(difference) - rounding)) / error : 0;
}

/** Before the first row of a table everybody is still without the event. */
const START: Pick<SurvivalStep, 'survival' | 'variance'> = { survival: 1, variance: 0 };
