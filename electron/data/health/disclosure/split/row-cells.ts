import type { AuditCell } from '../audit/audit-cells.ts';
import { roundedCount } from '../counts.ts';
import type { DisclosureRules } from '../rules.ts';

/** What other rules say of a row before the audit. */
export interface RowRuling {
  /** Which counts are hidden whatever their size: all of a row that the ledger refuses. Before anything that was told. */
  readonly hides: (place: number) => boolean;
  /** Counts told before, where they are told again. */
  readonly told: readonly (number | undefined)[] | undefined;
  /** The row stands as hidden since an earlier snapshot. */
  readonly staysHidden?: boolean;
}

/**
 * The counts of a row as the audit sees them; `idOf` names the cell of each. What was told before and is hidden by the rules
 * of now stays hidden, whatever the count has become.
 */
export function rowCells(
  counts: readonly number[],
  idOf: (place: number) => string,
  { hides, told, staysHidden = false }: RowRuling,
  rules: DisclosureRules,
): AuditCell[] {
  return counts.map((count, place): AuditCell => {
    const cell = { id: idOf(place), count, sensitive: true };
    if (hides(place)) return { ...cell, hideFor: 'group' };
    const before = told?.[place];
    if (before === undefined) return staysHidden ? { ...cell, published: 'hidden' } : cell;
    const shown = roundedCount(before, rules);
    if (staysHidden && shown !== undefined) return { ...cell, published: 'hidden' };
    return shown === undefined ? { ...cell, hideFor: 'group' } : { ...cell, carried: shown };
  });
}
