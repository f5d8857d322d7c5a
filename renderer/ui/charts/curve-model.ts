import type { CurvesShape } from '../../../shared/domain/health/chart.ts';
import { readingOf } from '../../../shared/domain/health/reading.ts';

type Series = CurvesShape['series'];

/** One time of the axis with the share of every curve there; null where a curve has ended or has a hidden value. */
export interface CurvePlace {
  readonly at: number;
  readonly [drawn: `share-${number}`]: number | null;
  readonly [drawn: `band-${number}`]: readonly [number, number] | null;
}

/** Times at which something is drawn. A hidden point is no time: the axis must not reach to it. */
function drawnPoints(one: Series[number]) {
  return one.points.flatMap(({ at, share }) => {
    const reading = readingOf(share);
    return reading ? [{ at, reading }] : [];
  });
}

/**
 * Curves of different steps on one axis of time. Between its own steps a curve stays where it was, which is what a step
 * curve means; beyond its last step it is not drawn at all.
 */
export function curvePlaces(series: Series): readonly CurvePlace[] {
  const curves = series.map((one) => ({ drawn: drawnPoints(one), points: one.points }));
  const times = [...new Set(curves.flatMap(({ drawn }) => drawn.map(({ at }) => at)))].sort((a, b) => a - b);
  return times.map((time) => {
    const place: Record<string, unknown> = { at: time };
    for (const [at, { drawn, points }] of curves.entries()) {
      const last = drawn.at(-1);
      const point = last && time <= last.at ? points.findLast((one) => one.at <= time) : undefined;
      const reading = point ? readingOf(point.share) : null;
      place[`share-${at}`] = reading?.value ?? null;
      place[`band-${at}`] = reading?.interval ?? null;
    }
    return place as unknown as CurvePlace;
  });
}

/** Round times for the axis: hours in quarters of days, days in months, quarters of years and years, at most eight. */
export function timeTicks(last: number, time: CurvesShape['time']): readonly number[] {
  return stepsTo(last, time === 'hours' ? [1, 2, 4, 6, 12, 24, 48, 72, 168] : [1, 7, 14, 30, 90, 365]);
}

/** Multiples from 0 to `last` of the first of `steps` that gives about six, or of doublings of the last one. */
export function stepsTo(last: number, steps: readonly number[]): readonly number[] {
  let step = steps.find((size) => last / size <= 7) ?? steps.at(-1) ?? 1;
  while (last / step > 7) step *= 2;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step);
}
