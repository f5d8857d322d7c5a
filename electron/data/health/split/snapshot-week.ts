import type { Instant } from '../../../../shared/domain/ids.ts';
import type { SnapshotRow } from '../../store/health-releases/row.ts';
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

/** A week that begins sooner after the last one was begun is no week: a clock or a time zone was changed. */
const LEAST_APART = 6 * 86_400_000;

/**
 * The week whose snapshot is told: the one that holds by the clock, or the newest one told while that is later, or was begun
 * less than six days ago. A clock that is put back, or a time zone with another midnight, so tells no week twice and none
 * in between.
 */
export function weekToTell(
  week: SnapshotWeek,
  newest: Pick<SnapshotRow, 'period' | 'made_at'> | undefined,
  now: Instant,
): SnapshotWeek {
  if (!newest || (week.monday > newest.period && now - newest.made_at >= LEAST_APART)) return week;
  return { monday: newest.period, asOf: newest.period - 1 };
}
