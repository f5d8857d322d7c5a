import type { CurveComparison } from '../../../../../shared/domain/health/chart.ts';
import { isTooSmall } from '../counts.ts';
import { type MemberBits, sizeOf } from '../member-set.ts';
import type { DisclosureRules } from '../rules.ts';
import type { ToldCurves } from './told-curves.ts';

/** A row of some table as it stands: what readers were told of it last, or that it is hidden. */
export interface StandingRow {
  /** Where it is kept. */
  readonly id: number;
  /** Names question, measure and crossing. */
  readonly table: string;
  readonly row: string;
  /** A row told to the team, or in a frozen quarter. */
  readonly kind: 'week' | 'quarter';
  /** Rows of one shape have the same counts in the same order. */
  readonly shape: RowShape;
  readonly hidden: boolean;
  /** True counts that stand; of a hidden row those at which it was hidden. */
  readonly counts: readonly number[];
  /** Who stood behind the row when something of it last moved, as in `HoldableRow`. */
  readonly people: () => readonly MemberBits[];
  /** Who was counted in each count as it stands; empty where a count is not of people. */
  readonly cells: () => readonly MemberBits[];
  /** What was said last of its curves: stands as long as the row does. */
  readonly curves: CurveComparison | null;
}

/**
 * What the counts of a row are: part and whole of a group, the same with those of all others, things that happen to people,
 * or who answered.
 */
export type RowShape = 'shares' | 'gaps' | 'rates' | 'coverage';

/** What was told of a community, under whatever name: what was told last first. */
export interface ToldMemory {
  readonly kind: 'week' | 'quarter';
  readonly rows: readonly StandingRow[];
}

/** A row before disclosure, as it is compared with what was told before. */
export interface HoldableRow {
  readonly id: string;
  readonly counts: readonly number[];
  /** Everybody the row tells of, by what it says of them: whoever moves between these sets has changed. */
  readonly people: readonly MemberBits[];
  /** Who is in each count; empty where a count is not of people. */
  readonly cells: readonly MemberBits[];
}

/** A row to keep: as it stands from now on, or the row that goes on standing. */
export interface KeptRow extends Pick<StandingRow, 'table' | 'row' | 'shape' | 'hidden' | 'counts' | 'curves'> {
  readonly people: readonly MemberBits[];
  readonly cells: readonly MemberBits[];
  /** Where it is kept already, exactly as it stands; null where it is not. */
  readonly standsAs: number | null;
}

/** Whether few stand behind a row: in one of its counts, or on a side that it tells of by what is left. */
function hasFew({ counts, people }: Pick<HoldableRow, 'counts' | 'people'>, rules: DisclosureRules): boolean {
  return counts.some((count) => isTooSmall(count, rules)) || people.some((side) => isFew(side, rules.threshold));
}

/** Whether somebody is in a set, and no more than T. */
export function isFew(members: MemberBits, threshold: number): boolean {
  const size = sizeOf(members);
  return size > 0 && size <= threshold;
}

/** A row beside what was told before, as `holdRows` answers it. */
type Held = HoldableRow & { readonly stands: StandingRow | null };

/** What came of a table. */
interface TableTold {
  readonly hidden: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  /** What readers know of the curves of each row. */
  readonly curves: ToldCurves;
}

/**
 * What is remembered of a table that is told. A row that the ledger refused for what was asked before it on the day says
 * nothing of who came or went: what it stood as goes on standing. One that it refused because few are behind it is hidden.
 */
export function keptRows(
  { name: table, shape }: { readonly name: string; readonly shape: RowShape },
  held: ReadonlyMap<string, Held>,
  { hidden, refused, curves }: TableTold,
  rules: DisclosureRules,
): readonly KeptRow[] {
  return [...held.values()].flatMap((row): KeptRow[] => {
    const { id, counts, people, cells, stands } = row;
    if (refused.has(id) && !hasFew(row, rules)) return [];
    const isHidden = hidden.has(id);
    const isOwn = stands?.table === table && stands.row === id && stands.hidden === isHidden;
    return [
      {
        ...{ table, row: id, shape, hidden: isHidden, counts, people, cells },
        curves: curves[id] ?? null,
        standsAs: isOwn ? (stands?.id ?? null) : null,
      },
    ];
  });
}
