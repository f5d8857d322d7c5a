import { IANAZone } from 'luxon';
import type { DayNumber } from './civil-day.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
/** Wider than any offset from UTC together with any shift of a clock, so that both sides of a change are seen. */
const CLEAR_OF_A_CLOCK_CHANGE = 38 * 3_600_000;

/** Turns instants into calendar days of one IANA zone and back; remembers the borders it has worked out. */
export interface LocalDays {
  readonly zone: string;
  /** The day on whose local date the instant (ms since 1970, UTC) falls. */
  dayOf(instantMs: number): DayNumber;
  /** First instant (ms since 1970, UTC) of the day. A date that a zone skipped starts where the next one does. */
  startOf(day: DayNumber): number;
}

/** True where the name is an IANA zone that this runtime knows. */
export function isKnownZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/**
 * Day borders of a zone by calendar arithmetic, never by adding 24 hours: a day with a clock change has 23 or 25 of them.
 * Borders are computed once and kept, so a pass over millions of activities costs a few array reads each.
 * Throws RangeError for a zone this runtime does not know.
 */
export function localDaysIn(zone: string): LocalDays {
  if (!isKnownZone(zone)) throw new RangeError('unknown time zone');
  const rules = IANAZone.create(zone);
  const starts = new Map<DayNumber, number>();

  function startOf(day: DayNumber): number {
    let start = starts.get(day);
    if (start === undefined) {
      start = firstInstantOf(day, (instant) => rules.offset(instant) * MS_PER_MINUTE);
      starts.set(day, start);
    }
    return start;
  }

  let current = 0;
  let currentStart = startOf(0);
  let currentEnd = startOf(1);

  function dayOf(instantMs: number): DayNumber {
    // Activities arrive nearly in order: most fall on the day of the one before.
    if (instantMs >= currentStart && instantMs < currentEnd) return current;
    let day = Math.floor(instantMs / MS_PER_DAY);
    while (startOf(day) > instantMs) day -= 1;
    while (startOf(day + 1) <= instantMs) day += 1;
    current = day;
    currentStart = startOf(day);
    currentEnd = startOf(day + 1);
    return day;
  }

  return { zone, dayOf, startOf };
}

function firstInstantOf(day: DayNumber, offsetAt: (instantMs: number) => number): number {
  const midnightUtc = day * MS_PER_DAY;
  let before = midnightUtc - CLEAR_OF_A_CLOCK_CHANGE;
  let after = midnightUtc + CLEAR_OF_A_CLOCK_CHANGE;
  const offsetBefore = offsetAt(before);
  const offsetAfter = offsetAt(after);
  if (offsetBefore === offsetAfter) return midnightUtc - offsetBefore;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offsetBefore) before = middle;
    else after = middle;
  }
  const change = after;
  const midnightByOldClock = midnightUtc - offsetBefore;
  return midnightByOldClock < change ? midnightByOldClock : Math.max(change, midnightUtc - offsetAfter);
}
