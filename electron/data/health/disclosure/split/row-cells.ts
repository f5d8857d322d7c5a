import type { AuditCell } from '../audit/audit-cells.ts';
import { roundedCount } from '../counts.ts';
import type { DisclosureRules } from '../rules.ts';

/** What other rules say of a row before the audit. */
export interface RowRuling {
  /** Which counts are hidden whatever their size: all of a row that the ledger refuses. Before anything that was told. */
  readonly hides: (place: number) => boolean;
  /** Counts told in an earlier snapshot, where they are told again. */
  readonly told: readonly number[] | undefined;
}

/**
 * The counts of a row as the audit sees them; `idOf` names the cell of each. What was told before and is hidden by the rules
 * of now stays hidden, whatever the count has become.
 */
export function rowCells(
  counts: readonly number[],
  idOf: (place: number) => string,
  { hides, told }: RowRuling,
  rules: DisclosureRules,
): AuditCell[] {
  return counts.map((count, place): AuditCell => {
    const cell = { id: idOf(place), count, sensitive: true };
    if (hides(place)) return { ...cell, hideFor: 'group' };
    if (told === undefined) return cell;
    const shown = roundedCount(told[place] ?? 0, rules);
    return shown === undefined ? { ...cell, hideFor: 'group' } : { ...cell, carried: shown };
  });
}
