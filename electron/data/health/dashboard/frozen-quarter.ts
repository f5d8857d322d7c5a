import type { ChartPeriod } from '../../../../shared/domain/health/chart.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DataContext } from '../../service/context.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { readActivitySpan } from '../../store/activities/message-queries.ts';
import { findRelease, findSnapshot } from '../../store/health-releases/queries.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import { firstDayOf, isoEndOf, isoStartOf, periodOf } from '../calendar/periods.ts';
import { reviveRelease } from '../disclosure/revive-release.ts';

/** Days a quarter must be over before numbers of it leave: late data and corrections come in until then (C.7.3). */
const DAYS_UNTIL_FROZEN = 14;

/** A calendar quarter whose numbers are fixed. Both days belong to it. */
export interface FrozenQuarter {
  readonly communityId: CommunityId;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** The day the snapshot is of: a fortnight after the quarter, so that its last newcomers had their week for a reply. */
  readonly knownTo: DayNumber;
}

/**
 * The newest quarter that numbers may leave of: over for fourteen days, and not after the last activity's own quarter.
 * Throws HearthError `not-found`; `nothing-to-report` where there are no activities; `quarter-open` while the first
 * quarter with activities is not frozen, with the local date from which it is.
 */
export function newestFrozenQuarter(context: DataContext, communityId: CommunityId): FrozenQuarter {
  const community = readCommunityFacts(context.read, communityId);
  if (!community) throw new HearthError('not-found');
  const span = readActivitySpan(context.read, communityId);
  if (!span) throw new HearthError('nothing-to-report');
  const calendar = localDaysIn(community.timeZone);
  const today = calendar.dayOf(context.clock.now());
  const newest = Math.min(periodOf('quarter', today - DAYS_UNTIL_FROZEN) - 1, quarterOf(calendar.dayOf(span.lastAt)));
  const first = quarterOf(calendar.dayOf(span.firstAt));
  if (newest < first) {
    const from = firstDayOf('quarter', first + 1) + DAYS_UNTIL_FROZEN;
    throw new HearthError('quarter-open', { from: calendar.startOf(from) });
  }
  const lastDay = firstDayOf('quarter', newest + 1) - 1;
  const knownTo = lastDay + DAYS_UNTIL_FROZEN;
  return { communityId, firstDay: firstDayOf('quarter', newest), lastDay, knownTo };
}

/** A quarter that has ended in local dates, by its first day. */
export function periodOfQuarter(firstDay: DayNumber): ChartPeriod {
  const quarter = quarterOf(firstDay);
  return { start: isoStartOf('quarter', quarter), end: isoEndOf('quarter', quarter), complete: true };
}

const quarterOf = (day: DayNumber): number => periodOf('quarter', day);

/** What a quarter's releases are kept under. */
export const frozenNames = {
  dashboard: (dashboard: string) => `dashboard ${dashboard}`,
  around: (level: number) => `health ${level}`,
  retention: (level: number) => `return ${level}`,
  stay: (level: number, gapDays: number) => `stay ${level} ${gapDays}`,
} as const;

/**
 * What was released of a quarter under a name, or undefined where the quarter has not been frozen yet: exported again, a
 * quarter says the same, whatever happened since.
 */
export function keptRelease<T>(context: DataContext, quarter: FrozenQuarter, name: string): Published<T> | undefined {
  const snapshot = findSnapshot(context.write, quarter.communityId, 'quarter', quarter.firstDay);
  const kept = snapshot && findRelease(context.write, snapshot.id, name);
  return kept === undefined ? undefined : reviveRelease<T>(kept);
}
