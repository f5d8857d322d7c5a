import type { SplitMeasure } from '../../../../../shared/domain/health/split.ts';
import type { GroupMetricModule, GroupResult } from '../group-metric.ts';
import type { RawNumbers } from '../raw-result.ts';
import { inequality, inequalityOfGaps } from './inequality.ts';

/** Numbers that stand beside a measure by group without being asked for, made of the counts it tells and of no others. */
export function besideGaps(
  measure: SplitMeasure,
  told: GroupResult,
): readonly { readonly module: GroupMetricModule; readonly raw: RawNumbers }[] {
  return measure === 'stay' && told.kind === 'gaps' ? [{ module: inequality, raw: inequalityOfGaps(told) }] : [];
}
