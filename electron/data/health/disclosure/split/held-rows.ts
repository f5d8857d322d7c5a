import type { CurveComparison } from '../../../../../shared/domain/health/chart.ts';
import { type MemberBits, NOBODY, sizeOf, sizeOfChange } from '../member-set.ts';
import type { RowPeople } from './row-people.ts';
import { type HoldableRow, isFew, type RowShape, type StandingRow, type ToldMemory } from './told-memory.ts';

/** A row beside what was told before. */
export interface HeldRow extends HoldableRow {
  /** Counts as they may be told: of then where they are held, else of now. */
  readonly counts: readonly number[];
  /** Which counts are held. */
  readonly held: readonly boolean[];
  /** What the whole row is told again as: nothing of it is told anew. */
  readonly stands: StandingRow | null;
  /** The same row of the same table was told before. */
  readonly hasOwn: boolean;
  /** What it stands as was told in the same row of the same table: readers see that it did not change. */
  readonly isOwn: boolean;
  /** What is told of the row stands as hidden. */
  readonly staysHidden: boolean;
  /** What was said last of the curves of the same row of the same table. */
  readonly curves: CurveComparison | null;
}

/** A table to hold, and where. */
export interface TableToHold {
  /** Names question, measure and crossing. */
  readonly name: string;
  readonly shape: RowShape;
  readonly rows: readonly HoldableRow[];
}

/**
 * The change limit (health.md C.7.4), by who is counted and not by what a row is called, so that a route that was renamed
 * or a question that was asked under another key starts nothing anew. Everything told of the community is compared with.
 * - A row stands as it was told, or hidden, until more than T people have changed in it since something of it last moved:
 *   came, left, or moved from one side to another. Looking at it every week so tells of batches of more than T people, and
 *   never that the one who came this week is in the group.
 * - When it moves, a count that is within T of the one told before stays as it was told, and so does a count of nearly the
 *   people (T at most came or went) that any count told before was of.
 * So what stands is off by up to 2T people: T since the row last moved, and T that its count was off then.
 */
export function holdRows(table: TableToHold, memory: ToldMemory, threshold: number): ReadonlyMap<string, HeldRow> {
  const hold = new Holding(table, memory, threshold);
  return new Map(table.rows.map((row) => [row.id, hold.row(row)]));
}

/** Rows that are told as before, of which a reader may know it: another question's group that is nearly the same is no news. */
export function carriedRows(held: ReadonlyMap<string, HeldRow>): ReadonlySet<string> {
  return new Set([...held.values()].filter((row) => row.hasOwn && row.held.every(Boolean)).map(({ id }) => id));
}

/** Whether more than T people changed in a row, and something of it is told anew: what is said of it beside its counts may be too. */
export function hasMoved(row: HeldRow | undefined): boolean {
  return row !== undefined && row.stands === null && !row.held.every(Boolean);
}

/** Rows that stand as they were told, so that nothing of them is told anew. */
export function standingAsTold(held: ReadonlyMap<string, HeldRow>): ReadonlySet<string> {
  return new Set([...held.values()].filter(({ isOwn, staysHidden }) => isOwn && !staysHidden).map(({ id }) => id));
}

/** Rows that stand as a file told them: whoever is shown a screen may have that, too. */
export function knownOutside(held: ReadonlyMap<string, HeldRow>): ReadonlySet<string> {
  const isKnown = ({ stands }: HeldRow) => stands?.kind === 'quarter' && !stands.hidden;
  return new Set([...held.values()].filter(isKnown).map(({ id }) => id));
}

/** The people behind what is told: of a row that stands those it was told of. */
export function peopleTold<Row extends RowPeople>(rows: readonly Row[], held: ReadonlyMap<string, HeldRow>): Row[] {
  return rows.map((row) => {
    const known = held.get(row.id);
    if (!known?.isOwn) return row;
    const sides = row.counted.length;
    return { ...row, counted: known.people.slice(0, sides), having: known.people.slice(sides) };
  });
}

class Holding {
  readonly #table: TableToHold;
  readonly #memory: ToldMemory;
  readonly #threshold: number;
  readonly #own = new Map<string, StandingRow>();
  /** The same rows as the other place was told of them last. */
  readonly #elsewhere = new Map<string, StandingRow>();

  constructor(table: TableToHold, memory: ToldMemory, threshold: number) {
    this.#table = table;
    this.#memory = memory;
    this.#threshold = threshold;
    for (const row of memory.rows) {
      if (row.table !== table.name) continue;
      const rows = row.kind === memory.kind ? this.#own : this.#elsewhere;
      if (!rows.has(row.row)) rows.set(row.row, row);
    }
  }

  row(row: HoldableRow): HeldRow {
    const own = this.#own.get(row.id);
    const elsewhere = this.#elsewhere.get(row.id);
    const named = [own, elsewhere].filter((known) => known !== undefined);
    const stands = [...named, ...this.#memory.rows].find((known) => this.#isAlike(row, known));
    if (stands) {
      return {
        id: row.id,
        counts: stands.counts,
        held: row.counts.map(() => true),
        people: stands.people(),
        cells: stands.cells(),
        stands,
        hasOwn: own !== undefined,
        isOwn: stands === own,
        // An export hides what the team is shown, and never shows what the team's own screen hides.
        staysHidden: stands.hidden && (stands.kind === this.#memory.kind || this.#isOfTeam(stands, elsewhere)),
        curves: own?.curves ?? null,
      };
    }
    const cells = row.counts.map((count, place) => this.#cell(count, row.cells[place], own, place));
    return {
      id: row.id,
      counts: cells.map(({ count }) => count),
      held: cells.map(({ held }) => held),
      people: row.people,
      cells: row.cells.length === 0 ? [] : cells.flatMap(({ people }) => people ?? []),
      stands: null,
      hasOwn: own !== undefined,
      isOwn: false,
      staysHidden: own?.hidden === true && this.#hasStillFew(row, own),
      curves: own?.curves ?? null,
    };
  }

  #isOfTeam(stands: StandingRow, elsewhere: StandingRow | undefined): boolean {
    return stands === elsewhere && stands.kind === 'week';
  }

  /** Whether at most T people changed between what stands and what is. */
  #isAlike({ counts, people, cells }: HoldableRow, known: StandingRow): boolean {
    if (known.shape !== this.#table.shape || known.counts.length !== counts.length) return false;
    // Looked at first because it costs nothing; what is not a count of people is held by its size.
    const mostAt = (place: number) => (cells[place] ? 2 * this.#threshold : this.#threshold);
    const isNear = counts.every((count, place) => Math.abs(count - (known.counts[place] ?? 0)) <= mostAt(place));
    if (!isNear) return false;
    const pairs = pairsOf(people, known.people());
    return pairs !== undefined && sizeOfChange(pairs, this.#threshold) <= this.#threshold;
  }

  /** A side that few were on when the row was hidden, and that did not move by more than T since. */
  #hasStillFew({ people }: HoldableRow, own: StandingRow): boolean {
    return own
      .people()
      .some(
        (side, at) =>
          isFew(side, this.#threshold) && Math.abs(sizeOf(people[at] ?? NOBODY) - sizeOf(side)) <= this.#threshold,
      );
  }

  #cell(count: number, people: MemberBits | undefined, own: StandingRow | undefined, place: number): HeldCell {
    const before = own?.counts[place];
    const isNear = before !== undefined && Math.abs(count - before) <= this.#threshold;
    if (isNear && own && this.#wasSaid(own, before)) return { count: before, held: true, people: own.cells()[place] };
    return (people && this.#alikeCell(count, people)) ?? { count, held: false, people };
  }

  /** A count told before of nearly the same people; one that was too small to be told before any other. */
  #alikeCell(count: number, people: MemberBits): HeldCell | undefined {
    let found: HeldCell | undefined;
    for (const known of this.#memory.rows) {
      for (const [at, told] of known.counts.entries()) {
        if (Math.abs(told - count) > this.#threshold || !this.#wasSaid(known, told)) continue;
        if (found && told > this.#threshold) continue;
        const counted = known.cells()[at];
        if (!counted || sizeOfChange([[people, counted]], this.#threshold) > this.#threshold) continue;
        found = { count: told, held: true, people: counted };
        if (told <= this.#threshold) return found;
      }
    }
    return found;
  }

  /** A count of a row that was hidden for the sake of others was not told; that it is too small is told by hiding it. */
  #wasSaid({ hidden }: StandingRow, count: number): boolean {
    return !hidden || count <= this.#threshold;
  }
}

interface HeldCell {
  readonly count: number;
  readonly held: boolean;
  readonly people: MemberBits | undefined;
}

function pairsOf(
  now: readonly MemberBits[],
  before: readonly MemberBits[],
): readonly (readonly [MemberBits, MemberBits])[] | undefined {
  if (now.length !== before.length) return undefined;
  return now.flatMap((one, at) => (before[at] === undefined ? [] : [[one, before[at]] as const]));
}
