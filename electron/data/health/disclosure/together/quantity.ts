import type { PeriodUnit } from '../../calendar/periods.ts';

/** Who or what is counted, whatever chart says it: two counts of one quantity are the same count told twice. */
export interface Quantity {
  /** In words of this folder alone; a ladder level stands in front of what depends on it. */
  readonly what: string;
  /** That it is nobody is hidden as well, wherever counts are hidden. */
  readonly hidesZero?: true;
  /** Nobody can be counted, and every reader knows: before the first period nobody was there. */
  readonly cannotBe?: true;
  /** Told by blocks (AuditCell). */
  readonly inBlocks?: true;
  /** Undefined where it is of no one period. */
  readonly span?: { readonly unit: PeriodUnit; readonly index: number };
}

/** The name of a quantity: the same for the same quantity, unlike for any other. */
export function nameOf({ what, span }: Quantity): string {
  return span ? `${what} ${span.unit} ${span.index}` : what;
}
