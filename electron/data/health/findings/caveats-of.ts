import type { ChartRow, ChartShape, Sentence } from '../../../../shared/domain/health/chart.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import { smallestFindableGap } from '../statistics/power.ts';
import { rowsOf } from './said-row.ts';
import type { MetricWords } from './sentence-of.ts';

const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `charts:caveats.${key}`, params });

/** What must stand with a chart: how it misleads, and what its marks and rounding mean where they occur. */
export function caveatsOf(shape: ChartShape, words: MetricWords, rules: DisclosureRules): Sentence[] {
  const caveats: Sentence[] = [{ key: `${words.topic}:${words.id}.caveat`, params: {} }];
  if (shape.kind === 'missing') return caveats;
  if (shape.kind === 'curves') caveats.push(...(shape.notes ?? []));
  const rows = rowsOf(shape);
  if (rows.some(({ value }) => value.mark === 'open')) caveats.push(say('openPeriods'));
  if (rows.some(({ value }) => value.mark === 'uncertain')) caveats.push(say('uncertain'));
  if (shape.kind === 'curves' && shape.series.some(({ cut }) => cut)) caveats.push(say('curveCut'));
  if (rules.rounding > 1) caveats.push(say('rounded', { rounding: rules.rounding }));
  const findable = shape.kind === 'dots' && shape.unit === 'points' ? findableGap(shape.rows) : null;
  if (findable !== null) caveats.push(say('findableGap', { points: findable }));
  const findableRates = rows.flatMap(({ findable }) => (findable === undefined ? [] : [findable]));
  if (findableRates.length > 0) caveats.push(findableRate(findableRates));
  if (shape.kind === 'curves' && shape.comparison) caveats.push(findableRatio(shape.comparison.findable));
  return caveats;
}

/** By how much the rate of the group with the fewest would have to differ to be found reliably (B.6). */
function findableRate(ratios: readonly (number | null)[]): Sentence {
  const known = ratios.filter((ratio) => ratio !== null);
  return known.length < ratios.length ? say('findableRateNone') : say('findableRate', { ratio: Math.max(...known) });
}

/** By how much one of two curves would have to come sooner to be found reliably (B.6). */
function findableRatio(ratio: number | null): Sentence {
  return ratio === null ? say('findableNone') : say('findableRatio', { ratio });
}

/**
 * Smallest gap, in points, that would be found reliably in the smallest group shown, at the widest base rate of 50 %
 * (80 % power, two-sided 5 %; health.md B.6). From rounded counts.
 */
function findableGap(rows: readonly ChartRow[]): number | null {
  const sizes = rows.flatMap(({ n }) => (n && 'value' in n ? [n.value] : []));
  if (sizes.length === 0) return null;
  const smallest = Math.min(...sizes);
  const gap = smallestFindableGap(0.5, smallest, smallest);
  return gap === undefined ? null : Math.round(gap * 100);
}
