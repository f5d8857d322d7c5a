import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';

/** The week that identity splits of the team are of: they are made anew once a week and stand still in between (C.7.3). */
export interface SnapshotWeek {
  /** Local day number of its Monday. */
  readonly monday: DayNumber;
  /** The Sunday before it: nothing after that day is known. */
  readonly asOf: DayNumber;
}

/** The snapshot that holds on a day. */
export function snapshotWeekOf(today: DayNumber): SnapshotWeek {
  const monday = firstDayOf('week', periodOf('week', today));
  return { monday, asOf: monday - 1 };
}
