import type { AuditCell, Relation } from '../../../../electron/data/health/disclosure/audit/audit-cells.ts';

/** An identity cell. */
export function aCell(id: string, count: number, more: Partial<AuditCell> = {}): AuditCell {
  return { id, count, sensitive: true, ...more };
}

/** A total that is the sum of its parts. */
export function aSum(total: string, parts: readonly string[]): Relation {
  return { total, parts, kind: 'equals' };
}

/** Groups with their total, called `all`. */
export function aList(counts: Readonly<Record<string, number>>) {
  const parts = Object.entries(counts).map(([id, count]) => aCell(id, count));
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return { cells: [...parts, aCell('all', all)], relations: [aSum('all', Object.keys(counts))] };
}

/** A table with row totals `r0`, column totals `c0` and `all`; inner cells are `0,0`. */
export function aTable(rows: readonly (readonly number[])[]) {
  const add = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const columns = [...(rows[0] ?? []).keys()];
  const cells = [
    ...rows.flatMap((row, at) => row.map((count, column) => aCell(`${at},${column}`, count))),
    ...rows.map((row, at) => aCell(`r${at}`, add(row))),
    ...columns.map((column) => aCell(`c${column}`, add(rows.map((row) => row[column] ?? 0)))),
    aCell('all', add(rows.flat())),
  ];
  const relations = [
    ...rows.map((_, at) =>
      aSum(
        `r${at}`,
        columns.map((column) => `${at},${column}`),
      ),
    ),
    ...columns.map((column) =>
      aSum(
        `c${column}`,
        rows.map((_, at) => `${at},${column}`),
      ),
    ),
    aSum(
      'all',
      rows.map((_, at) => `r${at}`),
    ),
    aSum(
      'all',
      columns.map((column) => `c${column}`),
    ),
  ];
  return { cells, relations };
}
