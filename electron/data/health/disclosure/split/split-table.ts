import type { SplitCrossing } from '../../../../../shared/domain/health/split.ts';
import type { CountedResult } from './row-counts.ts';
import type { HeadingPeople, RowPeople } from './row-people.ts';

/** One table of a split: a measure by group, crossed with one thing or with nothing. */
export interface SplitTable {
  readonly cross: SplitCrossing;
  readonly raw: CountedResult;
  readonly rows: readonly RowPeople[];
  readonly headings: readonly HeadingPeople[];
}

/** A row of another question, told from the same snapshot for the same measure. */
export interface ToldRow {
  /** Names question, table and row. */
  readonly id: string;
  readonly cross: SplitCrossing;
  readonly heading: string;
  /** True counts of then. */
  readonly counts: readonly number[];
  /** What was said of each; null where the row was hidden. */
  readonly shown: readonly number[] | null;
  /** Which counts were told as before. */
  readonly carried: boolean | readonly boolean[];
}
