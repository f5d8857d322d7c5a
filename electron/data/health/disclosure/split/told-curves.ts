import type { ChartRow, ChartShape, CurveComparison } from '../../../../../shared/domain/health/chart.ts';
import type { CountedResult, CountedRow } from './row-counts.ts';

/** What was said of the curves of each row of a split, kept with the row. */
export type ToldCurves = Readonly<Record<string, CurveComparison>>;

interface RowBefore {
  readonly id: string;
  readonly curves: CurveComparison | null;
}

/** What was said last of the curves of each row. */
export function curvesBefore(held: ReadonlyMap<string, RowBefore>): ToldCurves {
  return Object.fromEntries([...held.values()].flatMap(({ id, curves }) => (curves ? [[id, curves]] : [])));
}

/** Only rows that are told anew: where the counts are those of before, so is what is said of the curves (C.7.4). */
export function withCurvesOf<Result extends CountedResult>(raw: Result, isNew: (id: string) => boolean): Result {
  if (raw.kind !== 'gaps') return raw;
  const rows = raw.rows.map((row): CountedRow => {
    if (isNew(row.id)) return row;
    const { curves: _, ...counts } = row;
    return counts;
  });
  return { ...raw, rows } as Result;
}

/** The shape with what was said before of the curves of carried rows. */
export function withToldCurves(
  shape: ChartShape,
  carried: Pick<ReadonlySet<string>, 'has'>,
  before: ToldCurves,
): ChartShape {
  if (shape.kind !== 'dots') return shape;
  const told = (row: ChartRow): ChartRow => {
    const curves = carried.has(row.id) ? before[row.id] : undefined;
    return curves ? { ...row, curves } : row;
  };
  return { ...shape, rows: shape.rows.map(told) };
}

/** What readers know of the curves of each row from now on. */
export function curvesTold(shape: ChartShape, before: ToldCurves): ToldCurves {
  if (shape.kind !== 'dots') return before;
  return { ...before, ...Object.fromEntries(shape.rows.flatMap(({ id, curves }) => (curves ? [[id, curves]] : []))) };
}
