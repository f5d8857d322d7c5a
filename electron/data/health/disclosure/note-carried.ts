import type { ChartRow, ChartShape } from '../../../../shared/domain/health/chart.ts';

/** Says of carried rows that they are. A row that says something else already keeps saying it. */
export function noteCarried(shape: ChartShape, carried: Pick<ReadonlySet<string>, 'has'>): ChartShape {
  const noted = (row: ChartRow): ChartRow =>
    carried.has(row.id) && row.note === null ? { ...row, note: 'no-reportable-change' } : row;
  switch (shape.kind) {
    case 'series':
      return { ...shape, series: shape.series.map((one) => ({ ...one, rows: one.rows.map(noted) })) };
    case 'bars':
      return { ...shape, facets: shape.facets.map((facet) => ({ ...facet, rows: facet.rows.map(noted) })) };
    case 'dots':
      return { ...shape, rows: shape.rows.map(noted) };
    default:
      return shape;
  }
}
