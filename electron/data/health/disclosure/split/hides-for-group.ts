import { isDominated } from '../dominance.ts';
import { sharesOneOutcome } from '../group-disclosure.ts';
import { sizeOf } from '../member-set.ts';
import type { HeldRow } from './held-rows.ts';
import { type CountedRow, countsOf } from './row-counts.ts';
import type { SplitTable } from './split-table.ts';

/** Part and whole of the group, and of all others: each is read off the row with the other. */
const SIDES = [
  [0, 1],
  [2, 3],
] as const;

/**
 * Which counts of a row are hidden because of who is behind them, whatever their size (health.md C.6): (nearly) all or none
 * of the group share the outcome, or of all others, which a difference and a ratio tell exactly; or one or two people had
 * most of what happened. Looked at in the counts of now and in those that are told, so that a third exception, which is one
 * person, shows nothing.
 */
export function hidesForGroup(
  row: CountedRow,
  { raw, rows }: Pick<SplitTable, 'raw' | 'rows'>,
  before: HeldRow | undefined,
): ReadonlySet<number> {
  if (raw.kind === 'shares') return new Set();
  if ('events' in row) {
    const behind = rows.find(({ id }) => id === row.id);
    const now = [behind?.having[0], behind?.counted[0], behind?.having[1], behind?.counted[1]].map((people) =>
      people ? sizeOf(people) : 0,
    );
    const dominated = [row, row.rest].map((side) => isDominated(side?.perPerson ?? []));
    return new Set([...alikeIn(now), ...dominated.flatMap((is, at) => (is ? [2 * at] : []))]);
  }
  return new Set([...alikeIn(countsOf(row)), ...(before ? alikeIn(before.counts) : [])]);
}

function alikeIn(counts: readonly number[]): number[] {
  return SIDES.flatMap(([part, whole]) => (sharesOneOutcome(counts[part] ?? 0, counts[whole] ?? 0) ? [part] : []));
}
