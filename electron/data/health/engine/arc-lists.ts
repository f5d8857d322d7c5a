import { isStep, type Steps } from '../../../../shared/domain/steps.ts';
import { firstPlaceFrom } from '../metrics/first-place-from.ts';
import type { Reciprocity } from '../metrics/reciprocity.ts';

interface Page {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** For each of some people the others, ascending: `others[starts[p]]` up to `starts[p + 1]`. */
export interface PeopleLists {
  readonly starts: Int32Array;
  readonly others: Int32Array;
}

/** Arcs between people as the list of those that lead to each of them: millions at a time, in steps. */
export class ArcLists {
  readonly #pages: Page[] = [];
  /** How many arcs were added, those from somebody to themself too. */
  count = 0;

  /** Adds arcs as parallel lists of members; one added again counts once. Numbers of members lie close together. */
  add(from: Int32Array, to: Int32Array): void {
    this.#pages.push({ from, to });
    this.count += from.length;
  }

  /** What `reciprocity` of metrics counts, without putting all arcs in one order. */
  *reciprocity(): Steps<Reciprocity> {
    const { first, room } = yield* this.#range();
    const { starts, others } = yield* listsOfPages(this.#pages, first, room);
    const met = new Uint8Array(room);
    let people = 0;
    let arcs = 0;
    let returnedArcs = 0;
    for (let person = 0; person < room; person += 1) {
      if (isStep(person * ARCS_A_PERSON)) yield;
      const start = starts[person] ?? 0;
      const end = starts[person + 1] ?? 0;
      for (let at = start; at < end; at += 1) {
        const other = others[at] ?? 0;
        if (at > start && others[at - 1] === other) continue;
        arcs += 1;
        people += 2 - (met[other] ?? 0) - (met[person] ?? 0);
        met[other] = 1;
        met[person] = 1;
        if (holds(others, starts[other] ?? 0, starts[other + 1] ?? 0, person)) returnedArcs += 1;
      }
    }
    return { people, arcs, returnedArcs, linkedPairs: arcs - returnedArcs / 2, mutualPairs: returnedArcs / 2 };
  }

  *#range(): Steps<{ first: number; room: number }> {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const { from, to } of this.#pages) {
      for (const ids of [from, to]) {
        for (const id of ids) {
          if (id < first) first = id;
          if (id > last) last = id;
        }
      }
      yield;
    }
    return { first, room: Math.max(0, last - first + 1) };
  }
}

/** The others of each person by position, of arcs as parallel lists; as often as they stand there, nobody beside themself. */
export function listsOf(who: Int32Array, whom: Int32Array, people: number): Steps<PeopleLists> {
  return listsOfPages([{ from: whom, to: who }], 0, people);
}

function* listsOfPages(pages: readonly Page[], first: number, room: number): Steps<PeopleLists> {
  const starts = new Int32Array(room + 1);
  for (const page of pages) {
    yield* eachArc(page, first, (_, to) => {
      starts[to + 1] = (starts[to + 1] ?? 0) + 1;
    });
  }
  for (let person = 0; person < room; person += 1) {
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  }
  const others = new Int32Array(starts[room] ?? 0);
  const next = starts.slice();
  for (const page of pages) {
    yield* eachArc(page, first, (from, to) => {
      const place = next[to] ?? 0;
      others[place] = from;
      next[to] = place + 1;
    });
  }
  for (let person = 0; person < room; person += 1) {
    if (isStep(person * ARCS_A_PERSON)) yield;
    const [start = 0, end = 0] = [starts[person], starts[person + 1]];
    if (end - start > 1) others.subarray(start, end).sort();
  }
  return { starts, others };
}

/** Calls `meet` for every arc between two people, told by their distance from the first number. */
function* eachArc({ from, to }: Page, first: number, meet: (from: number, to: number) => void): Steps<void> {
  for (let at = 0; at < to.length; at += 1) {
    if (isStep(at)) yield;
    if (from[at] !== to[at]) meet((from[at] ?? 0) - first, (to[at] ?? 0) - first);
  }
}

/** Of people with so many arcs each, as many make a step as rows of a column do. */
const ARCS_A_PERSON = 16;

/** Whether the ascending part of a column from `low` up to `high` holds a value. */
export function holds(column: Int32Array, low: number, high: number, value: number): boolean {
  const place = firstPlaceFrom(column, value, low, high);
  return place < high && column[place] === value;
}
