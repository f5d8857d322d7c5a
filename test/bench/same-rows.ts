import type { Store } from '../../electron/data/store/open.ts';
import { communityFacet, kindFacet, type SearchKind } from '../../electron/data/store/search/index-text.ts';
import { readSearchableText } from '../../electron/data/store/search/searchable-text.ts';
import { indexableText } from '../../electron/data/store/search/tokens.ts';
import { statement } from '../../electron/data/store/statement.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import type { Row } from './insert-row.ts';

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

/** The same by name. */
export const writtenTables: readonly string[] = tables.map(({ table }) => table);

/** The highest number in each table at the end of a transaction. */
export type Marks = Readonly<Record<(typeof tables)[number]['numberedBy'], number>>;

/** Reads the highest numbers, to know later which rows a transaction wrote. */
export function readMarks({ write }: Store): Marks {
  const last = (table: string) =>
    statement<{ last: number }>(write, `SELECT coalesce(max(rowid), 0) AS last FROM ${table}`).get()?.last ?? 0;
  return Object.fromEntries(tables.map(({ numberedBy }) => [numberedBy, last(numberedBy)])) as unknown as Marks;
}

/** The rows that one transaction wrote into one table, column by column as the table has them. */
interface TableRows {
  readonly table: string;
  /** As many as a row has values. */
  readonly columns: number;
  readonly rows: readonly (readonly unknown[])[];
}

export type Batch = readonly TableRows[];

/**
 * Reads what some transactions wrote, one after the other, as it stands after the last of them, ready to be written again. One
 * batch is held at a time, so a store of any size can be gone through.
 */
export function* readBatches({ read }: Store, marks: readonly Marks[]): Generator<Batch> {
  let before: Partial<Marks> = {};
  for (const after of marks) {
    const batch = tables.flatMap(({ table, column, numberedBy }) => {
      const sql = `SELECT * FROM ${table} WHERE ${column} > ? AND ${column} <= ? ORDER BY ${column}`;
      const found = read.prepare(sql).all(before[numberedBy] ?? 0, after[numberedBy]) as Row[];
      const written = [tableRows(table, found)];
      if (table === 'search_entries')
        written.push(
          tableRows(
            'search_index (rowid, text, facets)',
            found.map((entry) => indexRow(read, entry)),
          ),
        );
      return written;
    });
    before = after;
    yield batch.filter(({ rows }) => rows.length > 0);
  }
}

function tableRows(table: string, rows: readonly Row[]): TableRows {
  return { table, columns: Object.keys(rows[0] ?? {}).length, rows: rows.map((row) => Object.values(row)) };
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
export function writeBatch({ write }: Store, batch: Batch): void {
  write.transaction(() => {
    for (const { table, columns, rows } of batch) {
      const insert = statement(write, `INSERT INTO ${table} VALUES (${Array(columns).fill('?').join()})`);
      for (const row of rows) insert.run(row);
    }
  })();
}
