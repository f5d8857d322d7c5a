import type { CurvesShape } from '../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';

/** A step of a published curve. */
interface CurvePoint {
  readonly at: number;
  readonly share: PublishedValue;
}

/**
 * What a published curve says of a time after its end, or undefined. A curve ends where few are left, and where most are answered
 * quickly that is before the time a goal names. It never turns back: the share answered can only have risen since, the share still
 * here only have fallen. That bounds it from one side, by published values alone.
 */
export function shareBeyond(
  points: readonly CurvePoint[],
  at: number,
  reads: CurvesShape['reads'],
): PublishedValue | undefined {
  const last = points.at(-1);
  if (!last || last.at >= at) return undefined;
  const { share } = last;
  if ((share.mark !== 'shown' && share.mark !== 'uncertain') || share.lower === null || share.upper === null) {
    return undefined;
  }
  const bounds = reads === 'rising' ? { lower: share.lower, upper: 100 } : { lower: 0, upper: share.upper };
  return { mark: 'uncertain', value: share.value, ...bounds };
}
