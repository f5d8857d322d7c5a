import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { EventTime } from '../statistics/event-times.ts';
import { coarseTimes } from './coarse-times.ts';
import { HIDDEN, publishCount, shownCount } from './counts.ts';
import type { DisclosureRules } from './rules.ts';

/** Middle of the block a count falls in: with 6, 0 stays 0, 1-6 become 3, 7-12 become 9. Source: OpenSAFELY, midpoint-6. */
export function midpointRound(count: number, block: number): number {
  return count <= 0 ? 0 : Math.ceil(count / block) * block - block / 2;
}

/**
 * A count beside a curve as it may be told: by the same blocks as the curve, for two roundings of one count tell more than
 * either; hidden in the first block.
 */
export function publishInBlocks(count: number, rules: DisclosureRules): PublishedValue {
  if (rules.midpoint === 0) return publishCount(count, rules);
  if (Number.isNaN(count) || count <= (rules.hideZero || count > 0 ? rules.midpoint : -1)) return HIDDEN;
  return shownCount(midpointRound(count, rules.midpoint));
}

/** The number of people a curve is of, as its blocks tell it: whether there is a curve must say no more. */
export function followedInBlocks(followed: number, { midpoint }: DisclosureRules): number {
  if (Number.isNaN(followed)) return 0;
  return midpoint > 0 ? midpointRound(followed, midpoint) : followed;
}

/**
 * A table of event times in which every cumulative count (entered, ended, censored) is rounded to the middle of its block,
 * and what is at risk follows from those: no step of a curve made from it stands for a single person (health.md C.5).
 * Endings of both causes are taken together, because a small number of removals could be read off their difference.
 */
export function midpointTable(rows: readonly EventTime[], block: number): EventTime[] {
  let entered = 0;
  let ended = 0;
  let censored = 0;
  let leftBefore = 0;
  let before = { ended: 0, censored: 0 };
  return rows.map((row) => {
    // At risk = entered − left: late entries show as more at risk than had remained.
    entered = Math.max(entered, row.atRisk + leftBefore);
    ended += row.events + row.competing;
    censored += row.censored;
    leftBefore = ended + censored;
    const rounded = { ended: midpointRound(ended, block), censored: midpointRound(censored, block) };
    const atRisk = Math.max(0, midpointRound(entered, block) - before.ended - before.censored);
    const events = Math.min(atRisk, rounded.ended - before.ended);
    const step = { time: row.time, atRisk, events, competing: 0, censored: rounded.censored - before.censored };
    before = rounded;
    return step;
  });
}

/**
 * The same with both causes told apart, each cumulative count rounded for itself. Only for where enough people ended by each:
 * few removals could be read off it.
 */
export function midpointByCause(rows: readonly EventTime[], block: number): EventTime[] {
  const total = { events: 0, competing: 0, censored: 0 };
  let before = { events: 0, competing: 0, censored: 0 };
  let entered = 0;
  let left = 0;
  return rows.map((row) => {
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
 * A table as everything told of a curve is made from it: in coarse times and rounded where counts are, endings of both
 * causes together.
 */
export function tableAsTold(
  rows: readonly EventTime[],
  time: 'hours' | 'days',
  { midpoint }: DisclosureRules,
): readonly EventTime[] {
  if (midpoint > 0) return midpointTable(coarseTimes(rows, time), midpoint);
  return rows.map((row) => ({ ...row, events: row.events + row.competing, competing: 0 }));
}
