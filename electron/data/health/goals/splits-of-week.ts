import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import { findIdentity } from '../../identity/identity-of.ts';
import type { DataContext } from '../../service/context.ts';
import { findSnapshot, listReleases } from '../../store/health-releases/queries.ts';
import { isoDateOf } from '../calendar/civil-day.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import { reviveRelease } from '../disclosure/revive-release.ts';
import { snapshotWeekOf } from '../split/snapshot-week.ts';
import { splitNumbers } from './numbers-of-splits.ts';
import type { ToldNumber } from './told-number.ts';

/** Numbers of the splits that were told this week. Asks for none: what nobody looked at stays untold. */
export function splitsOfWeek(context: DataContext, communityId: CommunityId, timeZone: string): ToldNumber[] {
  // Erased answers are judged by nothing, also not by what was told of them this week.
  if (!findIdentity(context)?.current()) return [];
  const { monday } = snapshotWeekOf(localDaysIn(timeZone).dayOf(context.clock.now()));
  const snapshot = findSnapshot(context.read, communityId, 'week', monday);
  if (!snapshot) return [];
  const views = listReleases(context.read, snapshot.id)
    .map(({ released }) => reviveRelease<Partial<SplitView>>(released))
    // Beside the splits lies the coverage they all share.
    .filter((one) => one.measure !== undefined);
  const week = { start: isoDateOf(monday), end: isoDateOf(monday + 6), complete: true };
  return splitNumbers(views as SplitView[], week);
}
