import type { ChartRow, ChartShape, Sentence } from '../../../../shared/domain/health/chart.ts';

/** Rows of a shape that stand for one number each, in order. */
export function rowsOf(shape: ChartShape): readonly ChartRow[] {
  switch (shape.kind) {
    case 'series':
      return shape.series[0]?.rows ?? [];
    case 'bars':
      return shape.facets.flatMap((facet) => facet.rows);
    case 'dots':
    case 'numbers':
      return shape.rows;
    default:
      return [];
  }
}

/** The row a sentence speaks of: that of the period, else the one of everybody, else the newest that is over or the first. */
export function saidRow(shape: ChartShape, periodStart: string | null): ChartRow | undefined {
  const rows = rowsOf(shape);
  return (
    rows.find((row) => row.period !== null && row.period.start === periodStart) ??
    rows.find((row) => row.id === 'all') ??
    // Periods put together begin on other days: the newest that is over.
    rows.findLast(({ period }) => period?.complete) ??
    rows[0]
  );
}

/** The newest row that can't change any more; the one of the period where there is none. */
export function settledRow(shape: ChartShape, periodStart: string | null): ChartRow | undefined {
  return rowsOf(shape).findLast(({ period }) => period?.complete) ?? saidRow(shape, periodStart);
}

/** What a row is called, and what it is a part of: for a sentence about its number, which nothing hides. */
export function namesOf(shape: ChartShape, row: ChartRow): NonNullable<Sentence['labels']> {
  const whole =
    row.within ?? (shape.kind === 'bars' ? shape.facets.find(({ rows }) => rows.includes(row))?.label : undefined);
  return { row: row.label, ...(whole && { whole }) };
}
