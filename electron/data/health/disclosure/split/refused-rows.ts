import { checkAgainstLedger, type LedgerEntry } from '../ledger.ts';
import type { MemberBits } from '../member-set.ts';

/** A row of a split and who stands behind it. */
export interface RowMembers {
  readonly id: string;
  readonly members: MemberBits;
}

/**
 * Rows that may not be told beside what was released from the same snapshot: together they would tell one to T people
 * apart (health.md C.7.1). Rows of the split itself are the audit's business, not the ledger's.
 */
export function refusedRows(
  measure: string,
  rows: readonly RowMembers[],
  released: readonly LedgerEntry[],
  threshold: number,
): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ members }) => checkAgainstLedger({ measure, members }, released, threshold) === 'refused')
      .map(({ id }) => id),
  );
}
