import type { PromiseRow } from '../../store/promises/promises.ts';
import type { DayNumber } from '../calendar/civil-day.ts';

/** The promise in force on a local day, of a list in order of time; undefined before the first one. */
export function promiseOn(promises: readonly PromiseRow[], day: DayNumber): PromiseRow | undefined {
  return promises.findLast(({ fromDay }) => fromDay <= day);
}
