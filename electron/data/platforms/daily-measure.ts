import type { Instant } from '../../../shared/domain/ids.ts';
import type { RemoteMeasure } from './platform.ts';

export const dayMs = 24 * 60 * 60_000;

/** Midnight, by UTC, of the day that an instant lies in. */
export function startOfDay(at: Instant): Instant {
  return Math.floor(at / dayMs) * dayMs;
}

/** A number of one day, of the whole community; `day` is its midnight. */
export function dailyMeasure(key: string, day: Instant, value: number): RemoteMeasure {
  return { key, dimension: '', periodStart: day, periodUnit: 'day', value };
}
