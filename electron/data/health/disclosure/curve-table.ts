import type { EventTime } from '../statistics/event-times.ts';
import { coarseTimes } from './coarse-times.ts';
import { midpointRound } from './midpoint.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * A table of event times in which every cumulative count (entered, ended by each cause, censored) is rounded to the middle of
 * its block, and what is at risk follows from those: no step of a curve made from it stands for a single person (health.md
 * C.5). Only for where enough people ended by each cause: few removals could be read off it.
 */
export function midpointByCause(rows: readonly EventTime[], block: number): EventTime[] {
  const total = { events: 0, competing: 0, censored: 0 };
  let before = { events: 0, competing: 0, censored: 0 };
  let entered = 0;
  let left = 0;
  return rows.map((row) => {
    // At risk = entered − left: late entries show as more at risk than had remained.
    entered = Math.max(entered, row.atRisk + left);
    total.events += row.events;
    total.competing += row.competing;
    total.censored += row.censored;
    left = total.events + total.competing + total.censored;
    const rounded = {
      events: midpointRound(total.events, block),
      competing: midpointRound(total.competing, block),
      censored: midpointRound(total.censored, block),
    };
    const atRisk = Math.max(0, midpointRound(entered, block) - before.events - before.competing - before.censored);
    const events = Math.min(atRisk, rounded.events - before.events);
    const competing = Math.min(atRisk - events, rounded.competing - before.competing);
    const step = { time: row.time, atRisk, events, competing, censored: rounded.censored - before.censored };
    before = rounded;
    return step;
  });
}

/**
 * A table as a curve is drawn from it: where counts are rounded in coarse times and blocks, endings of both causes together,
 * because a small number of removals could be read off their difference; else as it is.
 */
export function roundedTable(
  rows: readonly EventTime[],
  time: 'hours' | 'days',
  { midpoint }: DisclosureRules,
): readonly EventTime[] {
  return midpoint > 0 ? midpointByCause(causesTogether(coarseTimes(rows, time)), midpoint) : rows;
}

/** Endings of both causes as one, whatever is rounded. */
export function causesTogether(rows: readonly EventTime[]): EventTime[] {
  return rows.map((row) => ({ ...row, events: row.events + row.competing, competing: 0 }));
}
