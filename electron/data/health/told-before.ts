import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import type { ReadDb } from '../store/db.ts';
import { findNewestRelease } from '../store/health-releases/queries.ts';
import { type DayNumber, noonOf } from './calendar/civil-day.ts';
import { firstDayOf, periodOf } from './calendar/periods.ts';
import { frozenNames } from './dashboard/frozen-quarter.ts';
import { reviveRelease } from './disclosure/revive-release.ts';
import type { ToldBefore } from './findings/change-since.ts';

/** Which frozen quarters, and which way to look at them. */
export interface BeforeQuestion {
  readonly communityId: CommunityId;
  /** Quarters that begin on this local day or before. */
  readonly upTo: DayNumber;
  readonly level: ActivityLevel;
  readonly gapDays: number;
}

/**
 * What the newest quarter that was frozen told of return and stay; null where none was. Only what was told already is compared
 * with: a quarter counted anew would tell who has left since.
 */
export function toldBefore(db: ReadDb, { communityId, upTo, level, gapDays }: BeforeQuestion): ToldBefore | null {
  const find = (name: string) => findNewestRelease(db, { communityId, kind: 'quarter', upTo }, name);
  const around = find(frozenNames.around(level));
  if (!around) return null;
  const stay = find(frozenNames.stay(level, gapDays));
  const afterQuarter = firstDayOf('quarter', periodOf('quarter', around.period) + 1);
  return {
    quarterEnd: noonOf(afterQuarter - 1),
    stay: stay?.period === around.period ? reviveRelease<HealthView['stay']>(stay.released) : null,
    reciprocity: reviveRelease<HealthView>(around.released).reciprocity,
  };
}
