import { identityRulesFor } from '../../electron/data/health/disclosure/rules.ts';
import type { KeptRow, StandingRow } from '../../electron/data/health/disclosure/split/told-memory.ts';
import { peopleIn } from './people-in.ts';
import { type AskedWeek, randomWeeks } from './random-weeks.ts';
import { crossings, nameOf, releasedSplit, tableOf } from './split-of-survey.ts';

/** What came of communities whose splits somebody looked at week by week, writing records in between. */
export interface WeeksTally {
  communities: number;
  weeks: number;
  rows: number;
  shown: number;
  /** Communities in which a reader would have told few people apart if no week were compared with those before. */
  foundWithout: number;
  found: number;
}

const RULES = identityRulesFor('team');

/** Tells the weeks of random communities by the product's own gate, and sets off what was told over time. */
export function attackWeeks(communities: number, random: () => number): WeeksTally {
  const tally: WeeksTally = { communities: 0, weeks: 0, rows: 0, shown: 0, foundWithout: 0, found: 0 };
  for (let at = 0; at < communities; at += 1) {
    const weeks = randomWeeks(random);
    tally.communities += 1;
    if (tellWeeks(weeks, true, tally)) tally.found += 1;
    if (tellWeeks(weeks, false)) tally.foundWithout += 1;
  }
  return tally;
}

/** A count as it was told first: what was said, and of whom. */
interface Said {
  readonly week: number;
  readonly value: number | 'few' | 'hidden';
  readonly people: ReadonlySet<number>;
}

/** A row as it stood when it was told as this for the first time. */
interface Move {
  readonly text: string;
  readonly people: readonly ReadonlySet<number>[];
}

/** Whether two weeks tell few people apart. `remembers`: each is compared with what was told before. */
function tellWeeks(weeks: readonly AskedWeek[], remembers: boolean, tally?: WeeksTally): boolean {
  let rows: readonly StandingRow[] = [];
  const reader = new WeeksReader(remembers);
  for (const [week, { survey, question }] of weeks.entries()) {
    const tables = crossings.map((cross) => tableOf(survey, question, cross));
    const released = releasedSplit(question.name, tables, {
      told: { sets: { counted: [], having: [] }, rows: [] },
      memory: { kind: 'week', rows: remembers ? rows : [] },
    });
    for (const table of released) {
      for (const kept of table.kept) for (const said of saidOf(kept, week)) reader.hearCount(said);
      for (const row of tables.find(({ cross }) => cross === table.cross)?.rows ?? []) {
        const told = table.rows.find(({ id }) => id === JSON.stringify([question.name, table.cross, row.id]));
        if (!told?.shown) continue;
        const now = [...row.counted, ...row.having].map(peopleIn);
        const stood = table.kept.find((kept) => kept.row === row.id)?.people.map(peopleIn) ?? now;
        reader.hearRow(`${nameOf(question.name, table.cross)} ${row.id}`, told.shown.join(' '), { now, stood });
      }
      if (tally) {
        tally.rows += table.rows.length;
        tally.shown += table.rows.filter(({ shown }) => shown !== null).length;
      }
    }
    rows = [...released.flatMap(({ kept }) => kept.filter(({ standsAs }) => standsAs === null)).map(standing), ...rows];
    if (tally) tally.weeks += 1;
  }
  return reader.hasFound;
}

/**
 * Somebody who hears every week. They find somebody
 * - where counts of two weeks were told as different numbers, or one as too small, and the people they were counted of
 *   differ by one to T, whatever the rows are called (those of one week are the audit's part); or
 * - where a row moved that had not changed by more than T people since it moved last: who came this week made it move; or
 *   where it stands as something that is not of these people.
 */
class WeeksReader {
  hasFound = false;
  readonly #remembers: boolean;
  readonly #said: Said[] = [];
  readonly #moves = new Map<string, Move>();

  constructor(remembers: boolean) {
    this.#remembers = remembers;
  }

  hearCount(now: Said): void {
    const isKnown = this.#said.some(
      (before) => before.value === now.value && changedBetween([before.people], [now.people]) === 0,
    );
    if (isKnown) return;
    if (this.#said.some((before) => tellsFew(before, now))) this.hasFound = true;
    this.#said.push(now);
  }

  hearRow(
    name: string,
    text: string,
    { now, stood }: { readonly now: Move['people']; readonly stood: Move['people'] },
  ): void {
    // What is told must be of these people, give or take T, and no move may be for few of them.
    if (this.#remembers && changedBetween(stood, now) > RULES.threshold) this.hasFound = true;
    const last = this.#moves.get(name);
    if (last?.text === text) return;
    if (last && changedBetween(last.people, stood) <= RULES.threshold) this.hasFound = true;
    this.#moves.set(name, { text, people: stood });
  }
}

let nextId = 1;

function standing({ people, cells, standsAs: _, ...row }: KeptRow): StandingRow {
  nextId += 1;
  return { ...row, id: nextId, kind: 'week', people: () => people, cells: () => cells };
}

function saidOf({ counts, hidden, cells }: KeptRow, week: number): Said[] {
  const saidFor = (count: number) => {
    if (count <= RULES.threshold) return 'few';
    return hidden ? 'hidden' : Math.round(count / RULES.rounding) * RULES.rounding;
  };
  return cells.map((people, place) => ({ week, value: saidFor(counts[place] ?? 0), people: peopleIn(people) }));
}

function tellsFew(before: Said, now: Said): boolean {
  if (before.week === now.week || before.value === now.value) return false;
  if (before.value === 'hidden' || now.value === 'hidden') return false;
  const few = changedBetween([before.people], [now.people]);
  return few > 0 && few <= RULES.threshold;
}

/** How many people are in one set and not in the other of any pair. */
function changedBetween(before: readonly ReadonlySet<number>[], now: readonly ReadonlySet<number>[]): number {
  const changed = new Set<number>();
  for (const [at, people] of now.entries()) {
    const others = before[at] ?? new Set();
    for (const person of people) if (!others.has(person)) changed.add(person);
    for (const person of others) if (!people.has(person)) changed.add(person);
  }
  return changed.size;
}
