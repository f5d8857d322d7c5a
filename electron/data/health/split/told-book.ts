import type { SplitCrossing, SplitMeasure } from '../../../../shared/domain/health/split.ts';
import type { ReadDb } from '../../store/db.ts';
import { membersByOrdinal } from '../../store/identity/links.ts';
import type { IdentityStore } from '../../store/identity/open-identity.ts';
import {
  findCountsBefore,
  keepToldSplit,
  readToldCounts,
  readToldSets,
  type ToldSnapshot,
} from '../../store/identity/told-splits.ts';
import { bitsOf, idsIn } from '../disclosure/member-bits.ts';
import type { ToldCounts } from '../disclosure/split/carried-rows.ts';
import type { ToldSet, ToldSets } from '../disclosure/split/row-people.ts';
import type { ToldRow } from '../disclosure/split/split-table.ts';
import type { ToldCurves } from '../disclosure/split/told-curves.ts';

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

/** What is kept of a table that was told. */
interface KeptCounts {
  readonly told: ToldCounts;
  readonly rows: readonly ToldRow[];
  /** Absent in what versions before this one kept, and where there are none. */
  readonly curves?: ToldCurves;
}

/** What the identity file knows of what was told from one snapshot, in the members of now. */
export class ToldBook {
  readonly #identity: IdentityStore;
  readonly #snapshot: ToldSnapshot;
  readonly #members: ReadonlyMap<number, number>;
  readonly #ordinals: ReadonlyMap<number, number>;

  constructor(identity: IdentityStore, main: ReadDb, snapshot: ToldSnapshot) {
    this.#identity = identity;
    this.#snapshot = snapshot;
    this.#members = membersByOrdinal(main, snapshot.communityId);
    this.#ordinals = new Map([...this.#members].map(([ordinal, member]) => [member, ordinal]));
  }

  /** Who stands behind what was told of a measure. */
  sets(measure: ToldMeasure): ToldSets {
    return { counted: this.#read(measure), having: this.#read(havingOf(measure)) };
  }

  /** Rows that other questions told of a measure. */
  rowsBeside({ question, measure }: ToldTable): ToldRow[] {
    return readToldCounts(this.#identity.db, this.#snapshot).flatMap((kept) => {
      const [of, what] = JSON.parse(kept.question) as readonly string[];
      return what === measure && of !== question ? [...parse(kept.counts).rows] : [];
    });
  }

  /** Counts of a table as last told from an earlier snapshot. */
  countsBefore(table: ToldTable): ToldCounts {
    const kept = findCountsBefore(this.#identity.db, this.#snapshot, nameOf(table));
    return kept === undefined ? {} : parse(kept).told;
  }

  /** What was last said of the curves of a table, from an earlier snapshot. */
  curvesBefore(table: ToldTable): ToldCurves {
    const kept = findCountsBefore(this.#identity.db, this.#snapshot, nameOf(table));
    return kept === undefined ? {} : (parse(kept).curves ?? {});
  }

  /** Keeps a table that is about to be told. Call it in a transaction of the identity file. */
  keep(table: ToldTable, { told, rows, curves = {}, sets }: KeptCounts & { readonly sets: ToldSets }): void {
    const keptSet = (measure: string, { heading, members }: ToldSet) => ({
      measure,
      heading,
      ordinals: idsIn(members).flatMap((id) => this.#ordinals.get(id) ?? []),
    });
    keepToldSplit(this.#identity.db, this.#snapshot, {
      question: nameOf(table),
      counts: JSON.stringify({ told, rows, curves } satisfies KeptCounts),
      sets: [
        ...sets.counted.map((set) => keptSet(table.measure, set)),
        ...sets.having.map((set) => keptSet(havingOf(table.measure), set)),
      ],
    });
  }

  #read(measure: string): ToldSet[] {
    return readToldSets(this.#identity.db, this.#snapshot, measure).map(({ heading, ordinals }) => ({
      heading,
      // An ordinal without a member belongs to somebody who was erased: nobody can be told apart from them any more.
      members: bitsOf(ordinals.flatMap((ordinal) => this.#members.get(ordinal) ?? [])),
    }));
  }
}

function havingOf(measure: ToldMeasure): string {
  return `${measure} having`;
}

/** Versions before this one kept the counts alone. */
function parse(text: string): KeptCounts {
  const kept = JSON.parse(text) as Partial<KeptCounts>;
  if (!kept.told || !kept.rows) return { told: kept as ToldCounts, rows: [] };
  return { told: kept.told, rows: kept.rows, curves: kept.curves ?? {} };
}
