import type { DayNumber } from '../calendar/civil-day.ts';

/**
 * The days on which each person was active at one ladder level or above: all that Z4 to Z14 need (health.md B.1, rule 7).
 * Person p's days, ascending and distinct, are `days[offsets[p]]` up to `days[offsets[p + 1]]`.
 */
export interface ActiveDays {
  readonly people: number;
  readonly offsets: Int32Array;
  readonly days: Int32Array;
}

/** Packs one list of days per person. Lists may be unordered and hold repeats; people without a day are kept. */
export function packActiveDays(dayLists: Iterable<Iterable<DayNumber>>): ActiveDays {
  const builder = activeDaysBuilder();
  for (const list of dayLists) {
    builder.startPerson();
    for (const day of [...list].sort((a, b) => a - b)) builder.add(day);
  }
  return builder.build();
}

/** Fills an `ActiveDays` from rows that arrive person by person with ascending days, without keeping the rows. */
export interface ActiveDaysBuilder {
  startPerson(): void;
  /** Adds a day to the person started last; a repeat of the day before is dropped. */
  add(day: DayNumber): void;
  build(): ActiveDays;
}

/** See `ActiveDaysBuilder`. */
export function activeDaysBuilder(): ActiveDaysBuilder {
  let days = new Int32Array(1024);
  let filled = 0;
  const offsets: number[] = [];
  return {
    startPerson: () => {
      offsets.push(filled);
    },
    add: (day) => {
      const start = offsets[offsets.length - 1] ?? 0;
      if (filled > start && days[filled - 1] === day) return;
      if (filled === days.length) {
        const wider = new Int32Array(days.length * 2);
        wider.set(days);
        days = wider;
      }
      days[filled] = day;
      filled += 1;
    },
    build: () => ({
      people: offsets.length,
      offsets: Int32Array.from([...offsets, filled]),
      days: days.slice(0, filled),
    }),
  };
}

/** First and last day anybody was active; undefined where nobody was. */
export function dayRange({ days }: ActiveDays): { first: DayNumber; last: DayNumber } | undefined {
  if (days.length === 0) return undefined;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}
