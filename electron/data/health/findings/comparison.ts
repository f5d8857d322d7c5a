import type { ChartShape, CurveComparison, Sentence } from '../../../../shared/domain/health/chart.ts';
import { fraction, sayable } from './finding.ts';
import { rowsOf } from './said-row.ts';

/** What is compared: two curves or curves by group over their whole time, else the period with the one before. */
export function comparisonOf(shape: ChartShape, start: string | null, previousStart: string | null): Sentence | null {
  if (shape.kind === 'curves') return shape.comparison ? curvesSentence(shape.comparison) : null;
  const curves = shape.kind === 'dots' ? shape.rows.flatMap((row) => row.curves ?? []) : [];
  if (curves.length > 0) return groupCurvesSentence(curves);
  return periodSentence(shape, start, previousStart);
}

function curvesSentence({ test }: CurveComparison): Sentence {
  return { key: `charts:curves.${test}`, params: {} };
}

/** How many groups' curves differ from all others': never which one. */
function groupCurvesSentence(curves: readonly CurveComparison[]): Sentence {
  const [only] = curves;
  if (only && curves.length === 1) return curvesSentence(only);
  const tested = curves.filter(({ test }) => test === 'differ' || test === 'alike').length;
  const differ = curves.filter(({ test }) => test === 'differ').length;
  return { key: 'charts:curves.ofGroups', params: { tested, differ, untested: curves.length - tested } };
}

/**
 * The number of the period before, beside that of the period. Two intervals that overlap are called no clear change:
 * a difference that may be chance is not a direction.
 */
function periodSentence(shape: ChartShape, start: string | null, previousStart: string | null): Sentence | null {
  if (start === null || previousStart === null) return null;
  const rows = rowsOf(shape);
  const now = sayable(rows.find((row) => row.period?.start === start)?.value);
  const before = sayable(rows.find((row) => row.period?.start === previousStart)?.value);
  if (!now || !before) return null;
  const isShare = 'unit' in shape && shape.unit === 'percent';
  const params: Sentence['params'] = isShare ? { share: fraction(before.value) } : { number: before.value };
  const words = isShare ? 'Share' : 'Number';
  return { key: `charts:common.compared${directionOf(now, before)}${words}`, params };
}

type Said = NonNullable<ReturnType<typeof sayable>>;

function directionOf(now: Said, before: Said): 'Up' | 'Down' | 'Same' {
  const lower = now.lower ?? now.value;
  const upper = now.upper ?? now.value;
  if (lower > (before.upper ?? before.value)) return 'Up';
  if (upper < (before.lower ?? before.value)) return 'Down';
  return 'Same';
}
