import type { DisclosureRules } from '../rules.ts';
import { type CountedResult, countsOf } from './row-counts.ts';

/** True counts told of each row of a split, kept with its snapshot. */
export type ToldCounts = Readonly<Record<string, readonly number[]>>;

/**
 * Rows in which no count moved by more than T people since they were last told: they are told again as they were, so that
 * nobody who knows that one person left can read that person off two weeks (health.md C.7.4). No change at all is such a
 * row too, or the mark itself would tell. Compared is what was told last, so a slow drift shows once it has added up.
 */
export function carriedRows(
  raw: CountedResult,
  toldBefore: ToldCounts,
  rules: DisclosureRules,
): ReadonlyMap<string, readonly number[]> {
  const carried = new Map<string, readonly number[]>();
  for (const row of raw.rows) {
    const before = toldBefore[row.id];
    const now = countsOf(row);
    if (before?.length !== now.length) continue;
    const moved = now.some((count, place) => Math.abs(count - (before[place] ?? 0)) > rules.threshold);
    if (!moved) carried.set(row.id, before);
  }
  return carried;
}

/**
 * What readers know of each row from now on: the counts of before where it is carried or hidden, for a hidden row tells
 * nothing new.
 */
export function toldNow(
  raw: CountedResult,
  carried: ReadonlyMap<string, readonly number[]>,
  hidden: ReadonlySet<string>,
  toldBefore: ToldCounts,
): ToldCounts {
  const shown = raw.rows.filter(({ id }) => !hidden.has(id));
  return { ...toldBefore, ...Object.fromEntries(shown.map((row) => [row.id, carried.get(row.id) ?? countsOf(row)])) };
}
