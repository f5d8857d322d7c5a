import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { ChartRow, ChartShape } from '../../../../shared/domain/health/chart.ts';
import { HIDDEN } from './counts.ts';
import type { ChartPoint } from './small-n.ts';

/**
 * The points of a chart that its small-n rule counts. A curve has none: it is cut where few remain. Who is named in the place
 * of a dot is one point that can't be said.
 */
export function pointsOf(shape: ChartShape): readonly ChartPoint[] {
  switch (shape.kind) {
    case 'series':
      return shape.series.flatMap(({ rows }) => rows.map(pointOf));
    case 'bars':
      return shape.facets.flatMap(({ rows }) => rows.map(pointOf));
    case 'numbers':
      return shape.rows.map(pointOf);
    case 'dots':
      return [...shape.rows.map(pointOf), ...shape.tooFew.map(() => ({ value: HIDDEN }))];
    case 'parts':
      return shape.rows.flatMap(({ values, n }) => values.map((value) => ({ value, n })));
    case 'grid':
      return shape.cells.flatMap((row) => row.map((value) => ({ value })));
    case 'curves':
    case 'missing':
      return [];
    default:
      return assertNever(shape);
  }
}

function pointOf({ value, n }: ChartRow): ChartPoint {
  return { value, n };
}
