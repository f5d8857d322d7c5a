import type { DayNumber } from '../calendar/civil-day.ts';
import type { Ending, FollowUp } from '../statistics/event-times.ts';
import type { ActiveDays } from './active-days.ts';

/** How a person's account ended, if it did: removed by moderators, or deleted by the person. */
export interface AccountEnd {
  readonly day: DayNumber;
  readonly how: 'removed' | 'deleted';
}

/** What turns active days into follow-ups. */
export interface StayOptions {
  /** Last complete day of data, inclusive. */
  readonly lastDay: DayNumber;
  /** G: more than this many inactive days in a row count as having lapsed. */
  readonly gap: number;
  /** Account ends by person's position. */
  readonly ends?: ReadonlyMap<number, AccountEnd>;
  /** Accounts removed as spam before anybody saw a message, by position: in no curve, and counted beside it, all of them. */
  readonly spam?: ReadonlySet<number>;
  /** People active before the data starts, by position: the day they joined, or undefined where nobody knows it. */
  readonly joinedEarlier?: ReadonlyMap<number, DayNumber | undefined>;
  /** First day of the community's data; the first active day of these people unless given. Give it for a group. */
  readonly dataStart?: DayNumber;
}

/** Follow-ups in days since joining, and who had to be left out. */
export interface StayFollowUps {
  readonly followUps: readonly FollowUp[];
  /** Joined so late that nothing can be known about them yet. */
  readonly tooRecent: number;
  /** Joined before the data starts, on a day nobody knows, or had lapsed before they were met. */
  readonly joinedEarlier: number;
}

/**
 * Rules of health.md B.4. Origin is the first active day. The event is the start of the first run of more than G inactive
 * days. Status is known for everybody up to D* = last day − G: an event up to D* counts, everyone else is censored at D*,
 * because censoring at the last activity would tie censoring to the outcome. Later comebacks don't undo an event.
 *
 * Who joined before the data starts is at risk from the data's first day on (delayed entry, W7), also where their own first
 * stored day is a later one: a lapse in between would have come right after an active day, and so be in the data.
 */
export function stayFollowUps(active: ActiveDays, options: StayOptions): StayFollowUps {
  const knownTo = options.lastDay - options.gap;
  const dataStart = options.dataStart ?? earliestDay(active);
  const followUps: FollowUp[] = [];
  let tooRecent = 0;
  let joinedEarlier = 0;
  for (let person = 0; person < active.people; person += 1) {
    const days = active.days.subarray(active.offsets[person], active.offsets[person + 1]);
    const firstDay = days[0];
    if (firstDay === undefined) continue;
    if (options.spam?.has(person)) continue;
    const early = options.joinedEarlier?.has(person) ?? false;
    const origin = early ? options.joinedEarlier?.get(person) : firstDay;
    if (origin === undefined || (early && lapsedBefore(firstDay, dataStart, options.gap))) {
      joinedEarlier += 1;
      continue;
    }
    if ((early ? dataStart : firstDay) > knownTo) {
      tooRecent += 1;
      continue;
    }
    const outcome = stayOutcome(days, options.ends?.get(person), options.gap, knownTo);
    const entry = early ? { entry: Math.max(0, dataStart - origin) } : {};
    followUps.push({ ...entry, time: outcome.day - origin, ending: outcome.ending });
  }
  return { followUps, tooRecent, joinedEarlier };
}

/** Whether somebody who joined before the data was silent in it for so long that the first spell was over when they came. */
export function lapsedBefore(met: DayNumber, dataStart: DayNumber, gap: number): boolean {
  return met - dataStart > gap;
}

/** How and on which day a follow-up ended; a censored one ends on the last day that is known for everybody. */
export interface StayOutcome {
  readonly day: DayNumber;
  readonly ending: Ending;
}

/** What became of one person with these active days (at least one), as far as `knownTo`, by the rules of health.md B.4. */
export function stayOutcome(
  days: Int32Array,
  end: AccountEnd | undefined,
  gap: number,
  knownTo: DayNumber,
): StayOutcome {
  return outcomeOfLapse(firstLapse(days, gap), end, gap, knownTo);
}

/** The same from the day on which the first run of more than G inactive days began; the run after the last day counts. */
export function outcomeOfLapse(
  lapse: DayNumber,
  end: AccountEnd | undefined,
  gap: number,
  knownTo: DayNumber,
): StayOutcome {
  // A run of more than G inactive days that was already complete when the account ended stands; otherwise the end does.
  const endedFirst = end !== undefined && end.day <= lapse + gap;
  const day = endedFirst ? end.day : lapse;
  if (day > knownTo) return { day: knownTo, ending: 'censored' };
  return { day, ending: endedFirst && end.how === 'removed' ? 'competing' : 'event' };
}

/** Day after the last active day before the first gap of more than `gap` days; the run after the last day counts as one. */
function firstLapse(days: Int32Array, gap: number): DayNumber {
  for (let at = 1; at < days.length; at += 1) {
    const before = days[at - 1] ?? 0;
    if ((days[at] ?? 0) - before - 1 > gap) return before + 1;
  }
  return (days[days.length - 1] ?? 0) + 1;
}

function earliestDay({ days }: ActiveDays): DayNumber {
  let earliest = Number.POSITIVE_INFINITY;
  for (const day of days) if (day < earliest) earliest = day;
  return earliest;
}
