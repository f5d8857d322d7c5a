import type { Store } from '../../electron/data/store/open.ts';
import { communityFacet, kindFacet, type SearchKind } from '../../electron/data/store/search/index-text.ts';
import { readSearchableText } from '../../electron/data/store/search/searchable-text.ts';
import { indexableText } from '../../electron/data/store/search/tokens.ts';
import { statement } from '../../electron/data/store/statement.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { insertRow, type Row } from './insert-row.ts';

/**
 * Tables that taking in reports writes, each after those it refers to, with the column that counts up and the table whose
 * numbers those are. Counts of cases follow by trigger.
 */
const tables = [
  { table: 'members', column: 'id', numberedBy: 'members' },
  { table: 'cases', column: 'id', numberedBy: 'cases' },
  { table: 'reports', column: 'id', numberedBy: 'reports' },
  { table: 'subjects', column: 'id', numberedBy: 'subjects' },
  { table: 'report_subjects', column: 'report_id', numberedBy: 'reports' },
  { table: 'threads', column: 'subject_id', numberedBy: 'subjects' },
  { table: 'snapshots', column: 'id', numberedBy: 'snapshots' },
  { table: 'audit_events', column: 'sequence', numberedBy: 'audit_events' },
  { table: 'search_entries', column: 'id', numberedBy: 'search_entries' },
] as const;

/** The highest number in each table at the end of a transaction. */
export type Marks = Readonly<Record<(typeof tables)[number]['numberedBy'], number>>;

/** Reads the highest numbers, to know later which rows a transaction wrote. */
export function readMarks({ write }: Store): Marks {
  const last = (table: string) =>
    statement<{ last: number }>(write, `SELECT coalesce(max(rowid), 0) AS last FROM ${table}`).get()?.last ?? 0;
  return Object.fromEntries(tables.map(({ numberedBy }) => [numberedBy, last(numberedBy)])) as unknown as Marks;
}

interface TableRow {
  readonly table: string;
  readonly row: Row;
}

/** Everything to write, transaction by transaction. */
export type Batches = readonly (readonly TableRow[])[];

/** Reads what some transactions wrote, as it stands after the last of them, ready to be written again. */
export function readBatches({ read }: Store, marks: readonly Marks[]): Batches {
  const batches: TableRow[][] = marks.map(() => []);
  for (const { table, column, numberedBy } of tables) {
    let batch = 0;
    for (const row of read.prepare(`SELECT * FROM ${table} ORDER BY ${column}`).all() as Row[]) {
      while (Number(row[column]) > (marks[batch]?.[numberedBy] ?? Number.POSITIVE_INFINITY)) batch += 1;
      batches[batch]?.push({ table, row });
      if (table === 'search_entries') batches[batch]?.push({ table: 'search_index', row: indexRow(read, row) });
    }
  }
  return batches;
}

/** The index keeps no text of its own, so what was put in is made anew from the row it stands for. */
function indexRow(read: Store['read'], entry: Row): Row {
  const kind = entry.kind as SearchKind;
  return {
    rowid: entry.id ?? null,
    text: indexableText(readSearchableText(read, kind, Number(entry.row_id)) ?? ''),
    facets: `${kindFacet(kind)} ${communityFacet(Number(entry.community_id) as CommunityId)}`,
  };
}

/** The floor: the rows as they are, one prepared statement per table, nothing looked up, worked out or written twice. */
export function writeBatches({ write }: Store, batches: Batches): void {
  const writeBatch = write.transaction((batch: readonly TableRow[]) => {
    for (const { table, row } of batch) insertRow(write, table, row);
  });
  for (const batch of batches) writeBatch(batch);
}
