import type { ChartShape, Sentence } from '../../../../shared/domain/health/chart.ts';
import { fraction, sayable } from './finding.ts';
import { rowsOf } from './said-row.ts';

/**
 * The number of the period before, beside that of the period. Two intervals that overlap are called no clear change:
 * a difference that may be chance is not a direction.
 */
export function comparisonOf(shape: ChartShape, start: string | null, previousStart: string | null): Sentence | null {
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
