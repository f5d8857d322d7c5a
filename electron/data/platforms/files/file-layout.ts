import type { FileEncoding } from './text-encoding.ts';

/** How a file is to be read. */
export interface FileLayout {
  readonly format: 'csv' | 'ndjson';
  readonly encoding: FileEncoding;
  /** Between the fields of a CSV; not used for NDJSON. */
  readonly delimiter: string;
  /** The first record names the columns. */
  readonly header: boolean;
  /** Names of the columns, distinct, in the order of a record's cells. */
  readonly columns: readonly string[];
}
