import type { CurveComparison } from '../../../../shared/domain/health/chart.ts';
import type { SplitCrossing, SplitMeasure } from '../../../../shared/domain/health/split.ts';
import type { ReadDb } from '../../store/db.ts';
import { peopleByOrdinal } from '../../store/identity/links.ts';
import type { IdentityStore } from '../../store/identity/open-identity.ts';
import { keepRow, readRememberedRows, standRow } from '../../store/identity/told-rows.ts';
import { keepToldSplit, readToldCounts, readToldSets, type ToldSnapshot } from '../../store/identity/told-splits.ts';
import { bitsOf, idsIn } from '../disclosure/member-bits.ts';
import type { MemberBits } from '../disclosure/member-set.ts';
import type { ToldSet, ToldSets } from '../disclosure/split/row-people.ts';
import type { ToldRow } from '../disclosure/split/split-table.ts';
import type { KeptRow, RowShape, StandingRow, ToldMemory } from '../disclosure/split/told-memory.ts';

/** A measure by group as the ledger knows it; `coverage` stands beside every one. */
export type ToldMeasure = SplitMeasure | 'coverage';

/** A table that was told. */
export interface ToldTable {
  readonly question: string;
  readonly measure: ToldMeasure;
  readonly cross: SplitCrossing;
}

/** The name a table is kept by, in the main store and in the identity file. */
export function nameOf({ question, measure, cross }: ToldTable): string {
  return JSON.stringify([question, measure, cross]);
}

/** What is kept of a table that is about to be told. */
interface TableToKeep {
  readonly kept: readonly KeptRow[];
  readonly rows: readonly ToldRow[];
  readonly sets: ToldSets;
}

const BITS_PER_WORD = 32;

/** What the identity file knows of what was told of a community, in the members of now. */
export class ToldBook {
  readonly #identity: IdentityStore;
  readonly #snapshot: ToldSnapshot;
  /** Who stands for the person, by each number of theirs. */
  readonly #members: Map<number, number>;
  readonly #ordinals: Map<number, number>;
  /** Numbers of nobody, for further accounts of somebody who stands in a set already. */
  readonly #further = new Map<number, number>();
  /** Numbers after those of all members. */
  #nextUnknown: number;

  constructor(identity: IdentityStore, main: ReadDb, snapshot: ToldSnapshot) {
    this.#identity = identity;
    this.#snapshot = snapshot;
    const { memberOf, ordinalOf } = peopleByOrdinal(main, snapshot.communityId);
    this.#members = new Map(memberOf);
    this.#ordinals = new Map(ordinalOf);
    const last = [...this.#ordinals.keys()].reduce((most, member) => Math.max(most, member), 0);
    this.#nextUnknown = (Math.floor(last / BITS_PER_WORD) + 1) * BITS_PER_WORD;
  }

  /** A number of each member that only the identity file and the link to it know. */
  readonly drawOf = (member: number): number => this.#ordinals.get(member) ?? 0;

  /** Ordinals by member; of somebody with several accounts the one they go by. */
  ordinals(): ReadonlyMap<number, number> {
    return this.#ordinals;
  }

  /** Ordinals of further accounts of people who go by another. */
  furtherOrdinals(): readonly number[] {
    return [...this.#members].flatMap(([ordinal, member]) => (this.#ordinals.get(member) === ordinal ? [] : ordinal));
  }

  /** Who stands behind what was told of a measure from this snapshot. */
  sets(measure: ToldMeasure): ToldSets {
    return { counted: this.#read(measure), having: this.#read(havingOf(measure)) };
  }

  /** Rows that other questions told of a measure from this snapshot. */
  rowsBeside({ question, measure }: ToldTable): ToldRow[] {
    return readToldCounts(this.#identity.db, this.#snapshot).flatMap((kept) => {
      const [of, what] = JSON.parse(kept.question) as readonly string[];
      return what === measure && of !== question ? [...rowsIn(kept.counts)] : [];
    });
  }

  /** Everything told of the community from this snapshot and earlier ones, under whatever name. */
  memory(): ToldMemory {
    const rows = readRememberedRows(this.#identity.db, this.#snapshot.communityId).map(
      ({ question: table, shape, curves, people, cells, ...row }): StandingRow => ({
        ...row,
        table,
        shape: shape as RowShape,
        curves: curves === null ? null : (JSON.parse(curves) as CurveComparison),
        people: once(() => people().map((ordinals) => this.#bitsOf(ordinals))),
        cells: once(() => cells().map((ordinals) => this.#bitsOf(ordinals))),
      }),
    );
    return { kind: this.#snapshot.kind, rows };
  }

  /** Keeps a table that is about to be told. Call it in a transaction of the identity file. */
  keep(table: ToldTable, { kept, rows, sets }: TableToKeep): void {
    const { db } = this.#identity;
    const keptSet = (measure: string, { heading, members }: ToldSet) => ({
      measure,
      heading,
      ordinals: this.#ordinalsIn(members),
    });
    keepToldSplit(db, this.#snapshot, {
      question: nameOf(table),
      counts: JSON.stringify({ rows }),
      sets: [
        ...sets.counted.map((set) => keptSet(table.measure, set)),
        ...sets.having.map((set) => keptSet(havingOf(table.measure), set)),
      ],
    });
    for (const { table: question, curves, people, cells, standsAs, ...row } of kept) {
      if (standsAs !== null) standRow(db, standsAs, this.#snapshot.period);
      else
        keepRow(db, this.#snapshot, {
          ...row,
          question,
          curves: curves && JSON.stringify(curves),
          people: people.map((members) => this.#ordinalsIn(members)),
          cells: cells.map((members) => this.#ordinalsIn(members)),
        });
    }
  }

  #read(measure: string): ToldSet[] {
    return readToldSets(this.#identity.db, this.#snapshot, measure).map(({ heading, ordinals }) => ({
      heading,
      members: this.#bitsOf(ordinals),
    }));
  }

  /**
   * An ordinal without a member belongs to somebody who is gone: they stay in what was told, as nobody we know. So does the
   * second of two accounts that were told as two people and are one now: to what is told next, linking them is as if one of the
   * two had left. Where one account alone was told, the person is the same, whichever of their accounts stands for them.
   */
  #bitsOf(ordinals: readonly number[]): MemberBits {
    const met = new Set<number>();
    return bitsOf(
      ordinals.map((ordinal) => {
        const member = this.#members.get(ordinal) ?? this.#nobody(ordinal, this.#members);
        if (met.has(member)) return this.#further.get(ordinal) ?? this.#nobody(ordinal, this.#further);
        met.add(member);
        return member;
      }),
    );
  }

  #nobody(ordinal: number, known: Map<number, number>): number {
    const unknown = this.#nextUnknown;
    this.#nextUnknown += 1;
    known.set(ordinal, unknown);
    this.#ordinals.set(unknown, ordinal);
    return unknown;
  }

  #ordinalsIn(members: MemberBits): number[] {
    return idsIn(members).flatMap((id) => this.#ordinals.get(id) ?? []);
  }
}

function havingOf(measure: ToldMeasure): string {
  return `${measure} having`;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Versions before this one kept other counts beside the rows, or those alone. */
function rowsIn(text: string): readonly ToldRow[] {
  return (JSON.parse(text) as { rows?: readonly ToldRow[] }).rows ?? [];
}
