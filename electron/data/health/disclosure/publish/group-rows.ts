import type { BarsShape, ChartLabel, ChartRow, SeriesShape } from '../../../../../shared/domain/health/chart.ts';

/** A published row with the series or facet its raw row belongs to. */
export interface PlacedRow {
  readonly row: ChartRow;
  readonly series?: string | undefined;
  readonly facet?: ChartLabel | undefined;
}

/** Rows of one series together, series in the order they were first met. */
export function asSeries(rows: readonly PlacedRow[]): SeriesShape['series'] {
  const bySeries = new Map<string, ChartRow[]>();
  for (const { row, series = 'all' } of rows) {
    const known = bySeries.get(series);
    if (known) known.push(row);
    else bySeries.set(series, [row]);
  }
  return [...bySeries].map(([id, members]) => ({ id, label: members[0]?.label ?? { name: id }, rows: members }));
}

/** Rows under their headings, headings in the order they were first met. */
export function asFacets(rows: readonly PlacedRow[]): BarsShape['facets'] {
  const byFacet = new Map<string, { label: ChartLabel | null; rows: ChartRow[] }>();
  for (const { row, facet } of rows) {
    const id = facet === undefined ? 'all' : JSON.stringify(facet);
    const known = byFacet.get(id);
    if (known) known.rows.push(row);
    else byFacet.set(id, { label: facet ?? null, rows: [row] });
  }
  return [...byFacet.values()].map((facet, at) => ({ id: String(at), ...facet }));
}
